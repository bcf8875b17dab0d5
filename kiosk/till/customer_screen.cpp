#include "kiosk/till/customer_screen.h"

#include "kiosk/till/order_lines.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/attract.h"
#include "kiosk/visitor/wording.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

float margin(const Ui& ui) {
    return ui.px(ui.scale().portrait() ? space::portrait_margin : space::visitor_margin);
}

void draw_shop(Ui& ui, Rect row, const BoothSettings& booth) {
    auto& canvas = ui.canvas();
    const float mark = row.h;
    brand_mark(ui, cut_left(row, mark, ui.px(space::m)));
    const auto lines = rows(row, 2, 0);
    canvas.text(TextRole::S3, lines[0], booth.shop_name, ui.colours().ink, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T4, lines[1], booth.booth_name, ui.colours().ink_2, Align::left, Fit::ellipsis);
}

void draw_total(Ui& ui, const Rect& box, const std::string& label, const std::string& amount) {
    ui.canvas().fill(box, ui.colours().pine_9, ui.px(radius::card));
    Rect inner = inset(box, ui.px(space::h), 0);
    const float words = ui.canvas().text_width(TextRole::S2, label);
    ui.canvas().text(TextRole::S2, cut_left(inner, words, ui.px(space::m)), label, ui.colours().white);
    ui.canvas().text(ui.canvas().fitting({TextRole::N1, TextRole::N2, TextRole::B1}, inner.w, amount), inner, amount,
                     ui.colours().white, Align::right);
}

void draw_line(Ui& ui, Rect row, const CustomerContext& context, const CartLine& line) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill({row.x, row.bottom() - ui.px(2), row.w, ui.px(2)}, colours.line);
    row = inset(row, 0, ui.px(space::s));
    const auto* product = context.till.snapshot().catalogue->find(line.sku);
    Cart alone;
    alone.lines.push_back(line);
    const auto total = format_money(totals_of(alone).total, ui.language());
    canvas.text(TextRole::B2, cut_right(row, canvas.text_width(TextRole::B2, total), ui.px(space::xl)), total,
                colours.ink, Align::right);
    const auto count = "×" + (product == nullptr ? format_quantity(line.quantity, "", ui.language())
                                                 : quantity_words(ui.language(), *product, line.quantity));
    canvas.text(TextRole::T2, cut_right(row, canvas.text_width(TextRole::T2, count), ui.px(space::xl)), count,
                colours.ink_2, Align::right);
    if (product != nullptr && !ui.scale().portrait()) {
        const Rect picture = cut_left(row, row.h * 1.5f, ui.px(space::xl));
        Picture photo = context.safe ? Picture{} : context.pictures.request(product->media, picture.w, picture.h);
        photo.focus_x = static_cast<float>(product->focus_x);
        photo.focus_y = static_cast<float>(product->focus_y);
        PlaceholderPicture instead;
        instead.group = product->group;
        instead.id = product->sku.text();
        picture_or_placeholder(ui, picture, photo, instead, ui.px(radius::key));
    }
    const auto lines = rows(centre(row, row.w, std::min(row.h, ui.px(84))), 2, 0);
    canvas.text(TextRole::S3, lines[0], line_name(ui.language(), context.till, line), colours.ink, Align::left,
                Fit::ellipsis);
    if (const auto* sold = context.till.find(line.sku))
        canvas.text(TextRole::T4, lines[1], sold->producer->name.in("vi"), colours.ink_2, Align::left, Fit::ellipsis);
}

// The newest lines: what was scanned just now is always seen.
void draw_cart(Ui& ui, Rect area, const CustomerContext& context) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& cart = context.session.cart;
    draw_shop(ui, cut_top(area, ui.px(56), ui.px(space::l)), context.till.snapshot().booth);
    const auto title = ui.text("customer.cart");
    canvas.text(canvas.fitting({TextRole::D3, TextRole::S1}, area.w, title), cut_top(area, ui.px(80)), title,
                colours.ink);
    canvas.fill({area.x, area.y, area.w, ui.px(2)}, colours.line);
    const auto totals = totals_of(cart);
    draw_total(ui, cut_bottom(area, ui.px(132), ui.px(space::l)), ui.text("till.order.total"),
               format_money(totals.total, ui.language()));
    Rect sums = cut_bottom(area, ui.px(48), ui.px(space::s));
    const auto pieces = ui.format("customer.pieces", {{"count", format_quantity(totals.pieces, "", ui.language())}});
    canvas.text(TextRole::T2, sums, pieces, colours.ink_2);
    if (const auto less = totals.subtotal - totals.total; less.amount > 0) {
        const auto words = ui.format("customer.discount", {{"amount", format_money(-less, ui.language())}});
        canvas.text(TextRole::M2, inset(sums, canvas.text_width(TextRole::T2, pieces) + ui.px(space::m), 0, 0, 0),
                    words, colours.son_7, Align::right, Fit::ellipsis);
    }
    const float height = ui.px(120);
    const auto fitting = static_cast<std::size_t>(std::max(1.0f, area.h / height));
    const auto hidden = cart.lines.size() > fitting ? cart.lines.size() - fitting + 1 : 0;
    if (hidden > 0)
        canvas.text(TextRole::T3, cut_top(area, height * 0.6f),
                    ui.format("till.pay.more", {{"count", std::to_string(hidden)}}), colours.ink_2);
    for (std::size_t i = hidden; i < cart.lines.size(); ++i)
        draw_line(ui, cut_top(area, height), context, cart.lines[i]);
}

void draw_transfer_side(Ui& ui, const Rect& side, const CustomerContext& context) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(side, colours.surface);
    Rect inner = inset(side, margin(ui), ui.px(space::h));
    const auto& booth = context.till.snapshot().booth;
    const auto title = ui.text("customer.transfer");
    canvas.text(canvas.fitting({TextRole::S1, TextRole::S2, TextRole::S3}, inner.w, title), cut_top(inner, ui.px(60)),
                title, colours.ink, Align::centre);
    canvas.text(TextRole::T2, cut_top(inner, ui.px(44), ui.px(space::m)), ui.text("customer.any_bank"), colours.ink_2,
                Align::centre);
    const auto& waiting = ui.text("customer.waiting");
    const Rect foot = cut_bottom(inner, ui.px(76), ui.px(space::l));
    notice_strip(ui, foot, Icon::clock, waiting, TagLook::hoe);
    canvas.text(TextRole::T2, cut_bottom(inner, ui.px(40)),
                ui.format("customer.purpose", {{"reference", context.session.transfer_reference}}), colours.ink_2,
                Align::centre);
    canvas.text(TextRole::B2, cut_bottom(inner, ui.px(44)), booth.bank_holder, colours.ink, Align::centre,
                Fit::ellipsis);
    if (context.session.split.open) // less than the total beside it
        canvas.text(TextRole::B0, cut_bottom(inner, ui.px(64)),
                    format_money(context.session.transfer_amount, ui.language()), colours.ink, Align::centre);
    const float square = std::min(inner.w, inner.h - ui.px(space::m));
    if (context.session.transfer_code) qr_panel(ui, centre(inner, square, square), *context.session.transfer_code);
}

void draw_cash_side(Ui& ui, const Rect& side, const CustomerContext& context) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(side, colours.surface);
    Rect inner = inset(side, margin(ui), ui.px(space::section));
    const auto& session = context.session;
    const bool split = session.split.open;
    const auto whole = totals_of(session.cart).total;
    const auto total = std::max(Dong{}, whole - without_cash(session.split));
    const Dong given = split ? part_of(session.split, PaymentMethod::cash) : Dong{typed_number(session.tendered)};
    const auto row = [&](const std::string& label, Dong amount, Colour ink) {
        canvas.text(TextRole::T1, cut_top(inner, ui.px(52)), label, colours.ink_2);
        const auto words = format_money(amount, ui.language());
        canvas.text(canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B1}, inner.w, words),
                    cut_top(inner, ui.px(112), ui.px(space::xl)), words, ink);
    };
    row(ui.text("till.pay.due"), total, colours.ink);
    if (given.amount == 0) return;
    row(ui.text("till.pay.given"), given, colours.ink);
    if (split ? settles(session.split, whole) : given >= total)
        row(ui.text("till.pay.change"), given - total, colours.pine_7);
}

void draw_thanks(Ui& ui, const CustomerContext& context) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& sale = *context.session.sold;
    Rect room = inset(ui.screen(), margin(ui), ui.px(space::h));
    draw_shop(ui, cut_top(room, ui.px(56), ui.px(space::l)), context.till.snapshot().booth);
    const auto& thanks = ui.text("customer.thanks");
    const float words = canvas.paragraph_height(TextRole::D3, room.w, thanks);
    const float box = sale.change.amount > 0 ? ui.px(330) : ui.px(132);
    Rect block = centre(room, room.w, std::min(room.h, words + ui.px(space::h) + box));
    canvas.paragraph(TextRole::D3, cut_top(block, words, ui.px(space::h)), thanks, colours.ink, {0, Align::centre});
    const Rect pine = centre(cut_top(block, box), std::min(block.w, ui.px(1100)), box);
    if (sale.change.amount == 0)
        return draw_total(ui, pine, ui.text("till.order.total"), format_money(sale.total, ui.language()));
    canvas.fill(pine, colours.pine_9, ui.px(radius::card));
    Rect inner = inset(pine, ui.px(space::hh), ui.px(28));
    canvas.text(TextRole::T1, cut_top(inner, ui.px(52)), ui.text("customer.change"), colours.white);
    const auto change = format_money(sale.change, ui.language());
    canvas.text(canvas.fitting({TextRole::N0, TextRole::N1, TextRole::N2}, inner.w, change), cut_top(inner, ui.px(150)),
                change, colours.white);
    draw_change_notes(ui, inner, sale.change);
}

void draw_stories(Ui& ui, const CustomerContext& context) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& slides = context.stories.slides();
    Rect rest = ui.screen();
    const Rect strip = cut_bottom(rest, ui.px(ui.scale().portrait() ? 320 : 220));
    canvas.fill(strip, colours.surface);
    Rect inner = inset(strip, margin(ui), ui.px(space::xl));
    if (slides.empty() || context.safe) {
        canvas.fill(rest, colours.pine_9);
        canvas.paragraph(TextRole::D3, inset(rest, margin(ui), ui.px(space::section)),
                         ui.text("visitor.attract.headline"), colours.white);
        return draw_shop(ui, centre(inner, inner.w, ui.px(56)), context.till.snapshot().booth);
    }
    const auto clock = slide_clock(ui.now(), static_cast<int>(slides.size()));
    const auto& view = *slides[static_cast<std::size_t>(clock.index)];
    const auto& product = *view.product;
    Picture photo = context.pictures.request(product.media, rest.w, rest.h);
    photo.focus_x = static_cast<float>(product.focus_x);
    photo.focus_y = static_cast<float>(product.focus_y);
    PlaceholderPicture instead;
    instead.group = product.group;
    instead.id = product.sku.text();
    picture_or_placeholder(ui, rest, photo, instead, 0);
    ui.wake_at({ui.now().milliseconds + motion::attract_hold - clock.age});
    if (view.stars) {
        const float seal = std::min(inner.h, ui.px(148));
        star_seal(ui, centre(cut_left(inner, seal, ui.px(space::xl)), seal, seal), *view.stars);
    }
    const auto& name = product.name.in(ui.language().code());
    const float name_height = canvas.paragraph_height(TextRole::S1, inner.w, name, 2);
    canvas.paragraph(TextRole::S1, cut_top(inner, name_height), name, colours.ink, {2});
    canvas.text(TextRole::T2, cut_top(inner, ui.px(40)), maker_and_place(ui.language(), view), colours.ink_2,
                Align::left, Fit::ellipsis);
    const auto story = product.stories.find(ui.language().code());
    if (story == product.stories.end() || story->second.hook.empty()) return;
    if (canvas.paragraph_height(TextRole::T2, inner.w, story->second.hook, 2) <= inner.h)
        canvas.paragraph(TextRole::T2, {inner.x, inner.y, inner.w, 0}, story->second.hook, colours.ink, {2});
}

} // namespace

CustomerScene customer_scene(const StaffSession& session, Monotonic now) {
    if (session.page == StaffPage::done && session.sold &&
        now.milliseconds - session.sold_since.milliseconds < customer_idle)
        return CustomerScene::thanks;
    if (session.cart.empty()) return CustomerScene::stories;
    if (session.page == StaffPage::payment)
        return (session.split.open ? session.transfer_code.has_value() : session.method == PaymentMethod::transfer)
                   ? CustomerScene::transfer
                   : CustomerScene::cash;
    return CustomerScene::cart;
}

void draw_customer(Ui& ui, const CustomerContext& context) {
    const auto scene = customer_scene(context.session, ui.now());
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    if (scene == CustomerScene::stories) return draw_stories(ui, context);
    if (scene == CustomerScene::thanks) {
        ui.wake_at({context.session.sold_since.milliseconds + customer_idle});
        return draw_thanks(ui, context);
    }
    Rect room = ui.screen();
    if (scene != CustomerScene::cart) {
        const Rect side = ui.scale().portrait() ? cut_bottom(room, room.h * 0.5f) : cut_right(room, room.w * 0.355f);
        if (scene == CustomerScene::transfer)
            draw_transfer_side(ui, side, context);
        else
            draw_cash_side(ui, side, context);
    }
    draw_cart(ui, inset(room, margin(ui), ui.px(space::h)), context);
}

} // namespace ocop::kiosk
