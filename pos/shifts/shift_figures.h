// The figures of one shift, recomputed from the projections. Any connection.
#pragma once

#include "pos/shifts/shift.h"
#include "pos/store/database.h"

namespace ocop {

// float + cash − change + paid in − paid out. Training shifts are computed the same way.
ShiftFigures figures_of_shift(Database& database, const ShiftId& shift);

} // namespace ocop
