// X and Z reports on paper, drawn in every format from the same rows as receipts.
#pragma once

#include "pos/receipts/receipt.h"
#include "pos/shifts/shift.h"
#include "pos/staff/staff.h"

#include <string>
#include <vector>

namespace ocop {

// What stands around the figures.
struct SlipContext {
    const BoothSettings& booth;
    std::string till;                      // its code
    const std::vector<StaffMember>& staff; // for names; somebody unknown is printed by id
    const Language& language;
};

// `now` is printed: an X is true at that moment only. `expected` false leaves out what should lie in the drawer, for
// people who are going to count it.
Receipt make_x_slip(const Shift& shift, const ShiftFigures& figures, Instant now, const SlipContext& context,
                    bool expected = true);
// The stored report and nothing else, so that every print of it is the same; `copy` as in make_receipt.
Receipt make_z_slip(const ZReport& report, const SlipContext& context, int copy = 0);

} // namespace ocop
