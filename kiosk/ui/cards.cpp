#include "kiosk/ui/cards.h"

#include "kiosk/ui/stars.h"

#include <algorithm>

namespace ocop::kiosk {

namespace {

// Ground of a card that can be pressed.
Tap pressable_card(Ui& ui, const ProductCard& product, const Rect& rect, TargetRole role) {
    const Tap tap = ui.tap_target(product.name, role, rect, product.title);
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::card);
    ui.canvas().shadow(rect, ShadowKind::card);
    ui.canvas().fill(rect, mix(c.surface, c.pine_1, tap.pressed), corner);
    if (ui.high_contrast()) ui.canvas().stroke(rect, c.ink, ui.px(c.border), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    return tap;
}

PlaceholderPicture stand_in(const ProductCard& product) {
    return {product.group, product.id};
}

void draw_picture(Ui& ui, const Rect& rect, const ProductCard& product, Corners corners) {
    const float corner = ui.px(radius::card);
    const Rect inside = ui.high_contrast() ? inset(rect, ui.px(4)) : rect;
    picture_or_placeholder(ui, inside, product.picture, stand_in(product), corner, corners);
    if (product.dimmed) ui.canvas().fill(inside, ui.colours().surface.with_alpha(0.6f), corner, corners);
}

} // namespace

void panel(Ui& ui, const Rect& rect) {
    const Palette& c = ui.colours();
    ui.canvas().fill(rect, c.surface, ui.px(radius::card));
    ui.canvas().stroke(rect, c.line, ui.px(c.border), ui.px(radius::card));
}

void card(Ui& ui, const Rect& rect, float corner) {
    const Palette& c = ui.colours();
    ui.canvas().shadow(rect, ShadowKind::card);
    ui.canvas().fill(rect, c.surface, ui.px(corner));
    if (ui.high_contrast()) ui.canvas().stroke(rect, c.ink, ui.px(c.border), ui.px(corner));
}

void well(Ui& ui, const Rect& rect) {
    const Palette& c = ui.colours();
    ui.canvas().fill(rect, c.sunken, ui.px(radius::card));
    if (ui.high_contrast()) ui.canvas().stroke(rect, c.ink, ui.px(c.border), ui.px(radius::card));
}

bool product_card(Ui& ui, const Rect& rect, const ProductCard& product, bool show_group) {
    const Tap tap = pressable_card(ui, product, rect, TargetRole::card);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    Rect body = rect;
    const float price_line = tag_height(ui);
    const float star_size = ui.px(26);
    const float text_needs = ui.px(18) + 2 * canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4) +
                             ui.px(8) + ui.px(34) + ui.px(10) + price_line + ui.px(20);
    const float picture_height = std::max(rect.h * 0.3f, rect.h - text_needs);
    const Rect picture = cut_top(body, picture_height);
    draw_picture(ui, picture, product, Corners::top());
    if (show_group && !product.group_name.empty() && picture.h >= ui.px(100))
        tag(ui, {picture.x + ui.px(16), picture.y + ui.px(16)}, product.group_name, TagLook::cream,
            group_icon(product.group));
    body = inset(body, ui.px(22), ui.px(18), ui.px(22), ui.px(20));
    const Rect last = cut_bottom(body, price_line, ui.px(10));
    const Colour ink = product.dimmed ? c.ink_3 : c.ink;
    // The stock beside the price, or on the picture where a long price takes the whole line.
    const float stock = product.stock.empty() ? 0 : tag_width(ui, product.stock, product.stock_icon) + ui.px(8);
    const bool beside = stock + canvas.text_width(TextRole::B4, product.price) <= last.w;
    const float tag_room = beside ? stock : 0;
    if (stock > 0)
        tag_at_right(ui,
                     beside ? Point{last.right(), last.y}
                            : Point{picture.right() - ui.px(16), picture.bottom() - ui.px(16) - tag_height(ui)},
                     product.stock, product.stock_look, product.stock_icon);
    const Rect price{last.x, last.y, last.w - tag_room, last.h};
    canvas.text(canvas.fitting({TextRole::B2, TextRole::B3, TextRole::B4}, price.w, product.price), price,
                product.price, ink);
    const Rect star_room = cut_bottom(body, ui.px(34), ui.px(8));
    if (product.stars) star_line(ui, star_room, *product.stars, star_size, TextRole::M5);
    const float title =
        canvas.paragraph(TextRole::S3, {body.x, body.y, body.w, 0}, product.title, ink, {2, Align::left});
    canvas.text(TextRole::T4, {body.x, body.y + title, body.w, canvas.line_height(TextRole::T4)}, product.maker,
                c.ink_2, Align::left, Fit::ellipsis);
    return tap.tapped;
}

float wide_card_padding(const Ui& ui) {
    return ui.px(ui.scale().compact() ? 10 : 14);
}

bool product_card_wide(Ui& ui, const Rect& rect, const ProductCard& product) {
    const Tap tap = pressable_card(ui, product, rect, TargetRole::card);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    Rect body = rect;
    const float picture = std::min(ui.px(172), rect.w * (ui.scale().compact() ? 0.3f : 0.4f));
    draw_picture(ui, cut_left(body, picture), product, Corners::left());
    body = inset(body, ui.px(18), wide_card_padding(ui));
    const Colour ink = product.dimmed ? c.ink_3 : c.ink;
    canvas.text(canvas.fitting({TextRole::B3, TextRole::B4}, body.w, product.price),
                cut_bottom(body, canvas.line_height(TextRole::B3), ui.px(4)), product.price, ink);
    if (product.stars) star_line(ui, cut_bottom(body, ui.px(32), ui.px(6)), *product.stars, ui.px(22), TextRole::M5);
    const bool room_for_three = body.h >= 3 * canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4);
    const float title = canvas.paragraph(TextRole::S3, {body.x, body.y, body.w, 0}, product.title, ink,
                                         {room_for_three ? 3 : 2, Align::left});
    canvas.text(TextRole::T4, {body.x, body.y + title, body.w, canvas.line_height(TextRole::T4)}, product.maker,
                c.ink_2, Align::left, Fit::ellipsis);
    return tap.tapped;
}

bool product_tile(Ui& ui, const Rect& rect, const ProductCard& product, std::string_view count) {
    const Tap tap = pressable_card(ui, product, rect, TargetRole::card);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    Rect body = rect;
    const float text_needs =
        ui.px(10) + 2 * canvas.line_height(TextRole::M5) + canvas.line_height(TextRole::B3) + ui.px(16);
    const Rect picture = cut_top(body, std::max(rect.h * 0.35f, rect.h - text_needs));
    draw_picture(ui, picture, product, Corners::top());
    body = inset(body, ui.px(15), ui.px(10), ui.px(15), ui.px(12));
    Rect last = cut_bottom(body, canvas.line_height(TextRole::B3));
    const Colour ink = product.dimmed ? c.ink_3 : c.ink;
    const float stock_width = canvas.text_width(TextRole::T4, product.stock);
    canvas.text(TextRole::T4, cut_right(last, stock_width, ui.px(6)), product.stock,
                product.stock_look == TagLook::son   ? c.son_7
                : product.stock_look == TagLook::hoe ? c.hoe_7
                                                     : c.ink_2,
                Align::right);
    canvas.text(TextRole::B3, last, product.price, ink);
    canvas.paragraph(TextRole::M5, {body.x, body.y, body.w, 0}, product.title, ink, {2, Align::left});
    if (!count.empty()) {
        canvas.stroke(grow(rect, ui.px(2)), c.selected, ui.px(4), ui.px(radius::card) + ui.px(2));
        const float size = ui.px(48);
        const Point middle{picture.right() - ui.px(12) - size / 2, picture.y + ui.px(12) + size / 2};
        const float width = std::max(size, canvas.text_width(TextRole::B3, count) + ui.px(20));
        canvas.fill({picture.right() - ui.px(12) - width, middle.y - size / 2, width, size}, c.selected, size / 2);
        canvas.text(TextRole::B3, {picture.right() - ui.px(12) - width, middle.y - size / 2, width, size}, count,
                    c.on_selected, Align::centre);
    }
    return tap.tapped;
}

bool group_tile(Ui& ui, std::string_view name, const Rect& rect, const GroupCode& group, std::string_view label,
                std::string_view count, bool enabled) {
    const Tap tap = ui.tap_target(name, TargetRole::card, rect, label, {enabled, false, false});
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float corner = ui.px(radius::card);
    if (enabled)
        group_field(ui, rect, group, group.text(), corner);
    else
        canvas.fill(rect, c.sunken, corner);
    if (tap.pressed > 0) canvas.fill(rect, c.ink.with_alpha(0.25f * tap.pressed), corner);
    if (tap.focused) ui.focus_ring(rect, corner);
    const Colour ink = enabled ? c.cream : c.ink_3;
    Rect body = inset(rect, ui.px(22), ui.px(16));
    const float lines = canvas.paragraph_height(TextRole::B2, body.w, label, 2);
    const Rect words = cut_bottom(body, lines);
    canvas.paragraph(TextRole::B2, words, label, ink, {2, Align::left});
    const float size = std::min(ui.px(48), body.h);
    canvas.icon(group_icon(group), cut_left(body, size), ink);
    canvas.text(TextRole::B3, body, count, ink, Align::right);
    return tap.tapped;
}

} // namespace ocop::kiosk
