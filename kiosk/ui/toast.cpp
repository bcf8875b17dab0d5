#include "kiosk/ui/toast.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

bool draw_toast(Ui& ui, ToastState& state, float bottom) {
    if (!state.shown) return false;
    const Toast toast = *state.shown;
    const int hold = toast.action.empty() ? motion::toast_hold : motion::toast_hold_action;
    const auto age = ui.now().milliseconds - state.since.milliseconds;
    const auto leaving_at = state.since.milliseconds + motion::toast_in + hold;
    if (age >= motion::toast_in + hold + motion::toast_out) {
        state.shown.reset();
        return false;
    }
    ui.wake_at({ui.now().milliseconds < leaving_at ? leaving_at : leaving_at + motion::toast_out});
    const float in = ease_out(ui.progress(state.since, motion::toast_in));
    const float out = ui.now().milliseconds < leaving_at ? 0 : ease_in(ui.progress({leaving_at}, motion::toast_out));
    const float shown = in * (1 - out);
    const auto fade = ui.canvas().fade(shown);

    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float height = ui.target_size(68);
    const float icon = ui.px(36);
    const float pad = ui.px(26);
    const float action = toast.action.empty() ? 0 : canvas.text_width(TextRole::B3, toast.action) + 2 * ui.px(24);
    const float most = ui.screen().w - 2 * ui.scale().margin();
    const float words = std::min(canvas.text_width(TextRole::M3, toast.words), most - icon - action - 3 * pad);
    const float width = std::min(most, std::max(ui.px(420), words + icon + action + ui.px(18) + 2 * pad));
    Rect rect{std::round(ui.screen().centre_x() - width / 2),
              bottom - height + (ui.reduced_motion() ? 0 : (1 - shown) * ui.px(16)), width, height};
    canvas.shadow(rect, ShadowKind::dialog);
    canvas.fill(rect, toast.failed ? c.son_7 : c.pine_9, ui.px(radius::button));
    bool tapped = false;
    Rect room = inset(rect, pad, 0);
    canvas.icon(toast.icon, centre(cut_left(room, icon, ui.px(18)), icon, icon), c.white);
    if (action > 0) {
        const Rect area{rect.right() - action, rect.y, action, rect.h};
        tapped = ui.tap_target(toast.action_name, TargetRole::link, area, toast.action).tapped;
        canvas.text(TextRole::B3, area, toast.action, toast.failed ? c.white : c.on_pine_accent, Align::centre);
        room.w = area.x - room.x;
    }
    canvas.text(TextRole::M3, room, toast.words, c.white, Align::left, Fit::ellipsis);
    if (tapped) state.shown.reset();
    return tapped;
}

} // namespace ocop::kiosk
