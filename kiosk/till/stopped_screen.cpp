#include "kiosk/till/screens.h"

namespace ocop::kiosk {

void draw_stopped(Ui& ui, const StaffSession& session) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.son_7);
    Rect column = centre(ui.screen(), std::min(ui.px(1200), ui.screen().w - ui.px(96)), ui.px(560));
    canvas.icon(Icon::alert, cut_top(column, ui.px(120), ui.px(space::xl)), colours.white, 2.5f);
    canvas.paragraph(TextRole::D2, cut_top(column, ui.px(180)), ui.text("till.stopped.title"), colours.white,
                     {0, Align::centre});
    canvas.paragraph(TextRole::T1, column, ui.language().sentence(session.stop), colours.white, {0, Align::centre});
}

} // namespace ocop::kiosk
