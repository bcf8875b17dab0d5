// What a pack says it holds, to compare prices by. Pure.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ocop {

enum class Measure { grams, millilitres };

struct PackContent {
    Measure measure = Measure::grams;
    std::int64_t thousandths = 0; // of a gram or millilitre, more than 0
    bool operator==(const PackContent&) const = default;
};

// "500 g", "0,5 kg", "1.5l", "500 ml", "2 lít". nullopt for anything else, sets like "10 gói x 5 g" too: a price for
// each 100 g that might be wrong is not shown.
std::optional<PackContent> pack_content(std::string_view pack);

// What 100 g or 100 ml of the product cost, half a đồng away from zero. nullopt without a price or a known content, for
// what is weighed at the till (its price is one of weight already), and for a pack of exactly 100.
struct UnitPrice {
    Dong per_hundred;
    Measure measure = Measure::grams;
    bool operator==(const UnitPrice&) const = default;
};
std::optional<UnitPrice> unit_price(const Product& product);

} // namespace ocop
