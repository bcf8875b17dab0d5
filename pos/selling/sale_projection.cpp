#include "pos/selling/sale_projection.h"

#include <nlohmann/json.hpp>

namespace ocop {

void move_stock(Database& database, const std::string& sku, std::int64_t thousandths) {
    database
        .cached(
            "INSERT INTO stock VALUES (?, ?) ON CONFLICT(sku) DO UPDATE SET quantity = quantity + excluded.quantity")
        .bind_all(sku, thousandths)
        .run();
}

void project_adjustments(Database& database, Position position, const std::vector<Adjustment>& adjustments) {
    std::int64_t number = 0;
    for (const auto& each : adjustments)
        database.cached("INSERT INTO adjustment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind_all(position, ++number, to_text(each.kind), std::int64_t{each.line}, each.amount.amount,
                      std::int64_t{each.rate.basis_points}, each.reason, each.staff.text(), each.allowed_by.text())
            .run();
}

void project_removed_lines(Database& database, Position position, const std::string& shift,
                           const std::vector<RemovedLine>& lines) {
    std::int64_t number = 0;
    for (const auto& each : lines)
        database.cached("INSERT INTO removed_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind_all(position, ++number, shift, each.sku.text(), each.name, each.quantity.thousandths,
                      each.total.amount, each.at.milliseconds, each.by.text(), each.reason)
            .run();
}

void project_refunded(Database& database, Position position, const Refund& refund) {
    database.cached("INSERT INTO refund VALUES (?, ?, ?, ?, ?)")
        .bind_all(position, refund.id, refund.sale_id, refund.sale_receipt, to_text(refund.goods))
        .run();
    std::int64_t number = 0;
    for (const auto& line : refund.lines)
        database.cached("INSERT INTO refund_line VALUES (?, ?, ?, ?, ?, ?)")
            .bind_all(position, ++number, refund.sale_id, std::int64_t{line.line}, line.part.quantity.thousandths,
                      line.part.total.amount)
            .run();
    Adjustment answered;
    answered.kind = Adjustment::Kind::refund;
    answered.amount = refund.total;
    answered.reason = refund.reason;
    answered.staff = refund.staff;
    answered.allowed_by = refund.allowed_by;
    project_adjustments(database, position, {answered});
}

void project_cart_dropped(Database& database, Position position, const EntryHeader&, const nlohmann::json& body) {
    project_removed_lines(database, position, body.value("shift", std::string()), removed_from_json(body.at("lines")));
}

} // namespace ocop
