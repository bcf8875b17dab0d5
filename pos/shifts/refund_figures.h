// What came back in a shift, and what was taken out of orders before they were paid. Any connection.
#pragma once

#include "pos/shifts/shift.h"
#include "pos/store/database.h"

namespace ocop {

// Refunds stand among the sales with amounts below zero: all sums have them already, the number of sales has not.
void add_refunds(Database& database, const ShiftId& shift, ShiftFigures& figures);

} // namespace ocop
