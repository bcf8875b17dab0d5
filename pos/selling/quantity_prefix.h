// "3 x" typed before a scan: so many of what comes next.
#pragma once

#include "pos/money/dong.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

struct QuantityPrefix {
    Quantity quantity;
    std::string rest; // what is typed after it
    bool operator==(const QuantityPrefix&) const = default;
};

// A number, with decimals after a comma or a point, then x, X, * or ×. nullopt: there is none, or it is nothing, or it
// is more than anybody buys.
std::optional<QuantityPrefix> read_quantity_prefix(std::string_view typed);

} // namespace ocop
