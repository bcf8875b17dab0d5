// Where fonts, languages, icons and the demo catalogue are.
#pragma once

#include "pos/base/result.h"

#include <filesystem>

namespace ocop {

// The nearest folder `assets` (one that holds `lang`) beside or above the running program, as in a build tree; else
// <prefix>/share/ocop of an installed one. Fails with refused when neither exists.
Result<std::filesystem::path> find_asset_root();

} // namespace ocop
