#include "pos/shifts/refund_figures.h"

namespace ocop {

void add_refunds(Database& database, const ShiftId& shift, ShiftFigures& figures) {
    auto refunds = database.prepare("SELECT count(*), coalesce(sum(-total), 0) FROM sale WHERE shift = ?"
                                    " AND position IN (SELECT position FROM refund)");
    refunds.bind_all(shift.text());
    refunds.step();
    figures.refunds = refunds.integer(0);
    figures.refunded = Dong{refunds.integer(1)};
    figures.sales -= figures.refunds;
    auto removed = database.prepare("SELECT count(*), coalesce(sum(total), 0) FROM removed_line WHERE shift = ?");
    removed.bind_all(shift.text());
    removed.step();
    figures.removed_lines = removed.integer(0);
    figures.removed = Dong{removed.integer(1)};
}

} // namespace ocop
