#include "pos/shifts/shift_figures.h"

#include "pos/journal/entry.h"
#include "pos/shifts/refund_figures.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

void add_sales(Database& database, const std::string& shift, ShiftFigures& figures) {
    auto sums = database.prepare("SELECT count(*), coalesce(sum(subtotal), 0), coalesce(sum(discount), 0),"
                                 " coalesce(sum(total), 0) FROM sale WHERE shift = ?");
    sums.bind_all(shift);
    sums.step();
    figures.sales = sums.integer(0);
    figures.gross = Dong{sums.integer(1)};
    figures.discount = Dong{sums.integer(2)};
    figures.net = Dong{sums.integer(3)};

    auto groups = database.prepare(
        "SELECT product_group, sum(total), sum(tax), sum(CASE WHEN quantity % 1000 = 0 THEN quantity / 1000 ELSE "
        "sign(quantity) END)"
        " FROM sale_line WHERE position IN (SELECT position FROM sale WHERE shift = ?) GROUP BY 1 ORDER BY 1");
    groups.bind_all(shift);
    while (groups.step()) {
        figures.by_group[groups.text(0)] = Dong{groups.integer(1)};
        figures.tax += Dong{groups.integer(2)};
        figures.items += groups.integer(3);
    }

    auto receipts = database.prepare("SELECT receipt FROM sale WHERE shift = ? ORDER BY position");
    receipts.bind_all(shift);
    while (receipts.step()) {
        if (figures.first_receipt.empty()) figures.first_receipt = receipts.text(0);
        figures.last_receipt = receipts.text(0);
    }
}

void add_payments(Database& database, const std::string& shift, ShiftFigures& figures) {
    auto payments = database.prepare(
        "SELECT method, state, sum(amount), sum(max(tendered, 0)), sum(change), sum(max(-amount, 0)) FROM payment"
        " WHERE position IN (SELECT position FROM sale WHERE shift = ?)"
        " GROUP BY method, state ORDER BY method, state");
    payments.bind_all(shift);
    while (payments.step()) {
        const auto method = payments.text(0);
        const Dong amount{payments.integer(2)};
        figures.by_method[method] += amount;
        if (payments.text(1) == "unconfirmed") figures.unconfirmed_transfers += amount;
        if (method != to_text(PaymentMethod::cash)) continue;
        figures.cash_taken += Dong{payments.integer(3)};
        figures.change_given += Dong{payments.integer(4)};
        figures.cash_refunded += Dong{payments.integer(5)};
    }
}

void add_drawer(Database& database, const std::string& shift, ShiftFigures& figures) {
    auto movements = database.prepare("SELECT amount FROM cash_movement WHERE shift = ?");
    movements.bind_all(shift);
    while (movements.step()) {
        const Dong amount{movements.integer(0)};
        if (amount.amount >= 0)
            figures.cash_in += amount;
        else
            figures.cash_out += -amount;
    }
    auto openings = database.prepare("SELECT count(*) FROM drawer_event WHERE shift = ?");
    openings.bind_all(shift);
    openings.step();
    figures.drawer_openings = openings.integer(0);
    auto opening = database.prepare("SELECT opening_float FROM shift WHERE id = ?");
    opening.bind_all(shift);
    if (opening.step()) figures.opening_float = Dong{opening.integer(0)};
}

} // namespace

ShiftFigures figures_of_shift(Database& database, const ShiftId& shift) {
    ShiftFigures figures;
    add_sales(database, shift.text(), figures);
    add_payments(database, shift.text(), figures);
    add_drawer(database, shift.text(), figures);
    add_refunds(database, shift, figures);
    for (const auto& row : cash_rows(figures))
        figures.expected_cash += row.amount;
    return figures;
}

namespace {

Result<ZReport> report_in(std::string bytes) {
    OCOP_TRY_ASSIGN(const auto entry, read_entry(std::move(bytes)));
    OCOP_TRY_ASSIGN(const auto body, body_of(entry));
    OCOP_TRY_ASSIGN(auto report, z_report_from_json(body));
    report.business_date = entry.header.business_date;
    report.training = entry.header.training;
    return report;
}

} // namespace

Result<ZReport> read_z_report(Database& database, std::int64_t number) {
    auto rows = database.prepare("SELECT entry.bytes FROM shift JOIN entry ON entry.position = shift.closed_at_position"
                                 " WHERE shift.number = ?");
    rows.bind_all(number);
    if (!rows.step()) return fail(ErrorKind::not_found, "error.no_z_report", {{"number", std::to_string(number)}});
    return report_in(rows.text(0));
}

Result<ZReport> read_last_z_report(Database& database) {
    auto rows = database.prepare("SELECT bytes FROM entry WHERE position ="
                                 " (SELECT max(closed_at_position) FROM shift)");
    if (!rows.step()) return fail(ErrorKind::not_found, "error.no_shift_closed");
    return report_in(rows.text(0));
}

} // namespace ocop
