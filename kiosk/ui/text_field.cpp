#include "kiosk/ui/text_field.h"

#include <algorithm>

namespace ocop::kiosk {

namespace {

// Ground and border; returns what was tapped.
Tap field_frame(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool active, bool enabled,
                bool wrong) {
    const Tap tap = ui.tap_target(name, TargetRole::field, rect, label, {enabled, false, false});
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::key);
    if (active) canvas.fill(grow(rect, ui.px(4)), c.halo, corner + ui.px(4));
    canvas.fill(rect, enabled ? c.surface : c.sunken, corner);
    const Colour border = wrong ? c.son_7 : active ? c.indigo_6 : c.line_strong;
    canvas.stroke(rect, border, ui.px(c.high_contrast ? 4 : 3), corner);
    if (tap.focused && !active) ui.focus_ring(rect, corner);
    return tap;
}

void caret(Ui& ui, float x, float middle, float height) {
    const auto half = ui.now().milliseconds / 600;
    ui.wake_at({(half + 1) * 600});
    if (half % 2 == 0 || ui.reduced_motion())
        ui.canvas().fill({x, middle - height / 2, ui.px(3), height}, ui.colours().indigo_6);
}

std::string_view shown_label(const FieldSpec& spec) {
    return !spec.label.empty() ? spec.label : !spec.placeholder.empty() ? spec.placeholder : spec.value;
}

void around(Ui& ui, const Rect& rect, const FieldSpec& spec) {
    const Palette& c = ui.colours();
    if (!spec.label.empty()) {
        const float line = ui.canvas().line_height(TextRole::M3);
        ui.canvas().text(TextRole::M3, {rect.x, rect.y - line - ui.px(4), rect.w, line}, spec.label, c.ink);
    }
    if (!spec.problem.empty()) {
        const float line = ui.canvas().line_height(TextRole::T4);
        ui.canvas().text(TextRole::M5, {rect.x, rect.bottom() + ui.px(4), rect.w, line}, spec.problem, c.son_7);
    }
}

} // namespace

bool text_field(Ui& ui, std::string_view name, const Rect& rect, const FieldSpec& spec) {
    const Tap tap = field_frame(ui, name, rect, shown_label(spec), spec.active, spec.enabled, spec.wrong);
    around(ui, rect, spec);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    Rect room = inset(rect, ui.px(24), 0);
    if (spec.icon != Icon::none) {
        const float size = ui.px(36);
        canvas.icon(spec.icon, centre(cut_left(room, size, ui.px(16)), size, size), c.ink_2);
    }
    room.w -= ui.px(6) + spec.kept_free; // the caret's, and the caller's
    if (spec.value.empty()) {
        canvas.text(spec.text, room, spec.placeholder, c.ink_3, spec.align, Fit::ellipsis);
        if (spec.active) caret(ui, room.x - ui.px(4), room.centre_y(), canvas.em(spec.text) * 1.2f);
        return tap.tapped;
    }
    const float width = canvas.text_width(spec.text, spec.value);
    const auto clip = canvas.clip(inset(rect, ui.px(8), 0, ui.px(8) + spec.kept_free, 0));
    const bool long_value = width > room.w;
    const float x = long_value || spec.align == Align::right ? room.right() - width : room.x;
    canvas.text(spec.text, {x, room.y, width, room.h}, spec.value, spec.enabled ? c.ink : c.ink_3);
    if (spec.active) caret(ui, x + width + ui.px(2), room.centre_y(), canvas.em(spec.text) * 1.2f);
    return tap.tapped;
}

bool amount_field(Ui& ui, std::string_view name, const Rect& rect, std::string_view words, std::string_view amount,
                  bool active) {
    const Tap tap = field_frame(ui, name, rect, words, active, true, false);
    Rect room = inset(rect, ui.px(24), 0);
    Canvas& canvas = ui.canvas();
    const float most = room.w - canvas.text_width(TextRole::T2, words) - ui.px(16);
    const TextRole role = canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B1, TextRole::B2}, most, amount);
    const float width = canvas.text_width(role, amount);
    canvas.text(role, cut_right(room, width, ui.px(16)), amount, ui.colours().ink, Align::right);
    canvas.text(TextRole::T2, room, words, ui.colours().ink_2);
    return tap.tapped;
}

bool text_area(Ui& ui, std::string_view name, const Rect& rect, const FieldSpec& spec) {
    const Tap tap = field_frame(ui, name, rect, shown_label(spec), spec.active, spec.enabled, spec.wrong);
    around(ui, rect, spec);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const Rect room = inset(rect, ui.px(24), ui.px(16));
    const auto clip = canvas.clip(inset(rect, ui.px(4)));
    if (spec.value.empty()) {
        canvas.paragraph(spec.text, {room.x, room.y, room.w, 0}, spec.placeholder, c.ink_3);
        if (spec.active) caret(ui, room.x - ui.px(4), room.y + canvas.line_height(spec.text) / 2, canvas.em(spec.text));
        return tap.tapped;
    }
    const WrappedText wrapped = canvas.wrap(spec.text, room.w, spec.value);
    const float line = canvas.line_height(spec.text);
    const float height = line * static_cast<float>(wrapped.lines.size());
    const float top = std::min(room.y, room.bottom() - height);
    canvas.paragraph(spec.text, {room.x, top, room.w, 0}, spec.value, c.ink);
    if (spec.active)
        caret(ui, room.x + canvas.text_width(spec.text, wrapped.lines.back()) + ui.px(2), top + height - line / 2,
              canvas.em(spec.text) * 1.2f);
    return tap.tapped;
}

} // namespace ocop::kiosk
