#include "kiosk/visitor/visitor_sheets.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/visitor/enquiry.h"
#include "kiosk/visitor/filter_panel.h"
#include "kiosk/visitor/product_list.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ocop::kiosk {

namespace {

void draw_filters(Ui& ui, Session& session, const Listing& listing, Rect room, Intents& intents) {
    const std::string show = ui.format("visitor.filter.show", {{"count", std::to_string(listing.products.size())}});
    const Rect button_row = cut_bottom(room, button_height(ui, TargetRole::commit), ui.px(space::m));
    filter_panel(ui, session, listing, room, session.sheet_scroll, intents);
    if (button(ui, "filters.show", button_row, show)) intents.emplace_back(CloseSheet{});
}

// Areas, and below the chosen one its districts and communes; what is chosen narrows the list at once.
void draw_area_sheet(Ui& ui, const VisitorContext& context, Session& session, const Listing& listing, Rect room,
                     Intents& intents) {
    const Filters& filters = session.filters;
    const auto choose = [&](const std::optional<std::string>& area, const std::optional<std::string>& locality) {
        Filters changed = filters;
        changed.area = area;
        changed.locality = locality;
        intents.emplace_back(ChangeFilters{std::move(changed)});
    };
    const auto count_of = [](const std::map<std::string, int>& counts, const std::string& name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    };
    struct AreaChoice {
        const Area* area = nullptr; // nullptr: any place
        const Locality* locality = nullptr;
    };
    std::vector<AreaChoice> choices{{}};
    int all = 0;
    for (const auto& [area, count] : listing.counts.areas)
        all += count;
    for (const Area& area : context.view.areas()) {
        const bool chosen = filters.area == area.name;
        if (!chosen && count_of(listing.counts.areas, area.name) == 0) continue;
        choices.push_back({&area, nullptr});
        for (const Locality& locality : area.localities)
            if (chosen && locality.name.name != area.name) choices.push_back({&area, &locality});
    }

    const std::string show = ui.format("visitor.filter.show", {{"count", std::to_string(listing.products.size())}});
    const Rect button_row = cut_bottom(room, button_height(ui, TargetRole::commit), ui.px(space::m));
    const ScrollRows rows{static_cast<int>(choices.size()), ui.target_size(72), std::max(ui.px(8), ui.scale().mm(1))};
    scroll_button_row(ui, "areas", room, session.sheet_scroll.scroll);
    scroll_list(ui, "areas", room, session.sheet_scroll.scroll, rows, [&](int index, Rect row) {
        const auto [area, locality] = choices[static_cast<std::size_t>(index)];
        if (area == nullptr) {
            if (check_row(ui, "area.any", row, ui.text("visitor.places.any"), !filters.area, std::to_string(all)))
                choose(std::nullopt, std::nullopt);
        } else if (locality == nullptr) {
            const bool chosen = filters.area == area->name;
            if (check_row(ui, "area.choose/" + area->name, row, area->name, chosen,
                          std::to_string(count_of(listing.counts.areas, area->name))))
                choose(chosen ? std::nullopt : std::optional(area->name), std::nullopt);
        } else {
            cut_left(row, ui.px(space::h));
            const std::string& name = locality->name.name;
            const bool chosen = filters.locality == name;
            if (check_row(ui, "locality.choose/" + name, row, locality_name(ui.language(), locality->name), chosen,
                          std::to_string(count_of(listing.counts.localities, name))))
                choose(area->name, chosen ? std::nullopt : std::optional(name));
        }
    });
    if (button(ui, "areas.show", button_row, show)) intents.emplace_back(CloseSheet{});
}

// The height it takes; drawn from the top of `rect`.
float access_switches(Ui& ui, const Session& session, const Rect& rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect room{rect.x, rect.y, rect.w, 1e6f};
    const float height = ui.target_size(80);
    const float gap = std::max(ui.px(space::s), ui.scale().mm(1));
    canvas.text(TextRole::B2, cut_top(room, canvas.line_height(TextRole::B2), ui.px(space::xs)),
                ui.text("visitor.access.text_size"), colours.ink);
    const std::pair<TextSize, const char*> sizes[]{{TextSize::normal, "visitor.access.normal"},
                                                   {TextSize::large, "visitor.access.large"},
                                                   {TextSize::largest, "visitor.access.largest"}};
    // Side by side where the words fit, else one below the other.
    auto cells = columns({room.x, room.y, room.w, height}, 3, gap);
    const auto narrow = [&](const auto& size) {
        return button_width(ui, ui.text(size.second), {.icon = Icon::check}) > cells.front().w;
    };
    if (std::any_of(std::begin(sizes), std::end(sizes), narrow))
        cells = rows({room.x, room.y, room.w, 3 * height + 2 * gap}, 3, gap);
    room.y = cells.back().bottom() + ui.px(space::m);
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (choice(ui, "access.size/" + std::to_string(i), cells[i], ui.text(sizes[i].second),
                   session.text_size == sizes[i].first))
            intents.emplace_back(SetTextSize{sizes[i].first});
    if (toggle_row(ui, "access.contrast", cut_top(room, height, gap), ui.text("visitor.access.contrast"),
                   session.high_contrast, Icon::contrast))
        intents.emplace_back(SetHighContrast{!session.high_contrast});
    if (toggle_row(ui, "access.reach", cut_top(room, height, gap), ui.text("visitor.access.reach"), session.low_reach,
                   Icon::lower))
        intents.emplace_back(SetLowReach{!session.low_reach});
    if (toggle_row(ui, "access.motion", cut_top(room, height, gap), ui.text("visitor.access.motion"),
                   session.reduced_motion, Icon::motion))
        intents.emplace_back(SetReducedMotion{!session.reduced_motion});
    room.y += ui.px(space::xs);
    room.y +=
        canvas.paragraph(TextRole::T3, {room.x, room.y, room.w, 0}, ui.text("visitor.access.until"), colours.ink_2);
    return room.y - rect.y;
}

float language_rows(Ui& ui, const VisitorContext& context, const Session& session, const Rect& rect, Intents& intents) {
    Rect room{rect.x, rect.y, rect.w, 1e6f};
    const float gap = std::max(ui.px(8), ui.scale().mm(1));
    bool unreviewed = false;
    for (const OfferedLanguage& language : context.languages) {
        unreviewed = unreviewed || !language.reviewed;
        const std::string mark = language.reviewed ? std::string() : ui.text("visitor.language.unreviewed");
        if (check_row(ui, "language/" + std::string(language.code), cut_top(room, ui.target_size(72), gap),
                      language.name, session.language == language.code, mark))
            intents.emplace_back(ChooseLanguage{std::string(language.code)});
    }
    if (unreviewed)
        room.y += ui.canvas().paragraph(TextRole::T3, {room.x, room.y + ui.px(space::xs), room.w, 0},
                                        ui.text("visitor.language.note"), ui.colours().ink_2) +
                  ui.px(space::s);
    return room.y - rect.y;
}

// A sheet whose content may be higher than its room.
template <class Draw>
void scrolled_sheet(Ui& ui, std::string_view name, Rect room, Scrolled& scrolled, Draw draw) {
    scroll_button_row(ui, name, room, scrolled.scroll);
    scroll_area(ui, name, room, scrolled.scroll, scrolled.height, [&](const Rect& content) {
        const float height = draw(content);
        if (height == scrolled.height) return;
        scrolled.height = height;
        ui.request_frames_until({ui.now().milliseconds + 1});
    });
}

} // namespace

void draw_sheet(Ui& ui, const VisitorContext& context, Session& session, const Listing& listing, Intents& intents) {
    if (session.sheet == VisitorSheet::filters && has_filter_rail(ui, session)) return; // the rail shows them
    std::string title;
    switch (session.sheet) {
    case VisitorSheet::none:
        return;
    case VisitorSheet::filters:
        title = ui.text("visitor.filter.title");
        break;
    case VisitorSheet::areas:
        title = ui.text("visitor.places.title");
        break;
    case VisitorSheet::access:
        title = ui.text("visitor.access.title");
        break;
    case VisitorSheet::languages:
        title = ui.text("visitor.language.title");
        break;
    case VisitorSheet::consent:
        title = ui.text("visitor.enquiry.full.title");
        break;
    }
    const float height = session.sheet == VisitorSheet::access ? ui.px(760) : ui.screen().h * 0.8f;
    const Sheet sheet = sheet_frame(ui, "sheet", title, height, session.sheet_since);
    switch (session.sheet) {
    case VisitorSheet::none:
        break;
    case VisitorSheet::filters:
        draw_filters(ui, session, listing, sheet.room, intents);
        break;
    case VisitorSheet::areas:
        draw_area_sheet(ui, context, session, listing, sheet.room, intents);
        break;
    case VisitorSheet::access:
        scrolled_sheet(ui, "access", sheet.room, session.sheet_scroll,
                       [&](const Rect& content) { return access_switches(ui, session, content, intents); });
        break;
    case VisitorSheet::languages:
        scrolled_sheet(ui, "languages", sheet.room, session.sheet_scroll,
                       [&](const Rect& content) { return language_rows(ui, context, session, content, intents); });
        break;
    case VisitorSheet::consent:
        draw_consent_text(ui, context, session, sheet.room);
        break;
    }
    if (sheet.closed) intents.emplace_back(CloseSheet{});
}

} // namespace ocop::kiosk
