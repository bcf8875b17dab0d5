// Price and shelf labels: what stands on them, and sheets of them as PDF.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/catalogue.h"
#include "pos/text/language.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop {

struct ShelfLabel {
    std::string name;
    std::string maker; // "HTX Hợp Tiến · Chai 500 ml"
    std::string price; // "185.000 ₫ / hũ"
    std::string note;  // that the price is a sample; empty: it is not
    int stars = 0;     // in the seal; 0: none may be shown today
    std::string stars_words;
    std::string code;  // below the bars: the first barcode, else the SKU
    std::string story; // address for the phone; empty: no code
};

// Of these products, in this order; of all with a price when none is named. Refused when one is unknown or has no
// price.
Result<std::vector<ShelfLabel>> shelf_labels(const Catalogue& catalogue, const std::vector<Sku>& products, Day today,
                                             const Language& language);

// A4 sheets of 3 × 8 labels of 70 × 37 mm without gaps, each label `copies` times.
Result<> write_label_sheet(const std::vector<ShelfLabel>& labels, int copies, const std::filesystem::path& asset_root,
                           const std::filesystem::path& file);

inline constexpr int labels_a_sheet = 24;

} // namespace ocop
