// Bar codes as modules, for labels.
#pragma once

#include "pos/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct BarModules {
    std::vector<bool> dark; // from left to right, quiet zones not included
    std::string text;       // as it is printed below the bars
};

inline constexpr int bar_quiet_zone =
    11; // light modules that every drawing keeps free at both sides (EAN-13: 11 and 7)

// 8, 12 or 13 digits with a right check digit become EAN-8 or EAN-13 (UPC-A with a nought before it), other text of
// ASCII Code 128. Refused ("error.barcode_impossible") when no code can hold it.
Result<BarModules> bar_modules(std::string_view text);

} // namespace ocop
