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

struct Choices {
    std::vector<Choice> all;
    float star = 0; // design px of each star drawn in a chip; 0: their words alone
};

constexpr float star_sizes[]{24, 20, 0}; // the first with which everything stands on one line

Choices choices(Ui& ui, const VisitorContext& context, float star) {
    Choices made{{}, star};
    auto& all = made.all;
    all.push_back({"stars/all", ui.text("visitor.all"), {}, true, Icon::none, {}, 0, false});
    for (const Stars stars : {Stars::five, Stars::four, Stars::three}) {
        Choice choice;
        choice.name = "stars/" + std::to_string(star_number(stars));
        choice.label = star_words(ui.language(), stars);
        if (star > 0) choice.stars = stars;
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
        if (choice.stars) choice.width += star_row_width(ui.px(star)) + ui.px(space::s);
    }
    return made;
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

// In portrait two lines are the design, and stars are words there.
Choices choices_within(Ui& ui, const VisitorContext& context, float width) {
    if (!ui.scale().portrait())
        for (const float star : star_sizes) {
            Choices made = choices(ui, context, star);
            const float one_line = flow_height(width, widths_of(ui, made.all), chip_height(ui), ui.px(space::m));
            if (one_line <= chip_height(ui)) return made;
        }
    return choices(ui, context, 0);
}

// The heading and the choices. What is not about stars stands at the right edge of their line, or on lines of its own.
std::vector<Rect> places_of(Ui& ui, const Choices& made, const Rect& rect) {
    const float height = chip_height(ui);
    const float gap = ui.px(space::m);
    const auto widths = widths_of(ui, made.all);
    const auto about_stars =
        std::find_if(made.all.begin(), made.all.end(), [](const Choice& choice) { return choice.icon != Icon::none; }) -
        made.all.begin() + 1;
    auto placed = flow(rect, widths, height, gap);
    if (placed.back().y == placed.front().y) {
        const float free = rect.right() - placed.back().right();
        for (auto place = placed.begin() + about_stars; place != placed.end(); ++place)
            place->x += free;
        return placed;
    }
    placed = flow(rect, {widths.begin(), widths.begin() + about_stars}, height, gap);
    const Rect below{rect.x, placed.back().bottom() + gap, rect.w, 0};
    for (const Rect& place : flow(below, {widths.begin() + about_stars, widths.end()}, height, gap))
        placed.push_back(place);
    return placed;
}

// A chip with the stars it stands for drawn in it.
bool star_chip(Ui& ui, const Rect& rect, const Choice& choice, float star) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(choice.name, TargetRole::chip, rect, choice.label);
    canvas.fill(rect, mix(colours.surface, colours.sunken, tap.pressed), rect.h / 2);
    canvas.stroke(rect, colours.line_strong, ui.px(colours.border), rect.h / 2);
    const float words = canvas.text_width(TextRole::M3, choice.label);
    Rect inner = centre(rect, star_row_width(ui.px(star)) + ui.px(space::s) + words, rect.h);
    const float side = ui.px(star);
    const float width = star_row(ui, {inner.x, inner.centre_y() - side / 2}, *choice.stars, side);
    cut_left(inner, width, ui.px(space::s));
    canvas.text(TextRole::M3, inner, choice.label, colours.ink);
    if (tap.focused) ui.focus_ring(rect, rect.h / 2);
    return tap.tapped;
}

} // namespace

float choice_rows_height(Ui& ui, const VisitorContext& context, float width) {
    return places_of(ui, choices_within(ui, context, width), {0, 0, width, 0}).back().bottom();
}

void choice_rows(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents) {
    const Choices made = choices_within(ui, context, rect.w);
    const auto& [all, star] = made;
    const auto placed = places_of(ui, made, rect);
    ui.canvas().text(TextRole::B2, placed.front(), ui.text("visitor.stars.heading"), ui.colours().ink);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Choice& choice = all[i];
        const bool tapped = choice.stars
                                ? star_chip(ui, placed[i + 1], choice, star)
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
    const float all_width = canvas.text_width(TextRole::B3, all) + ui.px(24 + 16);
    const Rect all_rect = cut_right(inner, all_width, ui.px(space::xl));
    if (text_link(ui, "places/all", all_rect, all, Icon::forward, true, Align::right))
        intents.emplace_back(OpenPlaces{});

    const float dot = ui.px(28);
    bool first = true;
    for (const Area& area : context.view.areas()) {
        const float width = std::max(canvas.text_width(TextRole::B3, area.name), ui.target_size(64));
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
