#include "kiosk/visitor/search_page.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/result_row.h"
#include "pos/text/fold.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

using ResultsKind = SearchResults::Kind;

float field_height(const Ui& ui) {
    return std::max(ui.px(ui.scale().compact() ? 68 : 80), ui.target_size(64, TargetRole::field));
}

// Back, the field with the number of results, and the cross that empties it.
void draw_field(Ui& ui, const Rect& line, Session& session, const SearchResults& results, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect row = line;
    const std::string& back = ui.text("visitor.back");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::back, .text = TextRole::B3};
    const Rect place = cut_left(row, button_width(ui, back, spec), ui.px(space::xl));
    if (button(ui, "search.back", centre(place, place.w, button_height(ui)), back, spec))
        intents.emplace_back(GoBack{});

    const bool empty = session.search.text.empty();
    std::string count;
    if (results.kind == ResultsKind::found)
        count = ui.format("visitor.search.count", {{"count", std::to_string(results.products.size())}});
    const float count_width = count.empty() ? 0 : canvas.text_width(TextRole::T3, count);
    const float cross = std::min(row.h - ui.px(4), std::max(ui.px(72), ui.target_size(64)));
    FieldSpec field;
    field.value = session.search.text;
    field.placeholder = ui.text("visitor.search.placeholder");
    field.icon = Icon::search;
    field.active = true;
    field.text = TextRole::T1;
    field.kept_free = empty ? 0 : count_width + ui.px(space::m) + cross;
    if (text_field(ui, "search.field", row, field)) session.keyboard.shown = true;
    if (empty) return;
    const Rect clear = cut_right(row, cross, ui.px(space::xs));
    if (const Tap tap = ui.tap_target("search.clear", TargetRole::button, centre(clear, cross, cross),
                                      ui.text("visitor.search.clear"))) {
        session.search = {};
        session.keyboard.shown = true;
    } else if (tap.focused) {
        ui.focus_ring(inset(clear, ui.px(12)), ui.px(radius::key));
    }
    canvas.icon(Icon::cross, centre(clear, ui.px(36), ui.px(36)), colours.ink);
    if (!count.empty()) canvas.text(TextRole::T3, cut_right(row, count_width), count, colours.ink_2);
}

std::string heading_of(const Ui& ui, const VisitorContext& context, const Session& session,
                       const SearchResults& results) {
    switch (results.kind) {
    case ResultsKind::nothing_typed:
        return ui.text(context.view.picks_are_in_season() ? "visitor.season.now" : "visitor.picks");
    case ResultsKind::nearest:
        return ui.format("visitor.search.none", {{"typed", session.search.text}});
    case ResultsKind::found:
        break;
    }
    return {};
}

std::string explanation_of(const Ui& ui, const SearchResults& results) {
    if (results.kind != ResultsKind::nearest) return {};
    return ui.text(results.products.empty() ? "visitor.search.none_help" : "visitor.search.nearest");
}

// Heading where there is one, then the products, scrolling together.
void draw_results(Ui& ui, const VisitorContext& context, Session& session, const Rect& area,
                  const SearchResults& results, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float gap = ui.px(space::s);
    const float row = result_row_height(ui);
    const std::string heading = heading_of(ui, context, session, results);
    // Where the keyboard leaves no room for the two buttons, what fits is shown; the rest comes when it is hidden.
    const bool scrolls = area.h >= 2 * ui.target_size(64) + ui.px(space::m);
    const std::string explanation = scrolls ? explanation_of(ui, results) : std::string();
    const float heading_height = heading.empty() ? 0 : canvas.paragraph_height(TextRole::S3, area.w, heading);
    const float explanation_height =
        explanation.empty() ? 0 : canvas.paragraph_height(TextRole::T3, area.w, explanation);
    const float top = heading_height + explanation_height + (heading.empty() ? 0 : ui.px(space::xs));
    const float total = top + static_cast<float>(results.products.size()) * (row + gap);
    const std::string_view typed =
        results.kind == ResultsKind::nothing_typed ? std::string_view{} : session.search.text;
    Rect viewport = area;
    const float length = scrolls ? total : std::min(total, area.h);
    const Rect gutter = scrolls ? cut_scroll_gutter(ui, viewport, session.search_scroll.scroll) : Rect{};
    scroll_area(ui, "search.results", viewport, session.search_scroll.scroll, length, [&](const Rect& content) {
        Rect rest = content;
        if (!heading.empty()) canvas.paragraph(TextRole::S3, cut_top(rest, heading_height), heading, colours.ink);
        if (!explanation.empty())
            canvas.paragraph(TextRole::T3, cut_top(rest, explanation_height), explanation, colours.ink_2);
        float y = content.y + top;
        for (const ProductView* product : results.products) {
            const Rect place{content.x, y, content.w, row};
            y += row + gap;
            if (!overlap(place, area)) continue;
            if (result_row(ui, context, place, *product, typed)) intents.emplace_back(OpenStory{product->product->sku});
        }
    });
    if (scrolls) scroll_buttons(ui, "search.results", gutter, session.search_scroll.scroll);
}

// Chips that lead on, as many lines as fit; returns the height used.
float draw_suggestions(Ui& ui, const Rect& area, const SearchResults& results, Intents& intents) {
    const float gap = ui.px(space::s);
    const float height = chip_height(ui);
    std::vector<float> widths;
    std::vector<const Suggestion*> shown;
    for (const Suggestion& each : results.suggestions) {
        const float width = chip_width(ui, each.label, false, each.icon);
        if (width > area.w) continue;
        widths.push_back(width);
        shown.push_back(&each);
    }
    const auto places = flow(area, widths, height, gap);
    float used = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].bottom() > area.bottom() + 0.5f) break;
        used = places[i].bottom() - area.y;
        if (chip(ui, "suggest/" + shown[i]->label, places[i], shown[i]->label, false, shown[i]->icon))
            intents.emplace_back(SearchFor{shown[i]->text});
    }
    return used;
}

void draw_hint(Ui& ui, const Rect& area, const SearchResults& results) {
    if (results.example == nullptr) return;
    const auto& name = results.example->product->name.in("vi");
    const std::string hint = ui.format("visitor.search.hint", {{"plain", fold(name)}, {"name", name}});
    if (ui.canvas().paragraph_height(TextRole::T3, area.w, hint) > area.h) return;
    ui.canvas().paragraph(TextRole::T3, area, hint, ui.colours().ink_2);
}

// Beside the results.
void draw_side(Ui& ui, Rect area, const SearchResults& results, Intents& intents) {
    if (!results.suggestions.empty()) {
        const float line = ui.canvas().line_height(TextRole::M2);
        if (area.h >= line + ui.px(space::xs) + chip_height(ui)) // over chips, never alone
            ui.canvas().text(TextRole::M2, cut_top(area, line, ui.px(space::xs)), ui.text("visitor.search.suggestions"),
                             ui.colours().ink);
        cut_top(area, draw_suggestions(ui, area, results, intents), ui.px(space::m));
    }
    draw_hint(ui, area, results);
}

// Above the results: two lines of chips at most.
void draw_above(Ui& ui, Rect& area, const SearchResults& results, Intents& intents) {
    const float gap = ui.px(space::s);
    const Rect lines{area.x, area.y, area.w, std::min(area.h / 3, 2 * chip_height(ui) + gap)};
    const float used = draw_suggestions(ui, lines, results, intents);
    if (used > 0) cut_top(area, used, ui.px(space::l));
}

} // namespace

void draw_search(Ui& ui, const VisitorContext& context, Session& session, const SearchResults& results,
                 Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    Rect page = ui.screen();
    cut_bottom(page, bottom_bar_height(ui));
    const Rect keys = cut_bottom(page, keyboard_height(ui, session.keyboard));
    const float margin = ui.scale().margin();
    const bool portrait = ui.scale().portrait();
    const bool tight = ui.scale().compact() || ui.low_reach();
    Rect area = inset(page, margin, ui.px(portrait ? space::h : tight ? space::m : space::xxl), margin, 0);
    draw_field(ui, cut_top(area, field_height(ui), ui.px(tight ? space::m : space::xl)), session, results, intents);
    if (portrait) {
        draw_above(ui, area, results, intents);
    } else {
        const Rect side = cut_right(area, area.w * 0.316f, area.w * 0.026f);
        draw_side(ui, side, results, intents);
    }
    draw_results(ui, context, session, area, results, intents);

    const std::string& action = ui.text("visitor.search.action");
    const auto press =
        keyboard(ui, keys, session.keyboard, session.search, {.action = action, .action_icon = Icon::search});
    if (press.changed) session.search_scroll = {};
    if (press.action) session.keyboard.shown = false; // what was found has the whole page
    if (ui.key(Key::escape)) intents.emplace_back(GoBack{});
}

} // namespace ocop::kiosk
