// A line that was taken out of a cart before anything was paid: remembered, and frozen with what became of the cart.
#pragma once

#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ocop {

struct RemovedLine {
    Sku sku;
    std::string name; // Vietnamese
    Quantity quantity;
    Dong total; // what it would have cost
    Instant at;
    StaffId by;
    std::string reason; // empty where none was asked for
    bool operator==(const RemovedLine&) const = default;
};

nlohmann::json removed_to_json(const std::vector<RemovedLine>& lines);
std::vector<RemovedLine> removed_from_json(const nlohmann::json& json); // throws nlohmann::json::exception

} // namespace ocop
