#include "kiosk/ui/scroll_buttons.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

bool arrow(Ui& ui, std::string_view name, const Rect& rect, bool up, const ButtonSpec& spec) {
    if (!icon_button(ui, name, rect, up ? Icon::up : Icon::down, ui.text(up ? "ui.scroll_up" : "ui.scroll_down"), spec))
        return false;
    ui.request_frames_until({ui.now().milliseconds + 1});
    return true;
}

void page_button(Ui& ui, const std::string& name, const Rect& rect, int direction, ScrollState& state) {
    ButtonSpec spec{.look = ButtonLook::secondary};
    const bool up = direction < 0;
    spec.enabled = up ? !state.at_start() : !state.at_end();
    if (arrow(ui, name + (up ? "/up" : "/down"), rect, up, spec)) scroll_page(state, direction);
}

float gap(const Ui& ui) {
    return ui.px(space::s);
}

} // namespace

bool is_longer(const ScrollState& state, float room) {
    return state.content > room + 1;
}

Rect cut_scroll_gutter(const Ui& ui, Rect& area, const ScrollState& state, float reach) {
    if (!is_longer(state, area.h)) return {};
    const float side = ui.target_size(64);
    const Rect gutter{area.right() + reach - side, area.y, side, area.h};
    area.w -= std::max(0.0f, side + gap(ui) - reach);
    return gutter;
}

void scroll_buttons(Ui& ui, std::string_view name, const Rect& gutter, ScrollState& state) {
    if (gutter.empty()) return;
    Rect rest = gutter;
    const float side = std::min(gutter.w, (gutter.h - gap(ui)) / 2);
    page_button(ui, std::string(name), cut_bottom(rest, side, gap(ui)), 1, state);
    page_button(ui, std::string(name), cut_bottom(rest, side), -1, state);
}

void scroll_button_row(Ui& ui, std::string_view name, Rect& area, ScrollState& state) {
    if (!is_longer(state, area.h)) return;
    const auto halves = columns(cut_bottom(area, ui.target_size(64), gap(ui)), 2, gap(ui));
    page_button(ui, std::string(name), halves[0], -1, state);
    page_button(ui, std::string(name), halves[1], 1, state);
}

void scroll_round_button(Ui& ui, std::string_view name, const Rect& square, ScrollState& state) {
    if (!is_longer(state, state.viewport)) return;
    const bool end = state.at_end();
    if (!arrow(ui, name, square, end, {.look = ButtonLook::tertiary})) return;
    if (end)
        scroll_into_view(state, 0, 1);
    else
        scroll_page(state, 1);
}

} // namespace ocop::kiosk
