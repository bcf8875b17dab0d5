#include "kiosk/visitor/filter_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::array<ProducerType, 5> maker_types{ProducerType::cooperative, ProducerType::cooperative_group,
                                                  ProducerType::enterprise, ProducerType::household,
                                                  ProducerType::other};

std::string order_name(const Language& language, ListOrder order) {
    switch (order) {
    case ListOrder::grade:
        return language.text("visitor.order.grade");
    case ListOrder::price:
        return language.text("visitor.order.price");
    case ListOrder::name:
        break;
    }
    return language.text("visitor.order.name");
}

std::string order_target(ListOrder order) {
    return "order/" + std::to_string(static_cast<int>(order));
}

template <class T>
std::set<T> toggled(std::set<T> chosen, const T& value) {
    if (chosen.erase(value) == 0) chosen.insert(value);
    return chosen;
}

// Sets headings and rows one below the other.
struct PanelWriter {
    Ui& ui;
    Rect rest;
    float top;
    bool first = true;

    void heading(const std::string& text) {
        if (!first) {
            const Rect rule = cut_top(rest, ui.px(2), ui.px(space::s));
            ui.canvas().fill(rule, ui.colours().line);
        }
        first = false;
        ui.canvas().text(TextRole::B2,
                         cut_top(rest, ui.px(space::m) + ui.canvas().line_height(TextRole::B2), ui.px(space::xs)), text,
                         ui.colours().ink);
    }
    Rect row() { return cut_top(rest, std::max(ui.px(64), ui.target_size(64)), std::max(ui.px(8), ui.scale().mm(1))); }
    bool check(const std::string& name, const std::string& label, bool checked, int count) {
        return check_row(ui, name, row(), label, checked, std::to_string(count));
    }
    float height() const { return rest.y - top; }
};

float write_panel(Ui& ui, const Session& session, const Listing& listing, const Rect& area, Intents& intents) {
    const Filters& filters = session.filters;
    const Language& language = ui.language();
    const auto change = [&](auto edit) {
        Filters changed = filters;
        edit(changed);
        intents.emplace_back(ChangeFilters{std::move(changed)});
    };
    PanelWriter writer{ui, {area.x, area.y, area.w, 1e6f}, area.y};

    writer.heading(language.text("visitor.stars.heading"));
    for (const Stars stars : {Stars::five, Stars::four, Stars::three}) {
        const int number = star_number(stars);
        const auto found = listing.counts.stars.find(number);
        const int count = found == listing.counts.stars.end() ? 0 : found->second;
        const bool checked = filters.stars.count(number) != 0;
        if (writer.check("filter.stars/" + std::to_string(number), stars_name(language, stars), checked, count))
            change([&](Filters& f) { f.stars = toggled(f.stars, number); });
    }

    writer.heading(language.text("visitor.here.heading"));
    if (writer.check("filter.stock", language.text("visitor.stock.plenty"), filters.in_stock, listing.counts.in_stock))
        change([](Filters& f) { f.in_stock = !f.in_stock; });
    if (writer.check("filter.season", language.text("visitor.season.now"), filters.in_season, listing.counts.in_season))
        change([](Filters& f) { f.in_season = !f.in_season; });

    writer.heading(language.text("visitor.maker.heading"));
    for (const ProducerType type : maker_types) {
        const auto found = listing.counts.makers.find(type);
        const bool checked = filters.makers.count(type) != 0;
        if (found == listing.counts.makers.end() && !checked) continue;
        const int count = found == listing.counts.makers.end() ? 0 : found->second;
        if (writer.check("filter.maker/" + std::to_string(static_cast<int>(type)), maker_type_name(language, type),
                         checked, count))
            change([&](Filters& f) { f.makers = toggled(f.makers, type); });
    }

    writer.heading(language.text("visitor.places.title"));
    const std::string area_label = filters.area ? *filters.area : language.text("visitor.places.any");
    if (button(ui, "filter.area", writer.row(), area_label,
               {.look = ButtonLook::tertiary, .icon = Icon::pin, .text = TextRole::B3}))
        intents.emplace_back(OpenSheet{VisitorSheet::areas});

    writer.heading(language.text("visitor.order.heading"));
    for (const ListOrder order : {ListOrder::grade, ListOrder::price, ListOrder::name})
        if (choice(ui, order_target(order), writer.row(), order_name(language, order), filters.order == order))
            change([&](Filters& f) { f.order = order; });
    return writer.height();
}

} // namespace

void filter_panel(Ui& ui, const Session& session, const Listing& listing, const Rect& rect, Scrolled& scrolled,
                  Intents& intents) {
    Rect viewport = rect;
    Rect room = inset(rect, ui.px(22), 0);
    scroll_button_row(ui, "filters", room, scrolled.scroll);
    viewport.h = room.h;
    scroll_area(ui, "filters", viewport, scrolled.scroll, scrolled.height, [&](const Rect& content) {
        const Rect inner = inset(content, ui.px(22), 0);
        const float height = write_panel(ui, session, listing, inner, intents) + ui.px(space::m);
        if (height != scrolled.height) {
            scrolled.height = height;
            ui.request_frames_until({ui.now().milliseconds + 1});
        }
    });
}

std::vector<ActiveFilter> active_filters(const Language& language, const Filters& filters) {
    std::vector<ActiveFilter> active;
    const auto add = [&](std::string name, std::string label, auto remove) {
        Filters without = filters;
        remove(without);
        active.push_back({std::move(name), std::move(label), std::move(without)});
    };
    if (filters.group) add("undo/group", group_name(language, *filters.group), [](Filters& f) { f.group.reset(); });
    for (const int number : filters.stars)
        add("undo/stars/" + std::to_string(number),
            language.format("visitor.stars.count", {{"stars", std::to_string(number)}}),
            [number](Filters& f) { f.stars.erase(number); });
    if (filters.area) add("undo/area", *filters.area, [](Filters& f) { f.area.reset(); });
    for (const ProducerType type : filters.makers)
        add("undo/maker/" + std::to_string(static_cast<int>(type)), maker_type_name(language, type),
            [type](Filters& f) { f.makers.erase(type); });
    if (filters.in_stock)
        add("undo/stock", language.text("visitor.stock.plenty"), [](Filters& f) { f.in_stock = false; });
    if (filters.in_season)
        add("undo/season", language.text("visitor.season.now"), [](Filters& f) { f.in_season = false; });
    return active;
}

} // namespace ocop::kiosk
