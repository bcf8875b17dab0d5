// What happens to a drawer besides sales: cash paid in or out, and openings without a sale.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/store/database.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ocop {

// Positive: into the drawer; negative: out of it. The reason is what people read later.
struct CashMovement {
    Dong amount;
    std::string reason;
    StaffId by;
    Instant at; // given by the entry
    bool operator==(const CashMovement&) const = default;
};

// Refused: no amount, no reason.
Result<> check_cash_movement(const CashMovement& movement);
nlohmann::json cash_movement_to_json(const CashMovement& movement, const ShiftId& shift);
nlohmann::json drawer_event_to_json(const ShiftId& shift, const StaffId& by, const std::string& reason);

// Of one shift, in the order they happened. Any connection.
std::vector<CashMovement> movements_of_shift(Database& database, const ShiftId& shift);

} // namespace ocop
