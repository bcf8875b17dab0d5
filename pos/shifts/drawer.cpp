#include "pos/shifts/drawer.h"

#include "pos/journal/entry.h"

#include <nlohmann/json.hpp>

namespace ocop {

Result<> check_cash_movement(const CashMovement& movement) {
    if (movement.amount == Dong{}) return fail(ErrorKind::refused, "error.movement_amount");
    if (movement.reason.empty()) return fail(ErrorKind::refused, "error.movement_reason");
    return {};
}

nlohmann::json cash_movement_to_json(const CashMovement& movement, const ShiftId& shift) {
    return {{"shift", shift.text()},
            {"amount", movement.amount.amount},
            {"reason", movement.reason},
            {"staff", movement.by.text()}};
}

nlohmann::json drawer_event_to_json(const ShiftId& shift, const StaffId& by, const std::string& reason) {
    return {{"shift", shift.text()}, {"staff", by.text()}, {"reason", reason}};
}

std::vector<CashMovement> movements_of_shift(Database& database, const ShiftId& shift) {
    auto rows = database.prepare("SELECT entry.bytes FROM cash_movement JOIN entry USING (position)"
                                 " WHERE cash_movement.shift = ? ORDER BY position");
    rows.bind_all(shift.text());
    std::vector<CashMovement> movements;
    while (rows.step()) {
        const auto entry = read_entry(rows.text(0));
        const auto body = entry ? body_of(*entry) : tl::unexpected<Error>(entry.error());
        if (!body) continue; // verify tells of it
        CashMovement movement;
        movement.amount = Dong{body->at("amount").get<std::int64_t>()};
        movement.reason = body->value("reason", std::string());
        movement.by = StaffId(body->value("staff", std::string()));
        movement.at = entry->header.recorded_at;
        movements.push_back(std::move(movement));
    }
    return movements;
}

} // namespace ocop
