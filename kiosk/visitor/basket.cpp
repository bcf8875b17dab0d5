#include "kiosk/visitor/basket.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"
#include "pos/money/rounding.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace ocop::kiosk {

namespace {

// The controls under the name, where both side by side would be too narrow.
bool stacked(const Ui& ui) {
    return ui.scale().portrait() || ui.text_size() != TextSize::normal;
}

float row_height(const Ui& ui) {
    const Canvas& canvas = ui.canvas();
    const float words = 2 * canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4) + ui.px(32);
    const float least = std::max(ui.px(172), words + ui.px(32));
    return stacked(ui) ? least + ui.target_size(72) + ui.px(space::m) : least;
}

float remove_width(const Ui& ui) {
    return ui.target_size(72);
}

void line_controls(Ui& ui, const BasketLine& line, const ProductView& product, Rect row, Intents& intents) {
    const Quantity one = Quantity::of(1);
    const std::string sku = line.sku.text();
    const float height = ui.target_size(72);
    const Rect remove = cut_right(row, remove_width(ui), ui.px(space::m));
    if (icon_button(ui, "basket.remove/" + sku, centre(remove, remove.w, height), Icon::trash,
                    ui.text("visitor.basket.remove")))
        intents.emplace_back(SetBasketLine{line.sku, {}});
    const std::string amount = money_text(ui.language(), price_times(*product.product->price, line.quantity));
    const float amount_width = std::max(ui.px(190), ui.canvas().text_width(TextRole::B2, amount));
    const Rect amount_place = cut_right(row, amount_width, ui.px(space::xl));
    ui.canvas().text(TextRole::B2, amount_place, amount, ui.colours().ink, Align::right);
    const float width = std::min(row.w, std::max(ui.px(202), 2 * ui.target_size(64) + ui.px(64)));
    const Rect place = stacked(ui) ? cut_left(row, width) : cut_right(row, width);
    const int step =
        stepper(ui, "basket.quantity/" + sku, centre(place, width, height), quantity_text(ui.language(), line.quantity),
                one < line.quantity, line.quantity < most_of(product));
    if (step != 0) intents.emplace_back(SetBasketLine{line.sku, step > 0 ? line.quantity + one : line.quantity - one});
}

float controls_width(const Ui& ui) {
    return remove_width(ui) + ui.px(space::m) + ui.px(190 + 24) +
           std::max(ui.px(202), 2 * ui.target_size(64) + ui.px(64)) + ui.px(space::m);
}

void draw_line(Ui& ui, const VisitorContext& context, const BasketLine& line, const ProductView& product, Rect row,
               Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill({row.x, row.bottom() - ui.px(2), row.w, ui.px(2)}, colours.line);
    row = inset(row, 0, ui.px(space::m));
    if (stacked(ui)) {
        line_controls(ui, line, product, cut_bottom(row, ui.target_size(72), ui.px(space::m)), intents);
    } else {
        line_controls(ui, line, product, cut_right(row, controls_width(ui)), intents);
    }
    const float picture = ui.px(ui.scale().compact() ? 150 : 200);
    product_picture(ui, context, product, cut_left(row, picture, ui.px(space::xl)), {.radius = ui.px(radius::key)});
    const std::string& name = product.product->name.in("vi");
    const std::string maker =
        product.producer->name.in(ui.language().code()) + " · " + pack_text(ui.language(), *product.product);
    const float name_height = canvas.paragraph_height(TextRole::S3, row.w, name, 2);
    const float maker_height = canvas.line_height(TextRole::T4);
    const bool short_of = product.stock_state == StockState::few;
    const float last = short_of ? tag_height(ui) : product.stars ? ui.px(28) : 0;
    float y = row.centre_y() - (name_height + maker_height + ui.px(space::xxs) + last) / 2;
    canvas.paragraph(TextRole::S3, {row.x, y, row.w, 0}, name, colours.ink, {2});
    y += name_height;
    canvas.text(TextRole::T4, {row.x, y, row.w, maker_height}, maker, colours.ink_2, Align::left, Fit::ellipsis);
    y += maker_height + ui.px(space::xxs);
    if (short_of)
        tag(ui, {row.x, y},
            ui.format("visitor.stock.only", {{"amount", amount_text(ui.language(), *product.product, product.stock)}}),
            TagLook::hoe, Icon::alert);
    else if (product.stars)
        star_line(ui, {row.x, y, row.w, last}, *product.stars, ui.px(24), TextRole::M5);
}

std::string summary(const Ui& ui, const BasketTotals& totals) {
    return ui.format("visitor.basket.summary", {{"count", quantity_text(ui.language(), totals.pieces)},
                                                {"makers", std::to_string(totals.makers)}});
}

float total_padding(const Ui& ui) {
    return ui.px(ui.scale().portrait() ? 36 : 56);
}

// What it comes to and what to do with it, from the top of `rect`, for white on pine. Returns the height used.
float total_words(Ui& ui, const BasketTotals& totals, const Rect& rect, bool draw) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    const auto paragraph = [&](TextRole role, const std::string& text, Colour colour, float gap) {
        if (draw) canvas.paragraph(role, {rect.x, y, rect.w, 0}, text, colour);
        y += canvas.paragraph_height(role, rect.w, text) + gap;
    };
    paragraph(TextRole::T2, summary(ui, totals), colours.on_pine, ui.px(space::l));
    paragraph(TextRole::S2, ui.text("visitor.basket.subtotal"), colours.white, 0);
    const std::string amount = money_text(ui.language(), totals.amount);
    const TextRole role = canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B0, TextRole::B1}, rect.w, amount);
    const float line = canvas.line_height(role);
    if (draw) canvas.text(role, {rect.x, y, rect.w, line}, amount, colours.white);
    y += line + ui.px(space::l);
    paragraph(TextRole::S3, ui.text("visitor.basket.how"), colours.on_pine_accent, ui.px(space::xs));
    paragraph(TextRole::T3, ui.text("visitor.basket.not_paid"), colours.on_pine, 0);
    return y - rect.y;
}

void draw_total(Ui& ui, const BasketTotals& totals, const Rect& rect) {
    ui.canvas().fill(rect, ui.colours().pine_9);
    total_words(ui, totals, inset(rect, ui.scale().margin(), total_padding(ui)), true);
}

void draw_lines(Ui& ui, const VisitorContext& context, Session& session, Rect viewport, Intents& intents) {
    std::vector<std::pair<const BasketLine*, const ProductView*>> lines;
    for (const BasketLine& line : session.basket) {
        const ProductView* product = context.view.find(line.sku);
        if (product != nullptr && product->product->price) lines.emplace_back(&line, product);
    }
    const float reach = ui.scale().portrait() ? ui.scale().margin() : ui.px(56);
    const Rect gutter = cut_scroll_gutter(ui, viewport, session.basket_scroll.scroll, reach);
    scroll_list(ui, "basket.lines", viewport, session.basket_scroll.scroll,
                {static_cast<int>(lines.size()), row_height(ui), 0}, [&](int index, const Rect& row) {
                    const auto& [line, product] = lines[static_cast<std::size_t>(index)];
                    draw_line(ui, context, *line, *product, row, intents);
                });
    scroll_buttons(ui, "basket.lines", gutter, session.basket_scroll.scroll);
}

void draw_empty(Ui& ui, const Rect& rect, Intents& intents) {
    const Rect rest = empty_state(ui, rect, Icon::basket, ui.text("visitor.basket.empty"),
                                  ui.text("visitor.basket.empty_help"), ui.colours().ink_3);
    const std::string& label = ui.text("visitor.basket.browse");
    const ButtonSpec spec{.text = TextRole::B3};
    const float width = button_width(ui, label, spec);
    const Rect place{std::round(rest.centre_x() - width / 2), rest.y + ui.px(space::xl), width, button_height(ui)};
    if (button(ui, "basket.browse", place, label, spec)) intents.emplace_back(OpenList{});
}

} // namespace

BasketTotals totals_of(const std::vector<BasketLine>& lines, const VisitorView& view) {
    BasketTotals totals;
    std::set<const Producer*> makers;
    for (const BasketLine& line : lines) {
        const ProductView* product = view.find(line.sku);
        if (product == nullptr || !product->product->price) continue;
        totals.amount += price_times(*product->product->price, line.quantity);
        totals.pieces = totals.pieces + line.quantity;
        makers.insert(product->producer);
    }
    totals.makers = static_cast<int>(makers.size());
    return totals;
}

void draw_basket(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.paper);
    Rect area = ui.screen();
    cut_bottom(area, bottom_bar_height(ui));
    const BasketTotals totals = totals_of(session.basket, context.view);
    const bool portrait = ui.scale().portrait();
    if (totals.pieces.thousandths > 0) {
        const float width = area.w - 2 * ui.scale().margin();
        const float height = total_words(ui, totals, {0, 0, width, 0}, false) + 2 * total_padding(ui);
        draw_total(ui, totals,
                   portrait ? cut_bottom(area, height) : cut_right(area, std::round(ui.screen().w * 680 / 1920)));
    }
    const float margin = ui.scale().margin();
    Rect column = inset(area, margin, ui.px(portrait ? 42 : 28), portrait ? margin : ui.px(56), 0);
    Rect head = cut_top(column, ui.px(64), ui.px(space::l));
    identity(ui, context, head, false, intents);

    Rect title = cut_top(column, std::max(canvas.line_height(TextRole::D3), ui.target_size(64)), ui.px(space::s));
    const std::string& back = ui.text("visitor.basket.more");
    const Rect link = cut_right(title, canvas.text_width(TextRole::B3, back) + ui.px(52), ui.px(space::m));
    if (text_link(ui, "basket.back", link, back, Icon::back, false, Align::right)) intents.emplace_back(GoBack{});
    canvas.text(TextRole::D3, title, ui.text("visitor.basket.title"), colours.ink);
    canvas.fill(cut_top(column, ui.px(2)), colours.line);
    if (totals.pieces.thousandths == 0) {
        if (session.notice) cut_bottom(column, ui.target_size(68), ui.px(space::m)); // where it is said
        draw_empty(ui, column, intents);
    } else {
        draw_lines(ui, context, session, column, intents);
    }
}

} // namespace ocop::kiosk
