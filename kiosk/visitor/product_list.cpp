#include "kiosk/visitor/product_list.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/filter_panel.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/maker_list.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

float undo_chip_width(Ui& ui, const std::string& label) {
    return ui.canvas().text_width(TextRole::M3, label) + ui.px(28 + 24 + 10 + 28);
}

// A filled chip with a cross: tap to drop this filter.
bool undo_chip(Ui& ui, const Rect& rect, const ActiveFilter& filter) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(filter.name, TargetRole::chip, rect,
                                  ui.format("visitor.filter.drop", {{"filter", filter.label}}));
    canvas.fill(rect, mix(colours.selected, colours.pine_pressed, tap.pressed), rect.h / 2);
    Rect inner = inset(rect, ui.px(28), 0);
    canvas.icon(Icon::cross, cut_left(inner, ui.px(24), ui.px(10)), colours.on_selected);
    canvas.text(TextRole::M3, inner, filter.label, colours.on_selected);
    if (tap.focused) ui.focus_ring(rect, rect.h / 2);
    return tap.tapped;
}

// Title, count and the chips of the filters in force. Returns what is left below it.
Rect draw_heading(Ui& ui, const Session& session, const Listing& listing, Rect area, bool rail, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto active = active_filters(ui.language(), session.filters);
    const float chip_row = std::max(ui.px(64), ui.target_size(64));

    const std::string title = session.filters.group ? group_name(ui.language(), *session.filters.group)
                              : session.list_makers ? ui.text("visitor.list.makers")
                                                    : ui.text("visitor.list.all");
    const std::string count =
        session.list_makers ? ui.format("visitor.places.makers", {{"count", std::to_string(makers_of(listing).size())}})
                            : ui.format("visitor.list.count", {{"count", std::to_string(listing.products.size())}});
    std::vector<float> widths;
    for (const ActiveFilter& filter : active)
        widths.push_back(undo_chip_width(ui, filter.label));
    float chips = 0;
    for (const float width : widths)
        chips += width + ui.px(space::s);

    Rect row = cut_top(area, std::max(chip_row, canvas.line_height(TextRole::S1)), ui.px(space::m));
    if (!rail) {
        const std::string& label = ui.text("visitor.filter.open");
        const ButtonSpec spec{.look = ButtonLook::secondary, .icon = Icon::filter, .text = TextRole::B3};
        const Rect place = cut_right(row, button_width(ui, label, spec), ui.px(space::m));
        if (button(ui, "list.filters", centre(place, place.w, button_height(ui)), label, spec))
            intents.emplace_back(OpenSheet{VisitorSheet::filters});
    }
    const float title_width = canvas.text_width(TextRole::S1, title);
    const float count_width = canvas.text_width(TextRole::T2, count);
    const bool beside = title_width + count_width + ui.px(40) + chips <= row.w;
    std::vector<Rect> placed;
    if (beside && !active.empty()) {
        const Rect place = cut_right(row, chips, ui.px(space::m));
        placed = flow({place.x, place.y, place.w + ui.px(space::s), chip_row}, widths, chip_row, ui.px(space::s));
        const float free = place.right() - placed.back().right();
        for (Rect& rect : placed)
            rect = moved(rect, free, (row.h - chip_row) / 2);
    }
    canvas.text(TextRole::S1, row, title, colours.ink);
    cut_left(row, title_width, ui.px(space::m));
    canvas.text(TextRole::T2, row, count, colours.ink_2);
    if (!beside && !active.empty()) {
        const Rect place = cut_top(area, flow_height(area.w, widths, chip_row, ui.px(space::s)), ui.px(space::m));
        placed = flow(place, widths, chip_row, ui.px(space::s));
    }
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (undo_chip(ui, placed[i], active[i])) intents.emplace_back(ChangeFilters{active[i].without});
    return area;
}

// Nothing passes: say so and offer to drop the filter chosen last.
void draw_empty(Ui& ui, const Session& session, const Rect& area, Intents& intents) {
    const auto last = last_chosen(ui.language(), session);
    Rect rest = empty_state(ui, area, Icon::search, ui.text("visitor.list.empty"), ui.text("visitor.list.empty_help"),
                            ui.colours().ink_3);
    if (!last) return;
    const std::string label = ui.format("visitor.filter.drop", {{"filter", last->label}});
    const ButtonSpec spec{.text = TextRole::B3};
    const Rect row = cut_top(rest, button_height(ui));
    if (button(ui, "list.drop", centre(row, button_width(ui, label, spec), row.h), label, spec))
        intents.emplace_back(ChangeFilters{last->without});
}

float card_height(Ui& ui) {
    const Canvas& canvas = ui.canvas();
    return ui.px(172 + 18 + 8 + 34 + 10 + 20) + 2 * canvas.line_height(TextRole::S3) +
           canvas.line_height(TextRole::T4) + tag_height(ui);
}

} // namespace

bool has_filter_rail(const Ui& ui, const Session& session) {
    return !ui.scale().portrait() && !ui.scale().compact() && session.text_size == TextSize::normal;
}

void draw_product_list(Ui& ui, const VisitorContext& context, Session& session, const Listing& listing,
                       Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    const float strip = top_strip(ui, context, intents);
    const float bottom = ui.screen().h - bottom_bar_height(ui);
    const float margin = ui.scale().margin();
    Rect area{margin, strip + ui.px(space::xl), ui.screen().w - 2 * margin, 0};
    area.h = bottom - area.y;

    const bool rail = has_filter_rail(ui, session);
    if (rail) {
        Rect place = cut_left(area, ui.px(392), ui.px(space::xxl));
        place.h -= ui.px(space::l);
        panel(ui, place);
        filter_panel(ui, session, listing, inset(place, 0, ui.px(space::s)), session.filter_scroll, intents);
    }
    Rect list = draw_heading(ui, session, listing, area, rail, intents);
    if (listing.products.empty()) {
        draw_empty(ui, session, list, intents);
        return;
    }
    if (session.list_makers) {
        list.h = bottom - list.y;
        maker_list(ui, session, makers_of(listing), list, intents);
        return;
    }
    // Shadows reach over the edge of the columns.
    const float bleed = ui.px(space::m);
    list.h = bottom - list.y;
    const Rect gutter = cut_scroll_gutter(ui, list, session.list_scroll.scroll, margin);
    const Rect viewport{list.x - bleed, list.y - bleed, list.w + 2 * bleed, bottom - list.y + bleed};
    const bool two = ui.scale().portrait() || ui.scale().compact() || session.text_size != TextSize::normal;
    const int column_count = two ? 2 : 3;
    const float gap = ui.px(column_count == 3 ? 16 : 24);
    const auto cells = columns(list, column_count, gap);
    const float height = card_height(ui);
    const int count = static_cast<int>(listing.products.size());
    const int row_count = (count + column_count - 1) / column_count;
    const float total = bleed + static_cast<float>(row_count) * (height + ui.px(space::l)) + bleed;
    scroll_area(ui, "list", viewport, session.list_scroll.scroll, total, [&](const Rect& content) {
        for (int row = 0; row < row_count; ++row) {
            const float y = content.y + bleed + static_cast<float>(row) * (height + ui.px(space::l));
            if (y + height < viewport.y || y > viewport.bottom()) continue;
            for (int column = 0; column < column_count; ++column) {
                const int index = row * column_count + column;
                if (index >= count) break;
                const ProductView& product = *listing.products[static_cast<std::size_t>(index)];
                const Rect cell{cells[static_cast<std::size_t>(column)].x, y, cells[static_cast<std::size_t>(column)].w,
                                height};
                if (product_card(ui, cell, card_of(ui, context, product, cell.w, ui.px(172)), !session.filters.group))
                    intents.emplace_back(OpenStory{product.product->sku});
            }
        }
    });
    scroll_buttons(ui, "list", gutter, session.list_scroll.scroll);
}

} // namespace ocop::kiosk
