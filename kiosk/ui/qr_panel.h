// QR codes on a white tile (design guide 4.12): ink, level M, quiet zone of 4 modules, whole pixels.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/codes/qr_code.h"

#include <string_view>

namespace ocop::kiosk {

// Side in px of a tile whose modules are `module_px` (at least 3.4 px at 1080, 10 for payment).
float qr_tile_side(const QrMatrix& matrix, float module_px);

// Draws the tile into `square` with the largest whole module that fits, centred, and `words`
// under it (two lines at most).
void qr_panel(Ui& ui, const Rect& square, const QrMatrix& matrix, std::string_view words = {});

} // namespace ocop::kiosk
