#include "kiosk/visitor/area_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/page_parts.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/story_column.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

constexpr std::size_t most_cards = 3;
constexpr std::size_t most_localities = 8;

struct Summary {
    std::vector<const ProductView*> best;
    int makers = 0;
};

Summary summary_of(const VisitorView& view, const std::string& area) {
    Summary summary;
    std::set<const Producer*> makers;
    for (const ProductView& product : view.products())
        if (product.area == area) {
            makers.insert(product.producer);
            summary.best.push_back(&product);
        }
    summary.makers = static_cast<int>(makers.size());
    const auto worth = [](const ProductView* product) {
        return (product->sold_out() ? 0 : 16) + (product->stars ? star_number(*product->stars) : 0);
    };
    std::stable_sort(summary.best.begin(), summary.best.end(),
                     [&](const ProductView* a, const ProductView* b) { return worth(a) > worth(b); });
    if (summary.best.size() > most_cards) summary.best.resize(most_cards);
    return summary;
}

// A row of the list: name, count and the way in.
bool area_row(Ui& ui, const Rect& rect, const Area& area) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target("area/" + area.name, TargetRole::row, rect, area.name);
    canvas.fill(rect, mix(colours.surface, colours.pine_1, tap.pressed), ui.px(radius::key));
    canvas.stroke(rect, colours.line, ui.px(colours.border), ui.px(radius::key));
    Rect inner = inset(rect, ui.px(space::l), 0);
    const float icon = ui.px(28);
    canvas.icon(Icon::forward, cut_right(inner, icon, ui.px(space::s)), colours.pine_7);
    const std::string count = ui.format("visitor.list.count", {{"count", std::to_string(area.count)}});
    canvas.text(TextRole::T3, cut_right(inner, canvas.text_width(TextRole::T3, count), ui.px(space::s)), count,
                colours.ink_2, Align::right);
    canvas.icon(Icon::pin, cut_left(inner, icon, ui.px(space::s)), colours.pine_7);
    canvas.text(TextRole::M2, inner, area.name, colours.ink, Align::left, Fit::ellipsis);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::key));
    return tap.tapped;
}

float draw_localities(Ui& ui, const Area& area, const Rect& rect, Intents& intents) {
    std::vector<const Locality*> shown;
    for (const Locality& locality : area.localities)
        if (shown.size() < most_localities && locality.name.name != area.name) shown.push_back(&locality);
    if (shown.size() < 2 && (shown.empty() || !shown.front()->name.today)) return 0;
    std::vector<std::string> labels;
    std::vector<float> widths;
    for (const Locality* locality : shown) {
        labels.push_back(locality_name(ui.language(), locality->name) + " · " + std::to_string(locality->count));
        widths.push_back(chip_width(ui, labels.back(), false));
    }
    const auto placed = flow(rect, widths, chip_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (chip(ui, "locality/" + shown[i]->name.name, placed[i], labels[i], false)) {
            Filters filters;
            filters.area = area.name;
            filters.locality = shown[i]->name.name;
            intents.emplace_back(OpenList{filters});
        }
    return placed.back().bottom() - rect.y;
}

float draw_content(Ui& ui, const VisitorContext& context, const Area& area, const Rect& rect, Intents& intents) {
    const Summary summary = summary_of(context.view, area.name);
    float y = rect.y;
    const std::string products = ui.format("visitor.list.count", {{"count", std::to_string(area.count)}});
    const std::string makers = ui.format("visitor.places.makers", {{"count", std::to_string(summary.makers)}});
    const auto tags = flow(rect, {tag_width(ui, products, Icon::box), tag_width(ui, makers, Icon::store)},
                           tag_height(ui), ui.px(space::s));
    tag(ui, {tags[0].x, tags[0].y}, products, TagLook::pine, Icon::box);
    tag(ui, {tags[1].x, tags[1].y}, makers, TagLook::grey, Icon::store);
    y = tags[1].bottom() + ui.px(space::xs);
    y += ui.canvas().paragraph(title_role(ui, area.name, rect.w), {rect.x, y, rect.w, 0}, area.name, ui.colours().ink);
    y += ui.px(space::m);
    const float height = wide_card_height(ui);
    const auto cells =
        columns(rect, ui.scale().portrait() && ui.text_size() == TextSize::normal ? 2 : 1, ui.px(space::l));
    for (std::size_t i = 0; i < summary.best.size(); ++i) {
        const std::size_t column = i % cells.size();
        if (i != 0 && column == 0) y += height + ui.px(space::m);
        const ProductView& product = *summary.best[i];
        const Rect cell{cells[column].x, y, cells[column].w, height};
        if (product_card_wide(ui, cell, card_of(ui, context, product, ui.px(172), height)))
            intents.emplace_back(OpenStory{product.product->sku});
    }
    y += height + ui.px(space::xl);
    if (const float localities = draw_localities(ui, area, {rect.x, y, rect.w, 0}, intents); localities > 0)
        y += localities + ui.px(space::xl);
    return y - rect.y;
}

} // namespace

void area_list(Ui& ui, const VisitorContext& context, Session& session, const Rect& rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& areas = context.view.areas();
    Rect rest = rect;
    const std::string count =
        ui.format("visitor.places.summary", {{"products", std::to_string(context.view.products().size())},
                                             {"places", std::to_string(areas.size())}});
    const float side = ui.target_size(64);
    Rect title = cut_top(rest, std::max(side, canvas.line_height(TextRole::D3)));
    const Rect more = cut_right(title, side, ui.px(space::m));
    canvas.text(TextRole::D3, title, ui.text("visitor.places.title"), ui.colours().ink);
    canvas.paragraph(TextRole::T3, cut_top(rest, canvas.paragraph_height(TextRole::T3, rest.w, count), ui.px(space::m)),
                     count, ui.colours().ink_2);
    const ScrollRows rows{static_cast<int>(areas.size()), ui.target_size(72), std::max(ui.px(10), ui.scale().mm(2))};
    scroll_list(ui, "places", rest, session.places_scroll.scroll, rows, [&](int index, const Rect& row) {
        const Area& area = areas[static_cast<std::size_t>(index)];
        if (area_row(ui, row, area)) intents.emplace_back(ShowArea{area.name});
    });
    scroll_round_button(ui, "places.more", centre(more, side, side), session.places_scroll.scroll);
}

void area_panel(Ui& ui, const VisitorContext& context, Session& session, const Area& area, const Rect& rect,
                Intents& intents) {
    Rect rest = rect;
    const std::string all = ui.format("visitor.places.see_all", {{"count", std::to_string(area.count)}});
    const Rect last = cut_bottom(rest, button_height(ui, TargetRole::commit), ui.px(space::m));
    const std::string& back = ui.text("visitor.places.all");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::back, .text = TextRole::B3};
    Rect first = cut_top(rest, button_height(ui), ui.px(space::m));
    first.w = std::min(first.w, button_width(ui, back, spec));
    if (button(ui, "places.all", first, back, spec)) intents.emplace_back(ShowArea{});
    // Shadows of the cards reach over the edge of the column.
    const float bleed = ui.px(space::m);
    scrolled(ui, "area", inset(rest, -bleed, 0), session.area_scroll,
             [&](const Rect& content) { return draw_content(ui, context, area, inset(content, bleed, 0), intents); });
    const Rect more{rect.right() - first.h, first.y, first.h, first.h};
    scroll_round_button(ui, "area.more", more, session.area_scroll.scroll);
    if (button(ui, "places.products", last, all,
               {.icon = Icon::forward, .icon_after = true, .role = TargetRole::commit})) {
        Filters filters;
        filters.area = area.name;
        intents.emplace_back(OpenList{filters});
    }
}

} // namespace ocop::kiosk
