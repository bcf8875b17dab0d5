// What is taken off a price, or another price than the listed one: how much, why, by whom, and which manager allowed
// it.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/money/dong.h"
#include "pos/staff/staff.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ocop {

// Who did it and, when their own right did not reach so far, who entered their PIN for it.
struct Approval {
    StaffId by;
    StaffId allowed_by; // empty: by their own right
    bool operator==(const Approval&) const = default;
};

// A sum or a share, of one line or of what all lines come to. A value without both takes nothing off.
struct Discount {
    Dong amount;
    Rate rate; // when not zero, `amount` is zero
    std::string reason;
    Approval approval;
    bool operator==(const Discount&) const = default;
    explicit operator bool() const { return amount != Dong{} || rate != Rate{}; }
};

// Half a đồng away from zero, never more than there is.
Dong taken_off(const Discount& discount, Dong gross);

// The line's unit price is not the listed one.
struct PriceChange {
    Dong listed;
    std::string reason;
    Approval approval;
    bool operator==(const PriceChange&) const = default;
};

// Up to this share anybody may take off; beyond it, and for another price, a manager's word is needed (design guide,
// "Money and people").
inline constexpr Rate free_discount{1'000};
bool decides(Role role); // manager, organiser
// Whether one of the two persons is active and decides.
bool is_decided(const Approval& approval, const std::vector<StaffMember>& staff);

nlohmann::json discount_to_json(const Discount& discount);
// Drafts of the first version held a number of đồng. Throws nlohmann::json::exception.
Discount discount_from_json(const nlohmann::json& json);
nlohmann::json price_change_to_json(const PriceChange& change);
PriceChange price_change_from_json(const nlohmann::json& json);

} // namespace ocop
