#include "kiosk/till/till_view.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
TillView::TillView(std::shared_ptr<const TillSnapshot> snapshot) : snapshot_(std::move(snapshot)) {
    for (const auto& product : snapshot_->catalogue->products()) {
        if (!product.price) continue;
        SellableProduct sellable;
        sellable.product = &product;
        sellable.producer = &snapshot_->catalogue->producer_of(product);
        if (const auto stock = snapshot_->stock.find(product.sku); stock != snapshot_->stock.end()) {
            sellable.stock = stock->second;
            sellable.counted = true;
        }
        by_sku_.emplace(product.sku, products_.size());
        products_.push_back(sellable);
    }
}

const SellableProduct* TillView::find(const Sku& sku) const {
    const auto found = by_sku_.find(sku);
    return found == by_sku_.end() ? nullptr : &products_[found->second];
}

const SellableProduct* TillView::find_barcode(std::string_view digits) const {
    const auto* product = snapshot_->catalogue->find_barcode(digits);
    return product == nullptr ? nullptr : find(product->sku);
}

std::vector<const SellableProduct*> TillView::list(const GroupCode& group, std::string_view typed) const {
    std::vector<const SellableProduct*> found;
    const auto add = [&](const SellableProduct* each) {
        if (each != nullptr && (group.empty() || each->product->group == group)) found.push_back(each);
    };
    if (typed.find_first_not_of(' ') == std::string_view::npos)
        for (const auto& each : products_)
            add(&each);
    else
        for (const auto* product : snapshot_->search->find(typed))
            add(find(product->sku));
    std::stable_partition(found.begin(), found.end(), [](const auto* each) { return !each->sold_out(); });
    return found;
}

} // namespace ocop::kiosk
