// What staff may sell, computed once per snapshot of the till: screens read it and look nothing up themselves.
// Immutable; UI thread.
#pragma once

#include "kiosk/till/storage_messages.h"
#include "pos/catalogue/search.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

struct SellableProduct {
    const Product* product = nullptr;
    const Producer* producer = nullptr;
    Quantity stock;
    bool counted = false; // the journal counts its stock
    bool sold_out() const { return counted && stock.thousandths <= 0; }
};

class TillView {
public:
    explicit TillView(std::shared_ptr<const TillSnapshot> snapshot);
    TillView(const TillView&) = delete;
    TillView& operator=(const TillView&) = delete;

    const TillSnapshot& snapshot() const { return *snapshot_; }
    const std::vector<SellableProduct>& products() const { return products_; } // with a price, alphabetical
    const SellableProduct* find(const Sku& sku) const;                         // nullptr: not sold here
    const SellableProduct* find_barcode(std::string_view digits) const;

    // Products of a group (empty: all): alphabetical, or as ProductSearch ranks what was typed; sold-out ones last.
    std::vector<const SellableProduct*> list(const GroupCode& group, std::string_view typed) const;

private:
    std::shared_ptr<const TillSnapshot> snapshot_;
    std::vector<SellableProduct> products_;
    std::unordered_map<Sku, std::size_t> by_sku_;
};

} // namespace ocop::kiosk
