// The figures of a shift worked out by SQL over the stored bytes of entries, without any projection or report of the
// product: what a Z report is compared with.
#pragma once

#include "pos/shifts/shift.h"

#include <filesystem>

namespace ocop::testing {

// From the database file `journal`, opened for reading.
ShiftFigures z_from_entries(const std::filesystem::path& journal, const ShiftId& shift);

} // namespace ocop::testing
