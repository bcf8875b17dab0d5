#include "kiosk/ui/number_pad.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ocop::kiosk {

namespace {

struct KeyPaint {
    Colour face;
    Colour ink;
};

KeyPaint key_paint(const Ui& ui, KeyLook look) {
    const Palette& c = ui.colours();
    if (c.high_contrast) return {c.surface, c.ink};
    switch (look) {
    case KeyLook::plain:
        break;
    case KeyLook::quiet:
        return {c.sunken, c.ink};
    case KeyLook::tone:
        return {ui.accent_soft(), ui.accent_pressed()};
    case KeyLook::marked:
        return {c.hoe_1, c.ink};
    }
    return {c.surface, c.ink};
}

} // namespace

bool key_cap(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, const KeySpec& spec) {
    const Tap tap = ui.tap_target(name, TargetRole::key, rect, label, {spec.enabled, false, spec.repeat});
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::key);
    const float edge = ui.px(3);
    const KeyPaint paint = key_paint(ui, spec.look);
    const Colour rest = !spec.enabled   ? c.sunken
                        : spec.strong   ? ui.accent()
                        : spec.selected ? ui.selected()
                                        : paint.face;
    const Colour pressed = spec.strong                  ? ui.accent_pressed()
                           : spec.look == KeyLook::tone ? mix(ui.accent_soft(), ui.accent(), 0.25f)
                                                        : ui.accent_soft();
    const Colour ink = !spec.enabled ? c.ink_3 : spec.strong ? c.white : spec.selected ? c.on_selected : paint.ink;
    canvas.fill(rect, spec.strong ? ui.accent_pressed() : c.key_edge, corner);
    const Rect face = inset(rect, 0, 0, 0, edge);
    canvas.fill(face, mix(rest, pressed, tap.pressed), corner);
    if (c.high_contrast) canvas.stroke(rect, c.ink, ui.px(3), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    if (spec.icon != Icon::none)
        canvas.icon(spec.icon, centre(face, ui.px(36), ui.px(36)), ink);
    else
        canvas.text(spec.text, inset(face, ui.px(6), 0), label, ink, Align::centre);
    return tap.tapped;
}

PadPress number_pad(Ui& ui, std::string_view name, const Rect& rect, PadLayout layout, bool enabled) {
    static constexpr std::array<std::string_view, 9> pin_keys{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static constexpr std::array<std::string_view, 9> money_keys{"7", "8", "9", "4", "5", "6", "1", "2", "3"};
    const auto& digits = layout == PadLayout::pin ? pin_keys : money_keys;
    PadPress press;
    const auto cells = grid(rect, 3, 4, ui.px(16), ui.px(16));
    const auto key_name = [&](std::string_view suffix) { return std::string(name) + "/" + std::string(suffix); };
    KeySpec spec;
    spec.enabled = enabled;
    spec.text = TextRole::B0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        if (key_cap(ui, key_name(digits[i]), cells[i], digits[i], spec)) press.digits = digits[i];
    if (layout == PadLayout::money) {
        if (key_cap(ui, key_name("000"), cells[9], "000", spec)) press.digits = "000";
    } else {
        KeySpec clear = spec;
        clear.text = TextRole::M2;
        press.clear = key_cap(ui, key_name("clear"), cells[9], ui.text("ui.clear"), clear);
    }
    if (key_cap(ui, key_name("0"), cells[10], "0", spec)) press.digits = "0";
    KeySpec erase = spec;
    erase.icon = Icon::backspace;
    erase.repeat = true;
    press.erase = key_cap(ui, key_name("erase"), cells[11], ui.text("ui.erase"), erase);
    if (enabled && !press) {
        for (const char typed : ui.typed())
            if (typed >= '0' && typed <= '9') press.digits += typed;
        press.erase = ui.key(Key::backspace);
    }
    return press;
}

std::string applied(const std::string& digits, const PadPress& press, PadLayout layout, std::size_t most) {
    if (press.clear) return {};
    std::string result = digits;
    if (press.erase && !result.empty()) result.pop_back();
    if (press.digits == "000") { // one key: all of it or nothing
        if (result.size() + 3 <= most) result += press.digits;
    } else {
        result.append(press.digits, 0, most - std::min(most, result.size()));
    }
    if (layout != PadLayout::pin) result.erase(0, std::min(result.find_first_not_of('0'), result.size()));
    return result;
}

std::int64_t typed_number(const std::string& digits) {
    return digits.empty() ? 0 : std::atoll(digits.c_str());
}

void pin_dots(Ui& ui, const Rect& rect, int filled, bool wrong, int count) {
    const Palette& c = ui.colours();
    const float size = ui.px(30);
    const float pitch = ui.px(56);
    const float first = rect.centre_x() - pitch * static_cast<float>(count - 1) / 2;
    for (int i = 0; i < count; ++i) {
        const Point middle{first + pitch * static_cast<float>(i), rect.centre_y()};
        if (i < filled || wrong)
            ui.canvas().disc(middle, size / 2, wrong ? c.son_7 : c.ink);
        else
            ui.canvas().ring(middle, size / 2, c.line_strong, ui.px(3));
    }
}

} // namespace ocop::kiosk
