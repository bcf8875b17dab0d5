// QR codes as modules, for whoever draws them: screens, receipts, labels, a terminal.
#pragma once

#include "pos/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct QrMatrix {
    int size = 0;           // modules per side
    std::vector<bool> dark; // size × size, row by row
    bool at(int column, int row) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
};

// Every drawing keeps so many light modules free around the code (ISO/IEC 18004).
inline constexpr int qr_quiet_zone = 4;

// Level M. Fails with refused when the text does not fit a QR code (more than 2,331 bytes, or
// 3,391 capitals, digits and "$%*+-./: ", which are packed denser).
Result<QrMatrix> qr_matrix(std::string_view text);

// Two modules a character, light on dark as terminals are, quiet zone included; lines end with a line break.
std::string qr_for_terminal(const QrMatrix& matrix);

} // namespace ocop
