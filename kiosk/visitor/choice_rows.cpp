#include "kiosk/visitor/choice_rows.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

struct Choice {
    std::string name;
    std::string label;
    std::optional<Stars> stars; // drawn before the label
    bool selected = false;
    Icon icon = Icon::none;
    Filters filters;
    float width = 0;
    bool gift = false; // opens the gift builder instead of the list
};

float star_size(const Ui& ui) {
    return ui.px(24);
}

float star_row_width(const Ui& ui) {
    return star_size(ui) * 5 + ui.px(4) * 4;
}

std::vector<Choice> choices(Ui& ui, const VisitorContext& context) {
    std::vector<Choice> all;
    all.push_back({"stars/all", ui.text("visitor.all"), {}, true, Icon::none, {}, 0, false});
    for (const Stars stars : {Stars::five, Stars::four, Stars::three}) {
        Choice choice;
        choice.name = "stars/" + std::to_string(star_number(stars));
        choice.label = stars_name(ui.language(), stars);
        if (!ui.scale().portrait()) choice.stars = stars;
        choice.filters.stars = {star_number(stars)};
        all.push_back(std::move(choice));
    }
    const FacetCounts& counts = context.view.counts();
    if (counts.in_season > 0) {
        Choice season{"season", ui.text("visitor.season.now"), {}, false, Icon::leaf, {}, 0, false};
        season.filters.in_season = true;
        all.push_back(std::move(season));
    }
    if (counts.in_stock > 0) {
        Choice stock{"stock", ui.text("visitor.stock.here"), {}, false, Icon::store, {}, 0, false};
        stock.filters.in_stock = true;
        all.push_back(std::move(stock));
    }
    all.push_back({"gift", ui.text("visitor.gift.title"), {}, false, Icon::gift, {}, 0, true});
    for (Choice& choice : all) {
        choice.width = chip_width(ui, choice.label, choice.selected, choice.icon);
        if (choice.stars) choice.width += star_row_width(ui) + ui.px(space::s);
    }
    return all;
}

float label_width(Ui& ui) {
    return ui.canvas().text_width(TextRole::B2, ui.text("visitor.stars.heading"));
}

std::vector<float> widths_of(Ui& ui, const std::vector<Choice>& all) {
    std::vector<float> widths{label_width(ui) + ui.px(8)};
    for (const Choice& choice : all)
        widths.push_back(choice.width);
    return widths;
}

// A chip with the stars it stands for drawn in it.
bool star_chip(Ui& ui, const Rect& rect, const Choice& choice) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(choice.name, TargetRole::chip, rect, choice.label);
    canvas.fill(rect, mix(colours.surface, colours.sunken, tap.pressed), rect.h / 2);
    canvas.stroke(rect, colours.line_strong, ui.px(colours.border), rect.h / 2);
    const float words = canvas.text_width(TextRole::M3, choice.label);
    Rect inner = centre(rect, star_row_width(ui) + ui.px(space::s) + words, rect.h);
    const float width = star_row(ui, {inner.x, inner.centre_y() - star_size(ui) / 2}, *choice.stars, star_size(ui));
    cut_left(inner, width, ui.px(space::s));
    canvas.text(TextRole::M3, inner, choice.label, colours.ink);
    if (tap.focused) ui.focus_ring(rect, rect.h / 2);
    return tap.tapped;
}

} // namespace

float choice_rows_height(Ui& ui, const VisitorContext& context, float width) {
    return flow_height(width, widths_of(ui, choices(ui, context)), chip_height(ui), ui.px(space::m));
}

void choice_rows(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents) {
    const auto all = choices(ui, context);
    auto placed = flow(rect, widths_of(ui, all), chip_height(ui), ui.px(space::m));
    // On one line, what is not about stars stands at the right edge.
    if (placed.back().y == placed.front().y) {
        const float free = rect.right() - placed.back().right();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].icon != Icon::none) placed[i + 1].x += free;
    }
    ui.canvas().text(TextRole::B2, placed.front(), ui.text("visitor.stars.heading"), ui.colours().ink);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Choice& choice = all[i];
        const bool tapped = choice.stars
                                ? star_chip(ui, placed[i + 1], choice)
                                : chip(ui, choice.name, placed[i + 1], choice.label, choice.selected, choice.icon);
        if (tapped && choice.gift)
            intents.emplace_back(OpenGift{});
        else if (tapped)
            intents.emplace_back(OpenList{choice.filters});
    }
}

float place_strip_height(const Ui& ui) {
    return std::max(ui.px(76), ui.target_size(64));
}

void place_strip(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    well(ui, rect);
    Rect inner = inset(rect, ui.px(30), 0);
    canvas.icon(Icon::pin, cut_left(inner, ui.px(32), ui.px(space::m)), colours.pine_7);
    const std::string& heading = ui.text("visitor.places.heading");
    canvas.text(TextRole::M2, cut_left(inner, canvas.text_width(TextRole::M2, heading), ui.px(space::m)), heading,
                colours.ink);

    const std::string& all = ui.text("visitor.places.open_map");
    const float all_width = canvas.text_width(TextRole::B2, all) + ui.px(24 + 16);
    const Rect all_rect = cut_right(inner, all_width, ui.px(space::xl));
    if (text_link(ui, "places/all", all_rect, all, Icon::forward, true, Align::right))
        intents.emplace_back(OpenPlaces{});

    const float dot = ui.px(28);
    bool first = true;
    for (const Area& area : context.view.areas()) {
        const float width = std::max(canvas.text_width(TextRole::B2, area.name), ui.target_size(64));
        if (width + (first ? 0 : dot) > inner.w) break;
        if (!first) canvas.text(TextRole::B2, cut_left(inner, dot), "·", colours.ink_2, Align::centre);
        first = false;
        if (text_link(ui, "area/" + area.name, cut_left(inner, width), area.name)) {
            Filters filters;
            filters.area = area.name;
            intents.emplace_back(OpenList{filters});
        }
    }
}

} // namespace ocop::kiosk
