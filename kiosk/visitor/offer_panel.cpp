#include "kiosk/visitor/offer_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

// "Còn hàng tại gian này: 24 chai"; empty when the stock is not counted.
std::string stock_sentence(const Ui& ui, const ProductView& product) {
    if (product.stock_state == StockState::unknown) return {};
    if (product.sold_out()) return ui.text("visitor.stock.none_here");
    return ui.format("visitor.stock.left_here",
                     {{"amount", amount_text(ui.language(), *product.product, product.stock)}});
}

// "Chai 500 ml · 37.000 ₫/100 ml · đã gồm thuế"
std::string pack_line(const Ui& ui, const Product& product) {
    std::string line = pack_text(ui.language(), product);
    const auto add = [&line](const std::string& words) {
        if (!words.empty()) line += (line.empty() ? "" : " · ") + words;
    };
    if (!product.price) return line;
    add(unit_price_text(ui.language(), product));
    add(ui.text("visitor.price.tax_included"));
    return line;
}

// Price with its pack line; "giá mẫu" beside it while the price is only a sample. Returns the height used.
float draw_price(Ui& ui, const ProductView& product, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    if (product.product->price) {
        const std::string amount = money_text(ui.language(), *product.product->price);
        const bool by_weight = product.product->sold_by == SoldBy::weight;
        const std::string& unit = ui.text("visitor.price.a_kilogram");
        const float unit_width = by_weight ? canvas.text_width(TextRole::T2, unit) + ui.px(space::xs) : 0;
        const float line = canvas.line_height(TextRole::N2);
        const TextRole role =
            canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B1, TextRole::B2}, rect.w - unit_width, amount);
        const float width = canvas.text(role, {rect.x, y, rect.w, line}, amount, colours.ink);
        if (by_weight)
            canvas.text(TextRole::T2, {rect.x + width + ui.px(space::xs), y, unit_width, line}, unit, colours.ink_2);
        y += line;
    } else {
        const float line = canvas.line_height(TextRole::S2);
        canvas.text(TextRole::S2, {rect.x, y, rect.w, line}, ui.text("visitor.price.none"), colours.ink);
        y += line;
    }
    y += canvas.paragraph(TextRole::T3, {rect.x, y, rect.w, 0}, pack_line(ui, *product.product), colours.ink_2);
    if (product.product->price && product.product->price_is_sample) {
        y += ui.px(space::xs);
        tag(ui, {rect.x, y}, ui.text("visitor.price.sample"), TagLook::hoe, Icon::tag);
        y += tag_height(ui);
    }
    return y - rect.y;
}

void draw_add(Ui& ui, const Session& session, const ProductView& product, const Rect& rect, Intents& intents) {
    const Quantity most = most_of(product);
    const Quantity already = session.in_basket(product.product->sku);
    const bool room = already < most;
    const std::string& label = ui.text(room ? "visitor.basket.add" : "visitor.basket.all_in");
    const ButtonSpec spec{.look = ButtonLook::primary, .icon = room ? Icon::basket : Icon::check, .enabled = room};
    if (button(ui, "story.add", rect, label, spec))
        intents.emplace_back(AddToBasket{product.product->sku, session.pick});
}

void draw_stepper(Ui& ui, const Session& session, const ProductView& product, const Rect& rect, Intents& intents) {
    const Quantity one = Quantity::of(1);
    const Quantity most = most_of(product) - session.in_basket(product.product->sku);
    const int step = stepper(ui, "story.pick", rect, quantity_text(ui.language(), session.pick), one < session.pick,
                             session.pick < most);
    if (step != 0) intents.emplace_back(SetPick{step > 0 ? session.pick + one : session.pick - one});
}

float pick_width(const Ui& ui) {
    return std::max(ui.px(212), 2 * ui.target_size(64) + ui.px(72));
}

// Why nothing can be put into the basket.
std::string obstacle(const Ui& ui, const ProductView& product) {
    if (!product.product->price) return ui.text("visitor.price.none_help");
    return ui.text("visitor.stock.none_help");
}

float obstacle_strip(Ui& ui, const std::string& words, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const float room = rect.w - ui.px(24 + 28 + 14 + 24);
    const float text = canvas.paragraph_height(TextRole::T3, room, words);
    const Rect strip{rect.x, rect.y, rect.w, text + ui.px(32)};
    well(ui, strip);
    Rect inner = inset(strip, ui.px(24), ui.px(16));
    canvas.icon(Icon::info, cut_left(inner, ui.px(28), ui.px(14)), ui.colours().ink_2);
    canvas.paragraph(TextRole::T3, {inner.x, inner.y, inner.w, 0}, words, ui.colours().ink_2);
    return strip.h;
}

const std::string& ask_label(const Ui& ui, const ProductView& product) {
    return ui.text(product.sold_out() ? "visitor.enquiry.open_back" : "visitor.enquiry.open");
}

const ButtonSpec ask_look{.look = ButtonLook::secondary, .text = TextRole::B3};

} // namespace

bool ask(Ui& ui, const ProductView& product, const Rect& rect, Intents& intents) {
    const bool tapped = button(ui, "story.ask", rect, ask_label(ui, product), ask_look);
    if (tapped)
        intents.emplace_back(
            OpenEnquiry{product.product->sku, product.sold_out() ? LeadReason::back_in_stock : LeadReason::bulk});
    return tapped;
}

float offer(Ui& ui, const VisitorContext& context, const Session& session, const ProductView& product, const Rect& rect,
            Intents& intents) {
    const float right = pick_width(ui);
    const std::string stock = stock_sentence(ui, product);
    float y = rect.y;
    if (!stock.empty()) {
        tag_at_right(ui, {rect.right(), y}, stock, stock_look(product.stock_state), stock_icon(product.stock_state));
        y += tag_height(ui) + ui.px(space::s);
    }
    const float price = draw_price(ui, product, {rect.x, y, rect.w - right - ui.px(space::m), 0});
    if (product.can_be_picked()) {
        const float height = std::max(ui.px(72), ui.target_size(64));
        draw_stepper(ui, session, product, {rect.right() - right, y, right, height}, intents);
        y += std::max(price, height) + ui.px(space::l);
        const float commit = button_height(ui, TargetRole::commit);
        Rect row{rect.x, y, rect.w, commit};
        if (context.takes_enquiries) { // beside it where both have room, else below
            const float width = button_width(ui, ask_label(ui, product), ask_look);
            if (width <= rect.w * 0.45f) {
                ask(ui, product, cut_right(row, width, ui.px(space::m)), intents);
            } else {
                ask(ui, product, moved(row, 0, commit + ui.px(space::s)), intents);
                y += commit + ui.px(space::s);
            }
        }
        draw_add(ui, session, product, row, intents);
        y += commit;
    } else {
        y += price + ui.px(space::m);
        y += obstacle_strip(ui, obstacle(ui, product), {rect.x, y, rect.w, 0});
        if (context.takes_enquiries) {
            y += ui.px(space::m);
            ask(ui, product, {rect.x, y, rect.w, button_height(ui)}, intents);
            y += button_height(ui);
        }
    }
    return y - rect.y;
}

float offer_dock_height(const Ui& ui, const ProductView& product) {
    const Canvas& canvas = ui.canvas();
    const float width = ui.screen().w / 2 - ui.scale().margin() - ui.px(space::xl);
    const float price = canvas.line_height(TextRole::N2) +
                        canvas.paragraph_height(TextRole::T3, width, pack_line(ui, *product.product)) + ui.px(8) +
                        tag_height(ui);
    return ui.px(2 * space::xl + 32) + price;
}

void offer_dock(Ui& ui, const VisitorContext&, const Session& session, const ProductView& product, const Rect& rect,
                Intents& intents) {
    const auto& colours = ui.colours();
    ui.canvas().fill(rect, colours.surface);
    ui.canvas().line({rect.x, rect.y}, {rect.right(), rect.y}, colours.line, ui.px(2));
    Rect inner = inset(rect, ui.scale().margin(), ui.px(space::xl));
    Rect right = cut_right(inner, inner.w * 0.5f, ui.px(space::xl));
    draw_price(ui, product, {inner.x, inner.y, inner.w, 0});
    const std::string stock = stock_sentence(ui, product);
    if (!product.can_be_picked()) {
        obstacle_strip(ui, obstacle(ui, product), {right.x, right.y, right.w, 0});
        return;
    }
    Rect row = cut_bottom(right, button_height(ui, TargetRole::commit), ui.px(space::s));
    const float height = std::max(ui.px(72), ui.target_size(64));
    const Rect step = cut_right(right, pick_width(ui), ui.px(space::s));
    draw_stepper(ui, session, product, {step.x, right.bottom() - height, step.w, height}, intents);
    if (!stock.empty())
        tag_at_right(ui, {right.right(), right.bottom() - height / 2 - tag_height(ui) / 2},
                     stock_word(ui.language(), product), stock_look(product.stock_state),
                     stock_icon(product.stock_state));
    draw_add(ui, session, product, row, intents);
}

float warnings(Ui& ui, const ProductView& product, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    const auto strip = [&](Icon icon, const std::string& words) {
        const float room = rect.w - ui.px(20 + 28 + 12 + 20);
        const float text = canvas.paragraph_height(TextRole::M3, room, words);
        Rect box{rect.x, y, rect.w, text + ui.px(24)};
        canvas.fill(box, colours.hoe_1, ui.px(radius::key));
        if (ui.high_contrast()) canvas.stroke(box, colours.ink, ui.px(colours.border), ui.px(radius::key));
        Rect inner = inset(box, ui.px(20), ui.px(12));
        canvas.icon(icon, cut_left(inner, ui.px(28), ui.px(12)), colours.hoe_7);
        canvas.paragraph(TextRole::M3, {inner.x, inner.y, inner.w, 0}, words, colours.hoe_7);
        y += box.h + ui.px(space::s);
    };
    if (product.product->alcohol) strip(Icon::alert, ui.text("visitor.story.age"));
    const std::string& allergens = product.product->allergens.in(ui.language().code());
    if (!allergens.empty()) strip(Icon::alert, ui.format("visitor.story.allergens", {{"allergens", allergens}}));
    return y > rect.y ? y - ui.px(space::s) - rect.y : 0;
}

} // namespace ocop::kiosk
