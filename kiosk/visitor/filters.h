// What a visitor has chosen to see: facets that combine. Inside one facet the choices add up, between facets they
// narrow down.
#pragma once

#include "pos/base/text_id.h"
#include "pos/catalogue/catalogue.h"

#include <optional>
#include <set>
#include <string>

namespace ocop::kiosk {

enum class ListOrder { grade, price, name };

// A price as the card shows it, of a unit or of a kilogram, in thousand đồng; the upper end belongs to the next band.
enum class PriceBand { under_50, under_100, under_200, under_500, above };

struct Filters {
    std::optional<GroupCode> group;
    std::set<int> stars;                 // 3, 4, 5; potential five is found under 4
    std::optional<std::string> area;     // name of an Area
    std::optional<std::string> locality; // name of one of its localities; only together with the area
    std::set<ProducerType> makers;
    std::set<PriceBand> prices;
    bool in_season = false;
    bool in_stock = false;
    bool gift = false;     // suits as a gift
    bool exported = false; // sold abroad
    ListOrder order = ListOrder::grade;
    bool operator==(const Filters&) const = default;

    // How many choices can be undone one by one; the order is not one.
    int count() const {
        return (group ? 1 : 0) + static_cast<int>(stars.size()) + (area ? 1 : 0) + (locality ? 1 : 0) +
               static_cast<int>(makers.size() + prices.size()) + (in_season ? 1 : 0) + (in_stock ? 1 : 0) +
               (gift ? 1 : 0) + (exported ? 1 : 0);
    }
};

} // namespace ocop::kiosk
