#include "kiosk/visitor/gift_plan.h"

#include "pos/money/rounding.h"

#include <algorithm>
#include <string_view>

namespace ocop::kiosk {

namespace {

// A choice of groups and nothing more: nobody is told what a product is good for.
bool suits(Occasion occasion, const Product& product) {
    const std::string_view group = product.group.text();
    switch (occasion) {
    case Occasion::tet:
        return group == "food" || group == "drink" || group == "herbal";
    case Occasion::visiting:
        return (group == "food" || group == "drink" || group == "herbal") && !product.alcohol;
    case Occasion::business:
        return group == "food" || group == "drink" || group == "herbal" || group == "craft";
    case Occasion::souvenir:
        return group == "craft" || group == "ornamental";
    }
    return false;
}

int gift_appeal(const ProductView& product) {
    return star_number(*product.stars) + (product.in_season ? 1 : 0) + (product.product->media.empty() ? 0 : 1);
}

} // namespace

std::vector<GiftCandidate> gift_candidates(const VisitorView& view, Occasion occasion) {
    std::vector<GiftCandidate> candidates;
    for (const ProductView& each : view.products()) {
        const Product& product = *each.product;
        const bool here = each.stock_state != StockState::unknown && each.can_be_picked();
        const bool fit = product.gift && product.kind == ProductKind::goods && product.sold_by == SoldBy::piece;
        if (here && fit && each.stars && suits(occasion, product))
            candidates.push_back({product.sku, product.producer, *product.price, gift_appeal(each)});
    }
    return candidates;
}

GiftPlan plan_gift(const VisitorView& view, Occasion occasion, Dong budget) {
    GiftPlan plan;
    plan.occasion = occasion;
    plan.budget = budget;
    for (Sku& sku : suggest_gift(gift_candidates(view, occasion), budget))
        plan.lines.push_back({std::move(sku), Quantity::of(1)});
    return plan;
}

Dong gift_total(const GiftPlan& plan, const VisitorView& view) {
    Dong total;
    for (const BasketLine& line : plan.lines)
        if (const ProductView* product = view.find(line.sku); product != nullptr && product->product->price)
            total += price_times(*product->product->price, line.quantity);
    return total;
}

GiftPlan swap_gift(GiftPlan plan, const VisitorView& view, const Sku& sku) {
    const auto line =
        std::find_if(plan.lines.begin(), plan.lines.end(), [&](const BasketLine& each) { return each.sku == sku; });
    if (line == plan.lines.end()) return plan;
    GiftPlan others = plan;
    others.lines.erase(others.lines.begin() + (line - plan.lines.begin()));
    std::vector<Sku> kept;
    for (const BasketLine& each : others.lines)
        kept.push_back(each.sku);
    const Dong room = plan.budget - gift_total(others, view);
    const Sku next = next_gift_choice(gift_candidates(view, plan.occasion), sku, kept, room);
    if (!next.empty()) *line = {next, Quantity::of(1)};
    return plan;
}

} // namespace ocop::kiosk
