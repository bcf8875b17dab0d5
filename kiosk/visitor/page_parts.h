// Parts that pages for reading share: the way back, a column that scrolls by what it needs.
#pragma once

#include "kiosk/ui/scroll_list.h"
#include "kiosk/visitor/visitor_context.h"

#include <cmath>
#include <string_view>

namespace ocop::kiosk {

// "Trở lại" in the top left corner, also on Escape unless that closes a sheet. Its right edge is returned. `name`: of
// the target.
float back_button(Ui& ui, const Session& session, std::string_view name, Intents& intents);

// Before the button, once `scroll` has moved the `picture` px high picture away from under it: paper as wide as
// `width`, so that no words are read around the button. `name`: of the surface, which keeps what it hides from being
// touched.
void back_strip(Ui& ui, std::string_view name, float width, float picture, const ScrollState& scroll);

// Scrolls what `draw` draws from the top of the rectangle it is handed; it returns the height used, which is known to
// the next frame.
template <class Draw>
void scrolled(Ui& ui, std::string_view name, const Rect& viewport, Scrolled& state, Draw draw) {
    scroll_area(ui, name, viewport, state.scroll, state.height, [&](const Rect& content) {
        const float height = draw(content);
        if (std::abs(height - state.height) < 0.5f) return;
        state.height = height;
        ui.request_frames_until({ui.now().milliseconds + 1});
    });
}

} // namespace ocop::kiosk
