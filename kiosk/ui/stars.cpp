#include "kiosk/ui/stars.h"

#include "pos/catalogue/star_number.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

float pitch_of(float size) {
    return std::round(size * 1.12f);
}

void outline(Canvas& canvas, Point middle, float outer, Colour colour, float thickness) {
    canvas.polyline(star_points(middle, outer), colour, thickness, true);
}

} // namespace

std::string star_words(const Language& language, Stars stars) {
    switch (stars) {
    case Stars::three:
        return language.text("ui.stars_three");
    case Stars::four:
        return language.text("ui.stars_four");
    case Stars::potential_five:
        return language.text("ui.stars_potential_five");
    case Stars::five:
        return language.text("ui.stars_five");
    }
    return {};
}

float star_row_width(float size) {
    return pitch_of(size) * 4 + size;
}

float star_row(Ui& ui, Point top_left, Stars stars, float size, bool on_dark) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const Colour gold = on_dark ? c.star_on_dark : c.star;
    const Colour empty = on_dark ? c.on_pine : c.line_strong;
    const float outer = size / 2;
    const float pitch = pitch_of(size);
    const float thin = std::max(1.5f, size / 16);
    for (int i = 0; i < 5; ++i) {
        const Point middle{top_left.x + outer + pitch * static_cast<float>(i), top_left.y + outer * 1.05f};
        if (i < star_number(stars)) {
            canvas.polygon(star_points(middle, outer), gold);
        } else if (i == 4 && stars == Stars::potential_five) {
            outline(canvas, middle, outer - thin / 2, gold, thin);
            canvas.polygon(star_points(middle, outer * 0.52f), gold);
        } else {
            outline(canvas, middle, outer - thin / 2, empty, thin);
        }
    }
    return star_row_width(size);
}

float star_line(Ui& ui, const Rect& rect, Stars stars, float size, TextRole words, bool on_dark) {
    const std::string text = star_words(ui.language(), stars);
    const Palette& c = ui.colours();
    const Colour ink = on_dark ? c.on_pine_accent : c.hoe_7;
    const float gap = ui.px(12);
    if (star_row_width(size) + gap + ui.canvas().text_width(words, text) > rect.w)
        return ui.canvas().text(words, rect, text, ink, Align::left, Fit::ellipsis);
    const float row = star_row(ui, {rect.x, rect.centre_y() - size / 2}, stars, size, on_dark) + gap;
    return row + ui.canvas().text(words, {rect.x + row, rect.y, rect.w - row, rect.h}, text, ink);
}

void star_seal(Ui& ui, const Rect& square, Stars stars) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const auto sized = canvas.drawn_words();
    const float side = square.w;
    const Colour cream = c.cream;
    canvas.fill(square, c.son_7, side * 0.12f);
    const float keyline = std::max(1.5f, side / 60);
    canvas.stroke(inset(square, side * 0.055f), cream, keyline, side * 0.075f);
    const bool large = side >= ui.px(132);
    const bool small = side < ui.px(88);
    const TextRole numeral = large               ? TextRole::D1
                             : small             ? TextRole::S1
                             : side < ui.px(104) ? TextRole::D3
                                                 : TextRole::D2;
    const TextRole word = large ? TextRole::B2 : small ? TextRole::B5 : TextRole::B4;
    const TextRole name = large ? TextRole::B4 : TextRole::B5;
    const int count = star_number(stars);
    const float name_width = canvas.text_width(name, "OCOP");
    const float right_edge = square.right() - side * 0.105f;
    const float word_left = right_edge - name_width;
    const float rule = square.y + side * 0.44f;
    canvas.text(numeral,
                {square.x + side * 0.07f, square.y + side * 0.1f, word_left - square.x - side * 0.08f, side * 0.64f},
                std::to_string(count), cream, Align::centre);
    canvas.text(word,
                {word_left - side * 0.02f, rule - canvas.em(word) * 0.98f, name_width + side * 0.04f, canvas.em(word)},
                ui.text("ui.seal_word"), cream, Align::centre);
    canvas.line({word_left, rule}, {right_edge, rule}, cream, keyline);
    canvas.text(name, {word_left, rule + side * 0.015f, name_width, canvas.em(name) * 1.05f}, "OCOP", cream,
                Align::centre);
    const float size = side * 0.115f;
    const float pitch = size * 1.2f;
    const float first = square.centre_x() - pitch * static_cast<float>(count - 1) / 2;
    for (int i = 0; i < count; ++i)
        canvas.polygon(star_points({first + pitch * static_cast<float>(i), square.y + side * 0.81f}, size / 2), cream);
}

void brand_mark(Ui& ui, const Rect& square) {
    const float side = square.w;
    const Palette& c = ui.colours();
    ui.canvas().fill(square, c.son_7, side * 0.16f);
    ui.canvas().stroke(inset(square, side * 0.06f), c.cream, std::max(1.5f, side / 36), side * 0.11f);
    ui.canvas().icon(Icon::herb, inset(square, side * 0.2f), c.cream);
}

} // namespace ocop::kiosk
