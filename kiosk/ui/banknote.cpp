#include "kiosk/ui/banknote.h"

namespace ocop::kiosk {

void banknote(Ui& ui, const Rect& rect, Dong value, std::string_view words) {
    const Palette& c = ui.colours();
    Canvas& canvas = ui.canvas();
    const float corner = ui.px(radius::tag);
    canvas.fill(rect, note_colour(value.amount), corner);
    canvas.stroke(inset(rect, ui.px(5)), c.white.with_alpha(0.55f), ui.px(2), ui.px(6));
    const float width = canvas.text_width(TextRole::B3, words) + ui.px(18);
    const Rect plate = centre(rect, width, ui.px(34));
    canvas.fill(plate, c.surface, ui.px(6));
    canvas.text(TextRole::B3, plate, words, c.ink, Align::centre);
}

} // namespace ocop::kiosk
