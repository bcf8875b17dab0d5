#include "kiosk/visitor/page_parts.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>

namespace ocop::kiosk {

float back_button(Ui& ui, const Session& session, std::string_view name, Intents& intents) {
    const std::string& label = ui.text("visitor.back");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::back, .text = TextRole::B3};
    const Rect rect{ui.px(40), ui.px(32), button_width(ui, label, spec), button_height(ui)};
    ui.canvas().shadow(rect, ShadowKind::card);
    const bool escaped = session.sheet == VisitorSheet::none && ui.key(Key::escape);
    if (button(ui, name, rect, label, spec) || escaped) intents.emplace_back(GoBack{});
    return rect.right();
}

void more_button(Ui& ui, std::string_view name, const Rect& viewport, Scrolled& state) {
    if (state.height <= viewport.h + 1 || state.scroll.at_end()) return;
    const float side = ui.target_size(64);
    const Rect rect{viewport.right() - side, viewport.bottom() - side - ui.px(space::xs), side, side};
    if (icon_button(ui, name, rect, Icon::down, ui.text("visitor.story.more"))) {
        state.scroll.position = std::min(state.height - viewport.h, state.scroll.position + viewport.h * 0.8f);
        ui.request_frames_until({ui.now().milliseconds + 1});
    }
}

void page_button(Ui& ui, std::string_view name, const Rect& square, Scrolled& state) {
    ScrollState& scroll = state.scroll;
    if (scroll.content <= scroll.viewport + 1) return;
    const bool end = scroll.at_end();
    if (!icon_button(ui, name, square, end ? Icon::up : Icon::down, ui.text("visitor.story.more"))) return;
    if (end)
        scroll_into_view(scroll, 0, 1);
    else
        scroll_page(scroll, 1);
    ui.request_frames_until({ui.now().milliseconds + 1});
}

} // namespace ocop::kiosk
