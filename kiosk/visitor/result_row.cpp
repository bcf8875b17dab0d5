#include "kiosk/visitor/result_row.h"

#include "kiosk/ui/stars.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"
#include "pos/catalogue/word_match.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ocop::kiosk {

namespace {

constexpr float star_size = 24;

// One line cut to the width of `rect`, matches on a soft ground.
void marked_line(Ui& ui, TextRole role, const Rect& rect, std::string_view text, std::string_view typed, Colour ink) {
    Canvas& canvas = ui.canvas();
    {
        const auto clip = canvas.clip(grow(rect, ui.px(4)));
        const float height = std::min(rect.h, canvas.em(role) * 1.25f);
        const auto parts = matched_parts(text, typed);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            TextRange part = parts[i];
            while (i + 1 < parts.size() && text.substr(part.end, parts[i + 1].begin - part.end) == " ")
                part.end = parts[++i].end; // neighbours are one
            const float left = canvas.text_width(role, text.substr(0, part.begin));
            const float right = canvas.text_width(role, text.substr(0, part.end));
            const float end = std::min(right, rect.w);
            if (left >= end) break;
            const Rect ground{rect.x + left - ui.px(3), rect.centre_y() - height / 2, end - left + ui.px(6), height};
            canvas.fill(ground, ui.colours().hoe_1, ui.px(6));
            if (ui.high_contrast()) // a line under it: nothing by colour alone
                canvas.fill({ground.x, ground.bottom() - ui.px(3), ground.w, ui.px(3)}, ui.colours().ink);
        }
    }
    canvas.text(role, rect, text, ink, Align::left, Fit::ellipsis);
}

// The line under the name: who and where, and whatever else was matched there although it is not shown.
std::string second_line(const Ui& ui, const ProductView& product, std::string_view typed) {
    std::string line = maker_and_place(ui.language(), product);
    if (typed.empty() || !matched_parts(product.product->name.in("vi"), typed).empty() ||
        !matched_parts(line, typed).empty())
        return line;
    std::vector<std::string> hidden = product.product->aliases;
    for (const auto& [language, name] : product.product->name.by_language)
        if (language != "vi") hidden.push_back(name);
    for (const auto* part : {&product.place->printed, &product.place->commune, &product.place->province})
        hidden.push_back(*part);
    hidden.push_back(group_name(ui.language(), product.product->group));
    for (const auto& text : hidden)
        if (!matched_parts(text, typed).empty()) return text + " · " + line;
    return line;
}

// Few left or none: said on the row, the rest is told by the story.
bool is_short(const ProductView& product) {
    return product.stock_state == StockState::none || product.stock_state == StockState::few;
}

float star_column(const Ui& ui, const ProductView& product) {
    if (!product.stars) return 0;
    const float words = ui.canvas().text_width(TextRole::M5, star_words(ui.language(), *product.stars));
    return star_row_width(ui.px(star_size)) + ui.px(12) + words + ui.px(2);
}

bool is_wide(const Ui& ui, const Rect& rect) {
    return rect.w >= ui.px(1100) && ui.text_size() == TextSize::normal;
}

// Stars and price at the right end, side by side or (not `wide`) one over the other; takes its room off `room`.
void draw_end(Ui& ui, Rect& room, const ProductView& product, bool wide) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string price = price_text(ui, *product.product);
    const float price_width = canvas.text_width(TextRole::B2, price) + ui.px(2);
    const std::string stock = is_short(product) ? stock_word(ui.language(), product) : std::string{};
    const float stars = star_column(ui, product);
    const float stock_width = stock.empty() ? 0 : canvas.text_width(TextRole::T4, stock) + ui.px(2);
    if (wide) {
        Rect column = cut_right(room, std::max({price_width, stock_width, ui.px(150)}), ui.px(space::xl));
        const float line = canvas.line_height(TextRole::B2);
        const float under = stock.empty() ? 0 : canvas.line_height(TextRole::T4);
        Rect lines = centre(column, column.w, line + under);
        canvas.text(TextRole::B2, cut_top(lines, line), price, colours.ink, Align::right);
        if (!stock.empty()) canvas.text(TextRole::T4, lines, stock, colours.ink_2, Align::right);
        const Rect place = cut_right(room, ui.px(250), ui.px(space::xl));
        if (product.stars) star_line(ui, place, *product.stars, ui.px(star_size), TextRole::M5);
        return;
    }
    Rect column = cut_right(room, std::max(price_width, stars), ui.px(space::l));
    const float line = canvas.line_height(TextRole::B2);
    Rect lines = centre(column, column.w, line + (product.stars ? canvas.line_height(TextRole::M5) : 0));
    canvas.text(TextRole::B2, cut_top(lines, line), price, colours.ink, Align::right);
    if (product.stars) star_line(ui, cut_right(lines, stars), *product.stars, ui.px(star_size), TextRole::M5);
}

} // namespace

float result_row_height(const Ui& ui) {
    const Canvas& canvas = ui.canvas();
    const float words = canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4);
    return std::max({ui.px(ui.scale().compact() ? 86 : 112), words + ui.px(space::l), ui.target_size(64)});
}

bool result_row(Ui& ui, const VisitorContext& context, const Rect& rect, const ProductView& product,
                std::string_view typed) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string& name = product.product->name.in("vi");
    const Tap tap = ui.tap_target("product/" + product.product->sku.text(), TargetRole::row, rect, name);
    const float corner = ui.px(radius::button);
    canvas.fill(rect, mix(colours.surface, ui.accent_soft(), tap.pressed), corner);
    canvas.stroke(rect, colours.line, ui.px(colours.border), corner);
    if (tap.focused) ui.focus_ring(rect, corner);

    Rect room = inset(rect, ui.px(10));
    const Rect picture = cut_left(room, std::round(room.h * 1.42f), ui.px(space::xl));
    PictureLook look;
    look.radius = ui.px(10);
    look.opacity = product.sold_out() ? 0.55f : 1;
    product_picture(ui, context, product, picture, look);
    room.w -= ui.px(space::s);
    const bool wide = is_wide(ui, rect);
    draw_end(ui, room, product, wide);
    const float title = canvas.line_height(TextRole::S3);
    Rect words = centre(room, room.w, title + canvas.line_height(TextRole::T4));
    marked_line(ui, TextRole::S3, cut_top(words, title), name, typed, colours.ink);
    std::string second = second_line(ui, product, typed);
    if (!wide && is_short(product)) second = stock_word(ui.language(), product) + " · " + second;
    marked_line(ui, TextRole::T4, words, second, typed, colours.ink_2);
    return tap.tapped;
}

} // namespace ocop::kiosk
