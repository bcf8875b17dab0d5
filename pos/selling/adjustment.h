// What made a sale cheaper or otherwise unusual, and who answers for it: part of the sale's entry.
#pragma once

#include "pos/base/text_id.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ocop {

struct Adjustment {
    enum class Kind { line_discount, cart_discount, price, other_goods, refund } kind = Kind::line_discount;
    int line = 0; // 1, 2 ...; 0: the whole sale
    Dong amount;  // by how much the sale became cheaper; below zero: dearer
    Rate rate;    // where a share was asked for
    std::string reason;
    StaffId staff;
    std::string staff_name;
    StaffId allowed_by; // the manager whose PIN it took, empty when none
    std::string allowed_by_name;
    bool operator==(const Adjustment&) const = default;
};

std::string to_text(Adjustment::Kind kind); // "line_discount", "cart_discount", "price", "other_goods", "refund"

nlohmann::json adjustment_to_json(const Adjustment& adjustment);
Adjustment adjustment_from_json(const nlohmann::json& body); // throws nlohmann::json::exception

} // namespace ocop
