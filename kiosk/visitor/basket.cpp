#include "kiosk/visitor/basket.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/pick_up_panel.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"
#include "pos/money/rounding.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace ocop::kiosk {

namespace {

float row_height(const Ui& ui) {
    const Canvas& canvas = ui.canvas();
    const float words = 2 * canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4) + ui.px(32);
    const float least = std::max(ui.px(172), words + ui.px(32));
    return ui.scale().portrait() ? least + ui.target_size(72) + ui.px(space::m) : least;
}

float stepper_width(const Ui& ui) {
    return std::max(ui.px(202), 2 * ui.target_size(64) + ui.px(64));
}

float amount_width(const Ui& ui, const std::string& amount) {
    return std::max(ui.px(190), ui.canvas().text_width(TextRole::B2, amount));
}

// How many and for how much; the last one is taken out by the bin.
void line_controls(Ui& ui, const BasketLine& line, const ProductView& product, Rect row, Intents& intents) {
    const Quantity one = Quantity::of(1);
    const std::string sku = line.sku.text();
    const std::string amount = money_text(ui.language(), price_times(*product.product->price, line.quantity));
    const Rect amount_place = cut_right(row, amount_width(ui, amount), ui.px(space::l));
    ui.canvas().text(TextRole::B2, amount_place, amount, ui.colours().ink, Align::right);
    const float width = std::min(row.w, stepper_width(ui));
    const Rect place = ui.scale().portrait() ? cut_left(row, width) : cut_right(row, width);
    const bool last = line.quantity <= one;
    const int step = stepper(ui, "basket.quantity/" + sku, centre(place, width, ui.target_size(72)),
                             quantity_text(ui.language(), line.quantity), true, line.quantity < most_of(product), last);
    if (step != 0) intents.emplace_back(SetBasketLine{line.sku, step > 0 ? line.quantity + one : line.quantity - one});
}

float controls_width(const Ui& ui, const BasketLine& line, const ProductView& product) {
    const std::string amount = money_text(ui.language(), price_times(*product.product->price, line.quantity));
    return amount_width(ui, amount) + ui.px(space::l) + stepper_width(ui);
}

// Fewer on the shelf than a basket might ask for, or fewer than this one does.
bool is_short(const BasketLine& line, const ProductView& product) {
    if (product.stock_state == StockState::unknown) return false;
    return product.stock_state != StockState::plenty || product.stock < line.quantity;
}

std::string shortage(const Ui& ui, const ProductView& product) {
    if (product.sold_out()) return ui.text("visitor.stock.none_here");
    return ui.format("visitor.stock.only", {{"amount", amount_text(ui.language(), *product.product, product.stock)}});
}

void draw_line(Ui& ui, const VisitorContext& context, const BasketLine& line, const ProductView& product, Rect row,
               Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill({row.x, row.bottom() - ui.px(2), row.w, ui.px(2)}, colours.line);
    row = inset(row, 0, ui.px(space::m));
    if (ui.scale().portrait()) {
        line_controls(ui, line, product, cut_bottom(row, ui.target_size(72), ui.px(space::m)), intents);
    } else {
        line_controls(ui, line, product, cut_right(row, controls_width(ui, line, product), ui.px(space::m)), intents);
    }
    const float picture = ui.px(ui.scale().compact() ? 150 : 200);
    product_picture(ui, context, product, cut_left(row, picture, ui.px(space::xl)), {.radius = ui.px(radius::key)});
    const std::string& name = product.product->name.in("vi");
    const std::string maker =
        product.producer->name.in(ui.language().code()) + " · " + pack_text(ui.language(), *product.product);
    const float name_height = canvas.paragraph_height(TextRole::S3, row.w, name, 2);
    const float maker_height = canvas.line_height(TextRole::T4);
    const bool short_of = is_short(line, product);
    const float last = short_of ? tag_height(ui) : product.stars ? ui.px(28) : 0;
    float y = row.centre_y() - (name_height + maker_height + ui.px(space::xxs) + last) / 2;
    canvas.paragraph(TextRole::S3, {row.x, y, row.w, 0}, name, colours.ink, {2});
    y += name_height;
    canvas.text(TextRole::T4, {row.x, y, row.w, maker_height}, maker, colours.ink_2, Align::left, Fit::ellipsis);
    y += maker_height + ui.px(space::xxs);
    if (short_of)
        tag(ui, {row.x, y}, shortage(ui, product), TagLook::hoe, Icon::alert);
    else if (product.stars)
        star_row(ui, {row.x, y}, *product.stars, ui.px(24));
}

std::string summary(const Ui& ui, const BasketTotals& totals) {
    return ui.format("visitor.basket.summary", {{"count", quantity_text(ui.language(), totals.pieces)},
                                                {"makers", std::to_string(totals.makers)}});
}

std::string not_paid(const Ui& ui) {
    return ui.text("visitor.basket.not_paid");
}

float note_height(const Ui& ui, float width) {
    const float words = width - ui.px(space::xl + 28 + 18 + space::xl);
    return ui.canvas().paragraph_height(TextRole::T3, words, not_paid(ui)) + 2 * ui.px(18);
}

// Under the lines: what it comes to, and that nothing is paid here.
void draw_total(Ui& ui, const BasketTotals& totals, Rect rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Rect note = cut_bottom(rect, note_height(ui, rect.w), ui.px(space::m));
    well(ui, note);
    Rect words = inset(note, ui.px(space::xl), ui.px(18));
    const float line = canvas.line_height(TextRole::T3);
    Rect icon = cut_left(words, ui.px(28), ui.px(18));
    icon.h = line;
    canvas.icon(Icon::info, icon, colours.pine_7);
    canvas.paragraph(TextRole::T3, {words.x, words.y, words.w, 0}, not_paid(ui), colours.ink);

    const std::string amount = money_text(ui.language(), totals.amount);
    const std::string& label = ui.text("visitor.basket.subtotal");
    canvas.text(TextRole::N2, cut_right(rect, canvas.text_width(TextRole::N2, amount), ui.px(space::l)), amount,
                colours.ink, Align::right);
    canvas.text(TextRole::T2, cut_right(rect, canvas.text_width(TextRole::T2, label), ui.px(space::l)), label,
                colours.ink);
    const auto lines = canvas.wrap(TextRole::T3, rect.w, summary(ui, totals)).lines.size();
    const float height = static_cast<float>(lines) * line;
    canvas.paragraph(TextRole::T3, {rect.x, std::round(rect.centre_y() - height / 2), rect.w, 0}, summary(ui, totals),
                     colours.ink_2);
}

float total_height(const Ui& ui, float width) {
    const float sum = std::max(ui.canvas().line_height(TextRole::N2), 2 * ui.canvas().line_height(TextRole::T3));
    return sum + ui.px(space::m) + note_height(ui, width);
}

void draw_lines(Ui& ui, const VisitorContext& context, Session& session, Rect viewport, Intents& intents) {
    const Rect gutter = cut_scroll_gutter(ui, viewport, session.basket_scroll.scroll);
    std::vector<std::pair<const BasketLine*, const ProductView*>> lines;
    for (const BasketLine& line : session.basket) {
        const ProductView* product = context.view.find(line.sku);
        if (product != nullptr && product->product->price) lines.emplace_back(&line, product);
    }
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
    const std::string& gift = ui.text("visitor.gift.open");
    const ButtonSpec second{.look = ButtonLook::secondary, .icon = Icon::gift, .text = TextRole::B3};
    const float gift_width = button_width(ui, gift, second);
    const Rect below{std::round(rest.centre_x() - gift_width / 2), place.bottom() + ui.px(space::m), gift_width,
                     button_height(ui)};
    if (below.bottom() > rect.bottom()) return; // home leads there as well
    if (button(ui, "basket.gift", below, gift, second)) intents.emplace_back(OpenGift{});
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
    const bool filled = totals.pieces.thousandths > 0;
    if (filled)
        pick_up_panel(ui, session,
                      portrait ? cut_bottom(area, pick_up_panel_height(ui, session, area.w))
                               : cut_right(area, std::round(ui.screen().w * 680 / 1920)),
                      intents);
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
    if (!filled) {
        if (session.notice) cut_bottom(column, ui.target_size(68), ui.px(space::m)); // where it is said
        return draw_empty(ui, column, intents);
    }
    cut_bottom(column, ui.px(portrait || ui.scale().compact() ? space::s : space::xl));
    const float total = total_height(ui, column.w);
    const float lines = static_cast<float>(session.basket.size()) * row_height(ui);
    draw_lines(ui, context, session,
               cut_top(column, std::min(lines, column.h - total - ui.px(space::l)), ui.px(space::l)), intents);
    draw_total(ui, totals, cut_top(column, total));
}

} // namespace ocop::kiosk
