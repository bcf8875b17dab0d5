// The figures of one shift, recomputed from the projections. Any connection.
#pragma once

#include "pos/shifts/shift.h"
#include "pos/store/database.h"

namespace ocop {

// The one function behind X and Z. Training shifts are computed the same way.
ShiftFigures figures_of_shift(Database& database, const ShiftId& shift);

// The stored Z of a closed shift, as its entry has it; not_found when there is none.
Result<ZReport> read_z_report(Database& database, std::int64_t number);
// Of the shift that was closed last.
Result<ZReport> read_last_z_report(Database& database);

} // namespace ocop
