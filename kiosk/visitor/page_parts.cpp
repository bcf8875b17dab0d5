#include "kiosk/visitor/page_parts.h"

#include "kiosk/ui/buttons.h"

namespace ocop::kiosk {

namespace {

float back_top(const Ui& ui) {
    return ui.px(32);
}

} // namespace

void back_strip(Ui& ui, std::string_view name, float width, float picture, const ScrollState& scroll) {
    const Rect strip{0, 0, width, back_top(ui) + button_height(ui) + ui.px(space::m)};
    if (scroll.position + strip.h <= picture) return;
    ui.canvas().fill(strip, ui.colours().paper);
    ui.canvas().fill({0, strip.bottom(), width, ui.px(2)}, ui.colours().line);
    ui.tap_target(name, TargetRole::surface, strip, ui.text("visitor.back"));
}

float back_button(Ui& ui, const Session& session, std::string_view name, Intents& intents) {
    const std::string& label = ui.text("visitor.back");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::back, .text = TextRole::B3};
    const Rect rect{ui.px(40), back_top(ui), button_width(ui, label, spec), button_height(ui)};
    ui.canvas().shadow(rect, ShadowKind::card);
    const bool escaped = session.sheet == VisitorSheet::none && ui.key(Key::escape);
    if (button(ui, name, rect, label, spec) || escaped) intents.emplace_back(GoBack{});
    return rect.right();
}

} // namespace ocop::kiosk
