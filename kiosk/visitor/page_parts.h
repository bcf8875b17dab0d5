// Parts that pages for reading share: the way back, a column that scrolls by what it needs, a button for more.
#pragma once

#include "kiosk/ui/scroll_list.h"
#include "kiosk/visitor/visitor_context.h"

#include <cmath>
#include <string_view>

namespace ocop::kiosk {

// "Trở lại" in the top left corner, also on Escape unless that closes a sheet. Its right edge is returned. `name`: of
// the target.
float back_button(Ui& ui, const Session& session, std::string_view name, Intents& intents);

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

// While the content goes on below the edge: a button that shows more, for those who do not drag.
void more_button(Ui& ui, std::string_view name, const Rect& viewport, Scrolled& state);

// For columns full of targets: the same in a place of its own. One viewport on, from the end back to the start; nothing
// while everything fits.
void page_button(Ui& ui, std::string_view name, const Rect& square, Scrolled& state);

} // namespace ocop::kiosk
