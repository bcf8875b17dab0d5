#include "kiosk/till/till_view.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

std::string search_key_of(const Product& product, const Producer& producer) {
    std::string text = product.name.in("vi");
    for (const auto& alias : product.aliases)
        text += ' ' + alias;
    text += ' ' + producer.name.in("vi") + ' ' + product.sku.text();
    for (const auto& barcode : product.barcodes)
        text += ' ' + barcode;
    return fold(text);
}

bool holds_all_words(std::string_view key, std::string_view words) {
    while (!words.empty()) {
        const auto space = words.find(' ');
        if (key.find(words.substr(0, space)) == std::string_view::npos) return false;
        words = space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
    }
    return true;
}

} // namespace

TillView::TillView(std::shared_ptr<const TillSnapshot> snapshot) : snapshot_(std::move(snapshot)) {
    for (const auto& product : snapshot_->catalogue->products()) {
        if (!product.price) continue;
        SellableProduct sellable;
        sellable.product = &product;
        sellable.producer = &snapshot_->catalogue->producer_of(product);
        sellable.search_key = search_key_of(product, *sellable.producer);
        if (const auto stock = snapshot_->stock.find(product.sku); stock != snapshot_->stock.end()) {
            sellable.stock = stock->second;
            sellable.counted = true;
        }
        by_sku_.emplace(product.sku, products_.size());
        products_.push_back(std::move(sellable));
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
    const auto words = fold(typed);
    std::vector<const SellableProduct*> found;
    for (const auto& each : products_)
        if ((group.empty() || each.product->group == group) && holds_all_words(each.search_key, words))
            found.push_back(&each);
    std::stable_partition(found.begin(), found.end(), [](const auto* each) { return !each->sold_out(); });
    return found;
}

} // namespace ocop::kiosk
