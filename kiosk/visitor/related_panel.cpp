#include "kiosk/visitor/related_panel.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/related.h"
#include "kiosk/visitor/wording.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

constexpr std::size_t most_related = 4;

} // namespace

float pack_choices(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                   Intents& intents) {
    const auto packs = other_packs(context.view, product);
    if (packs.empty()) return 0;
    float y = rect.y;
    y += ui.canvas().paragraph(TextRole::B2, {rect.x, y, rect.w, 0}, ui.text("visitor.packs.heading"),
                               ui.colours().ink) +
         ui.px(space::s);
    std::vector<std::string> labels;
    std::vector<float> widths;
    for (const ProductView* pack : packs) {
        labels.push_back(pack_label(*pack->product) + " · " + price_text(ui, *pack->product));
        widths.push_back(chip_width(ui, labels.back(), false));
    }
    const auto placed = flow({rect.x, y, rect.w, 0}, widths, chip_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < packs.size(); ++i)
        if (chip(ui, "pack/" + packs[i]->product->sku.text(), placed[i], labels[i], false))
            intents.emplace_back(OpenStory{packs[i]->product->sku});
    return placed.back().bottom() - rect.y;
}

float related_products(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                       int column_count, Intents& intents) {
    const auto others = related(context.view, product, most_related);
    if (others.empty()) return 0;
    float y = rect.y;
    y += ui.canvas().paragraph(TextRole::B2, {rect.x, y, rect.w, 0}, ui.text("visitor.related.heading"),
                               ui.colours().ink) +
         ui.px(space::s);
    const float height = wide_card_height(ui);
    const auto cells = columns(rect, ui.text_size() == TextSize::normal ? column_count : 1, ui.px(space::l));
    for (std::size_t i = 0; i < others.size(); ++i) {
        const std::size_t column = i % cells.size();
        if (i != 0 && column == 0) y += height + ui.px(space::m);
        const Rect cell{cells[column].x, y, cells[column].w, height};
        if (product_card_wide(ui, cell, card_of(ui, context, *others[i], ui.px(172), height)))
            intents.emplace_back(OpenStory{others[i]->product->sku});
    }
    return y + height - rect.y;
}

} // namespace ocop::kiosk
