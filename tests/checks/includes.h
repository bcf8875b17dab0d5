// Who may include what: the layers, the rooms of C libraries, paths from the root.
#pragma once

#include "tests/checks/source_tree.h"

namespace ocop::checks {

// Reported: pos/ that includes sync/ or kiosk/, sync/ that includes kiosk/, a product file that includes tests/, a
// quoted include that is no path from the root, and a C library's header outside the folders it is kept in. Tests may
// include any C header: fault injection and baselines need them.
Violations check_includes(const SourceTree& tree);

} // namespace ocop::checks
