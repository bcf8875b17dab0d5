#include "pos/shifts/shift_figures.h"

#include "pos/shifts/refund_figures.h"

namespace ocop {

ShiftFigures figures_of_shift(Database& database, const ShiftId& shift) {
    ShiftFigures figures;
    auto sums = database.prepare("SELECT count(*), coalesce(sum(subtotal), 0), coalesce(sum(discount), 0),"
                                 " coalesce(sum(total), 0) FROM sale WHERE shift = ?");
    sums.bind_all(shift.text());
    sums.step();
    figures.sales = sums.integer(0);
    figures.gross = Dong{sums.integer(1)};
    figures.discount = Dong{sums.integer(2)};
    figures.net = Dong{sums.integer(3)};

    auto taxes = database.prepare("SELECT coalesce(sum(tax), 0) FROM sale_line"
                                  " WHERE position IN (SELECT position FROM sale WHERE shift = ?)");
    taxes.bind_all(shift.text());
    taxes.step();
    figures.tax = Dong{taxes.integer(0)};

    auto payments = database.prepare("SELECT method, state, sum(amount) FROM payment"
                                     " WHERE position IN (SELECT position FROM sale WHERE shift = ?)"
                                     " GROUP BY method, state ORDER BY method, state");
    payments.bind_all(shift.text());
    while (payments.step()) {
        const Dong amount{payments.integer(2)};
        figures.by_method[payments.text(0)] += amount;
        if (payments.text(1) == "unconfirmed") figures.unconfirmed_transfers += amount;
    }

    auto movements = database.prepare("SELECT amount FROM cash_movement WHERE shift = ?");
    movements.bind_all(shift.text());
    while (movements.step()) {
        const Dong amount{movements.integer(0)};
        if (amount.amount >= 0)
            figures.cash_in += amount;
        else
            figures.cash_out += -amount;
    }

    auto opening = database.prepare("SELECT opening_float FROM shift WHERE id = ?");
    opening.bind_all(shift.text());
    const Dong float_money = opening.step() ? Dong{opening.integer(0)} : Dong{};
    const auto cash = figures.by_method.find("cash");
    figures.expected_cash = float_money + (cash == figures.by_method.end() ? Dong{} : cash->second) + figures.cash_in -
                            figures.cash_out;

    auto receipts = database.prepare("SELECT receipt FROM sale WHERE shift = ? ORDER BY position");
    receipts.bind_all(shift.text());
    while (receipts.step()) {
        if (figures.first_receipt.empty()) figures.first_receipt = receipts.text(0);
        figures.last_receipt = receipts.text(0);
    }
    add_refunds(database, shift, figures);
    return figures;
}

} // namespace ocop
