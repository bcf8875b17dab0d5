#include "kiosk/ui/tags.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

struct TagPaint {
    Colour fill;
    Colour ink;
};

TagPaint tag_paint(const Palette& c, TagLook look) {
    switch (look) {
    case TagLook::pine:
        return {c.pine_1, c.pine_9};
    case TagLook::hoe:
        return {c.hoe_1, c.hoe_7};
    case TagLook::son:
        return {c.son_1, c.son_7};
    case TagLook::grey:
        return {c.sunken, c.ink_3};
    case TagLook::indigo:
        return {c.indigo_1, c.indigo_8};
    case TagLook::cream:
        return {c.surface, c.ink};
    }
    return {};
}

} // namespace

float tag_height(const Ui& ui) {
    return ui.px(40);
}

float tag_width(const Ui& ui, std::string_view label, Icon icon) {
    const float icon_room = icon == Icon::none ? 0 : ui.px(20) + ui.px(8);
    return ui.canvas().text_width(TextRole::M5, label) + icon_room + 2 * ui.px(14);
}

float tag(Ui& ui, Point top_left, std::string_view label, TagLook look, Icon icon) {
    const TagPaint paint = tag_paint(ui.colours(), look);
    const Rect rect{top_left.x, top_left.y, tag_width(ui, label, icon), tag_height(ui)};
    ui.canvas().fill(rect, paint.fill, ui.px(radius::tag));
    if (ui.high_contrast()) ui.canvas().stroke(rect, ui.colours().ink, ui.px(2), ui.px(radius::tag));
    Rect room = inset(rect, ui.px(14), 0);
    if (icon != Icon::none) {
        const float size = ui.px(20);
        ui.canvas().icon(icon, centre(cut_left(room, size, ui.px(8)), size, size), paint.ink);
    }
    ui.canvas().text(TextRole::M5, room, label, paint.ink);
    return rect.w;
}

float tag_at_right(Ui& ui, Point top_right, std::string_view label, TagLook look, Icon icon) {
    return tag(ui, {top_right.x - tag_width(ui, label, icon), top_right.y}, label, look, icon);
}

float chip_height(const Ui& ui) {
    return ui.target_size(64, TargetRole::chip);
}

float chip_width(const Ui& ui, std::string_view label, bool selected, Icon icon) {
    const bool with_icon = selected || icon != Icon::none;
    return std::max(ui.canvas().text_width(TextRole::M3, label) + (with_icon ? ui.px(24) + ui.px(12) : 0) +
                        2 * ui.px(26),
                    ui.target_size(64, TargetRole::chip));
}

bool chip(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool selected, Icon icon,
          bool enabled) {
    const Tap tap = ui.tap_target(name, TargetRole::chip, rect, label, {enabled, false, false});
    const Palette& c = ui.colours();
    Canvas& canvas = ui.canvas();
    const float corner = rect.h / 2;
    const Colour fill = selected ? ui.selected() : enabled ? c.surface : c.sunken;
    canvas.fill(rect, mix(fill, selected ? ui.accent_pressed() : ui.accent_soft(), tap.pressed), corner);
    if (!selected || c.high_contrast) canvas.stroke(rect, c.line_strong, ui.px(c.border), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    const Icon shown = selected && icon == Icon::none ? Icon::check : icon;
    const Colour ink = selected ? c.on_selected : enabled ? c.ink : c.ink_3;
    const float size = shown == Icon::none ? 0 : ui.px(24);
    const float gap = shown == Icon::none ? 0 : ui.px(12);
    const float width = std::min(canvas.text_width(TextRole::M3, label), rect.w - size - gap);
    const float left = rect.x + (rect.w - width - size - gap) / 2;
    canvas.icon(shown, {left, rect.centre_y() - size / 2, size, size}, ink);
    canvas.text(TextRole::M3, {left + size + gap, rect.y, width, rect.h}, label, ink);
    return tap.tapped;
}

float status_item(Ui& ui, float right, const Rect& bar, Icon icon, std::string_view label, StatusLook look) {
    const Palette& c = ui.colours();
    const Colour ink = look == StatusLook::fine      ? c.pine_7
                       : look == StatusLook::quiet   ? c.ink_2
                       : look == StatusLook::warning ? c.hoe_7
                                                     : c.son_7;
    const float size = ui.px(24);
    const float gap = ui.px(12);
    const float width = label.empty() ? 0 : ui.canvas().text_width(TextRole::M4, label) + gap;
    const float left = right - width - size;
    ui.canvas().icon(icon, {left, bar.centre_y() - size / 2, size, size}, ink);
    if (!label.empty()) ui.canvas().text(TextRole::M4, {left + size + gap, bar.y, width - gap, bar.h}, label, ink);
    return width + size;
}

Rect notice_strip(Ui& ui, const Rect& rect, Icon icon, std::string_view words, TagLook look) {
    const TagPaint paint = tag_paint(ui.colours(), look);
    ui.canvas().fill(rect, paint.fill, ui.px(radius::button));
    if (ui.high_contrast()) ui.canvas().stroke(rect, ui.colours().ink, ui.px(3), ui.px(radius::button));
    Rect room = inset(rect, ui.px(24), 0);
    const float size = ui.px(28);
    ui.canvas().icon(icon, centre(cut_left(room, size, ui.px(16)), size, size), paint.ink);
    const float width = std::min(ui.canvas().text_width(TextRole::M3, words), room.w);
    if (ui.canvas().text_width(TextRole::M3, words) <= room.w) {
        ui.canvas().text(TextRole::M3, cut_left(room, width, ui.px(16)), words, paint.ink);
    } else {
        const float height = ui.canvas().paragraph_height(TextRole::M3, room.w, words);
        ui.canvas().paragraph(TextRole::M3, {room.x, room.centre_y() - height / 2, room.w, rect.h}, words, paint.ink);
        room.w = 0;
    }
    return room;
}

void count_badge(Ui& ui, Point middle, std::string_view count, Colour fill, Colour ink, Monotonic changed_at) {
    const float t = ui.progress(changed_at, motion::basket_pop);
    const float swell = 1 + 0.15f * std::sin(t * pi);
    const float width = ui.canvas().text_width(TextRole::B3, count);
    const float size = std::max(ui.px(40), width + ui.px(20));
    if (size > ui.px(44))
        ui.canvas().fill({middle.x - size / 2, middle.y - ui.px(20), size, ui.px(40)}, fill, ui.px(20));
    else
        ui.canvas().disc(middle, size / 2 * swell, fill);
    ui.canvas().text(TextRole::B3, {middle.x - size / 2, middle.y - size / 2, size, size}, count, ink, Align::centre);
}

} // namespace ocop::kiosk
