#include "kiosk/ui/buttons.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

struct Paint {
    Colour fill;
    Colour pressed;
    Colour ink;
    Colour border{0, 0, 0, 0};
    float border_width = 0;
    bool on_dark = false;
};

Paint paint_of(const Ui& ui, ButtonLook look) {
    const Palette& c = ui.colours();
    const Colour none{0, 0, 0, 0};
    const float edge = c.high_contrast ? 4 : 3;
    switch (look) {
    case ButtonLook::primary:
        return {ui.accent(), ui.accent_pressed(), c.white};
    case ButtonLook::secondary:
        return {c.surface, ui.accent_soft(), ui.accent(), ui.accent(), edge};
    case ButtonLook::tertiary:
        return {ui.accent_soft(), mix(ui.accent_soft(), ui.accent(), 0.15f), ui.accent_pressed(),
                c.high_contrast ? c.ink : none, edge};
    case ButtonLook::destructive:
        return {c.surface, c.son_1, c.son_7, c.son_7, edge};
    case ButtonLook::destructive_fill:
        return {c.son_7, c.son_pressed, c.white};
    case ButtonLook::start:
        return {c.hoe_5, c.hoe_pressed, c.ink, c.high_contrast ? c.ink : none, edge};
    case ButtonLook::on_dark: {
        const Colour ground = ui.audience() == Audience::organiser ? c.indigo_8 : c.pine_9;
        return {ground, ui.accent(), c.white, mix(ground, c.on_pine, c.high_contrast ? 1 : 0.35f), edge - 1, true};
    }
    }
    return {};
}

float icon_size(const Ui& ui, TextRole role) {
    return ui.px(text_style(role).em >= 32 ? 36 : 28);
}

void draw_label(Ui& ui, const Rect& room, std::string_view label, const ButtonSpec& spec, Colour ink) {
    Canvas& canvas = ui.canvas();
    const bool has_icon = spec.icon != Icon::none;
    const float icon = has_icon ? icon_size(ui, spec.text) : 0;
    const float gap = has_icon ? ui.px(14) : 0;
    const float text_room = room.w - icon - gap;
    const float wanted = canvas.text_width(spec.text, label);
    const float text_width = std::min(wanted, text_room);
    const float left = room.x + (room.w - text_width - icon - gap) / 2;
    const float text_left = spec.icon_after ? left : left + icon + gap;
    const float icon_left = spec.icon_after ? left + text_width + gap : left;
    if (has_icon) canvas.icon(spec.icon, {icon_left, room.centre_y() - icon / 2, icon, icon}, ink);
    if (wanted <= text_room + 0.5f) {
        canvas.text(spec.text, {text_left, room.y, text_width, room.h}, label, ink);
        return;
    }
    const float height = canvas.paragraph_height(spec.text, text_room, label);
    canvas.paragraph(spec.text, {text_left, room.centre_y() - height / 2, text_room, std::min(height, room.h)}, label,
                     ink, {0, Align::centre});
}

} // namespace

bool button(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, const ButtonSpec& spec) {
    const Tap tap = ui.tap_target(name, spec.role, rect, label, {spec.enabled, spec.guarded, spec.repeat});
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    Paint paint = paint_of(ui, spec.look);
    if (!spec.enabled) paint = {c.sunken, c.sunken, c.ink_3, c.high_contrast ? c.ink_3 : Colour{0, 0, 0, 0}, 2};
    const float corner = ui.px(spec.text == TextRole::B0 ? radius::card : radius::button);
    canvas.fill(rect, mix(paint.fill, paint.pressed, tap.pressed), corner);
    if (paint.border.a != 0) canvas.stroke(rect, paint.border, ui.px(paint.border_width), corner);
    if (tap.focused) ui.focus_ring(rect, corner, paint.on_dark);
    Rect room = inset(rect, ui.px(12), 0);
    if (!spec.second_line.empty()) {
        const float small = canvas.line_height(TextRole::T4);
        const float both = canvas.em(spec.text) + small;
        const Rect second{room.x, room.centre_y() - both / 2 + canvas.em(spec.text), room.w, small};
        room = {room.x, room.centre_y() - both / 2, room.w, canvas.em(spec.text)};
        canvas.text(TextRole::T4, second, spec.second_line, paint.ink, Align::centre);
    }
    draw_label(ui, room, label, spec, paint.ink);
    return tap.tapped;
}

float button_width(const Ui& ui, std::string_view label, const ButtonSpec& spec) {
    const Canvas& canvas = ui.canvas();
    const float icon = spec.icon == Icon::none ? 0 : icon_size(ui, spec.text) + ui.px(14);
    return std::max(canvas.text_width(spec.text, label) + icon + 2 * ui.px(28), ui.target_size(64, spec.role));
}

float button_height(const Ui& ui, TargetRole role) {
    return ui.target_size(role == TargetRole::commit ? 88 : 64, role);
}

bool icon_button(Ui& ui, std::string_view name, const Rect& rect, Icon icon, std::string_view label,
                 const ButtonSpec& spec) {
    const Tap tap = ui.tap_target(name, spec.role, rect, label, {spec.enabled, spec.guarded, spec.repeat});
    const Palette& c = ui.colours();
    Paint paint = paint_of(ui, spec.look);
    if (!spec.enabled) paint = {c.sunken, c.sunken, c.ink_3};
    const float corner = ui.px(radius::button);
    ui.canvas().fill(rect, mix(paint.fill, paint.pressed, tap.pressed), corner);
    if (paint.border.a != 0) ui.canvas().stroke(rect, paint.border, ui.px(paint.border_width), corner);
    if (tap.focused) ui.focus_ring(rect, corner, paint.on_dark);
    ui.canvas().icon(icon, centre(rect, ui.px(36), ui.px(36)), paint.ink);
    return tap.tapped;
}

bool text_link(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, Icon icon, bool icon_after,
               Align align) {
    const Tap tap = ui.tap_target(name, TargetRole::link, rect, label);
    Canvas& canvas = ui.canvas();
    const Colour ink = mix(ui.accent(), ui.accent_pressed(), tap.pressed);
    const float size = ui.px(28);
    const float gap = ui.px(12);
    const float icon_room = icon == Icon::none ? 0 : size + gap;
    const float width = canvas.text_width(TextRole::B3, label);
    const float all = width + icon_room;
    const float left = align == Align::left    ? rect.x
                       : align == Align::right ? rect.right() - all
                                               : rect.x + (rect.w - all) / 2;
    if (tap.pressed > 0) canvas.fill(rect, ui.accent_soft().with_alpha(tap.pressed), ui.px(radius::button));
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::button));
    const float text_left = icon_after ? left : left + icon_room;
    canvas.text(TextRole::B3, {text_left, rect.y, std::min(width, rect.right() - text_left), rect.h}, label, ink);
    if (icon != Icon::none)
        canvas.icon(icon, {icon_after ? left + width + gap : left, rect.centre_y() - size / 2, size, size}, ink);
    return tap.tapped;
}

int stepper(Ui& ui, std::string_view name, const Rect& rect, std::string_view value, bool can_less, bool can_more,
            bool last_removes) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::button);
    canvas.fill(rect, c.surface, corner);
    Rect middle = rect;
    const float side = std::min(rect.w / 3, std::max(rect.h, ui.target_size(56)));
    int change = 0;
    const auto part = [&](const Rect& area, Icon icon, std::string_view suffix, std::string_view label, bool enabled,
                          int step, Corners corners) {
        const Tap tap = ui.tap_target(std::string(name) + std::string(suffix), TargetRole::button, area, label,
                                      {enabled, false, true});
        if (tap.pressed > 0) canvas.fill(area, mix(c.surface, ui.accent_soft(), tap.pressed), corner, corners);
        canvas.icon(icon, centre(area, ui.px(28), ui.px(28)), enabled ? c.ink : c.ink_3.with_alpha(0.5f));
        if (tap.focused) ui.focus_ring(area, corner);
        if (tap.tapped) change = step;
    };
    part(cut_left(middle, side), last_removes ? Icon::trash : Icon::minus, "/less",
         ui.text(last_removes ? "ui.remove" : "ui.less"), can_less, -1, Corners::left());
    part(cut_right(middle, side), Icon::plus, "/more", ui.text("ui.more"), can_more, 1, Corners::right());
    canvas.stroke(rect, c.line_strong, ui.px(c.high_contrast ? 4 : 3), corner);
    canvas.text(TextRole::B2, middle, value, c.ink, Align::centre);
    return change;
}

bool check_row(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool checked,
               std::string_view count) {
    const Tap tap = ui.tap_target(name, TargetRole::row, rect, label);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::key);
    if (checked || tap.pressed > 0)
        canvas.fill(rect, mix(checked ? ui.accent_soft() : c.surface, ui.accent_soft(), tap.pressed), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    Rect room = inset(rect, ui.px(16), 0);
    const float size = ui.px(34);
    const Rect box = centre(cut_left(room, size, ui.px(16)), size, size);
    canvas.fill(box, checked ? ui.accent() : c.surface, ui.px(radius::thumb));
    if (checked)
        canvas.icon(Icon::check, inset(box, ui.px(4)), c.white, 2.6f);
    else
        canvas.stroke(box, c.line_strong, ui.px(3), ui.px(radius::thumb));
    if (!count.empty()) {
        const float width = canvas.text_width(TextRole::T4, count);
        canvas.text(TextRole::T4, cut_right(room, width, ui.px(12)), count, c.ink_2, Align::right);
    }
    canvas.text(TextRole::M3, room, label, c.ink, Align::left);
    return tap.tapped;
}

bool toggle_row(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool on, Icon icon) {
    const Tap tap = ui.tap_target(name, TargetRole::row, rect, label);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    if (tap.pressed > 0) canvas.fill(rect, ui.accent_soft().with_alpha(tap.pressed), ui.px(radius::key));
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::key));
    Rect room = inset(rect, ui.px(16), 0);
    if (icon != Icon::none) {
        const float size = ui.px(36);
        canvas.icon(icon, centre(cut_left(room, size, ui.px(20)), size, size), c.ink);
    }
    const Rect track = centre(cut_right(room, ui.px(84), ui.px(16)), ui.px(84), ui.px(48));
    canvas.fill(track, on ? ui.selected() : c.sunken, track.h / 2);
    canvas.stroke(track, on && !c.high_contrast ? ui.selected() : c.line_strong, ui.px(3), track.h / 2);
    const float knob = track.h / 2;
    canvas.disc({on ? track.right() - knob : track.x + knob, track.centre_y()}, knob - ui.px(8),
                on ? c.on_selected : c.line_strong);
    canvas.text(TextRole::M2, room, label, c.ink);
    return tap.tapped;
}

bool choice(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool selected, Icon icon,
            bool enabled) {
    const Tap tap = ui.tap_target(name, TargetRole::tab, rect, label, {enabled, false, false});
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::button);
    const Colour fill = !enabled ? c.sunken : selected ? ui.selected() : c.surface;
    canvas.fill(rect, mix(fill, selected ? ui.accent_pressed() : ui.accent_soft(), tap.pressed), corner);
    if (!selected || c.high_contrast) canvas.stroke(rect, c.line_strong, ui.px(c.high_contrast ? 4 : 2), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    ButtonSpec spec;
    spec.icon = selected ? Icon::check : icon; // colour alone does not tell what is chosen
    draw_label(ui, inset(rect, ui.px(12), 0), label, spec, !enabled ? c.ink_3 : selected ? c.on_selected : c.ink);
    return tap.tapped;
}

} // namespace ocop::kiosk
