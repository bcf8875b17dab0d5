#include "kiosk/ui/qr_panel.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

float qr_tile_side(const QrMatrix& matrix, float module_px) {
    return static_cast<float>(matrix.size + 2 * qr_quiet_zone) * std::ceil(module_px);
}

void qr_panel(Ui& ui, const Rect& square, const QrMatrix& matrix, std::string_view words) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    canvas.fill(square, c.white, ui.px(radius::key));
    if (ui.high_contrast()) canvas.stroke(square, c.ink, ui.px(3), ui.px(radius::key));
    const float side = std::min(square.w, square.h);
    const float module = std::max(1.0f, std::floor(side / static_cast<float>(matrix.size + 2 * qr_quiet_zone)));
    const float all = module * static_cast<float>(matrix.size);
    const float left = std::round(square.centre_x() - all / 2);
    const float top = std::round(square.centre_y() - all / 2);
    for (int row = 0; row < matrix.size; ++row)
        for (int column = 0; column < matrix.size;) {
            if (!matrix.at(column, row)) {
                ++column;
                continue;
            }
            int end = column;
            while (end < matrix.size && matrix.at(end, row))
                ++end;
            canvas.fill({left + module * static_cast<float>(column), top + module * static_cast<float>(row),
                         module * static_cast<float>(end - column), module},
                        c.ink);
            column = end;
        }
    if (!words.empty())
        canvas.paragraph(TextRole::M5, {square.x - ui.px(8), square.bottom() + ui.px(6), square.w + ui.px(16), 0},
                         words, c.ink, {2, Align::centre});
}

} // namespace ocop::kiosk
