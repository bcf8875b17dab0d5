// QR codes on a white tile (design guide 4.12): ink, level M, quiet zone of 4 modules, whole pixels.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

struct QrMatrix {
    int size = 0;           // modules per side
    std::vector<bool> dark; // size × size, row by row
    bool at(int column, int row) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
};

// Level M. Fails with refused when the text does not fit a QR code (more than 2,331 bytes).
Result<QrMatrix> qr_matrix(std::string_view text);

// Side in px of a tile whose modules are `module_px` (at least 3.4 px at 1080, 10 for payment).
float qr_tile_side(const QrMatrix& matrix, float module_px);

// Draws the tile into `square` with the largest whole module that fits, centred, and `words`
// under it (two lines at most).
void qr_panel(Ui& ui, const Rect& square, const QrMatrix& matrix, std::string_view words = {});

} // namespace ocop::kiosk
