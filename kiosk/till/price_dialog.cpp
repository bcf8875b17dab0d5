#include "kiosk/till/order_dialogs.h"
#include "kiosk/till/order_lines.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

using How = PriceDesk::How;

std::string typed_words(const Ui& ui, const PriceDesk& desk) {
    const auto number = typed_number(desk.digits);
    if (desk.how == How::percent) return std::to_string(number) + "%";
    return number == 0 ? std::string("0 ₫") : format_money(Dong{number}, ui.language());
}

// Name and what it costs before anything is taken off.
void draw_head(Ui& ui, Rect& room, const StaffContext& context, const StaffSession& session) {
    auto& canvas = ui.canvas();
    const auto& desk = session.prices;
    std::string title = ui.text("till.discount.order");
    std::string words = format_money(totals_of(session.cart).subtotal, ui.language());
    if (desk.line) {
        const auto& line = session.cart.lines[*desk.line];
        title = line_name(ui.language(), context.view, line);
        words = line_words(ui.language(), context.view, line) + " = " +
                format_money(money_of(session.cart)[*desk.line].gross, ui.language());
    }
    canvas.text(TextRole::S1, cut_top(room, ui.px(56)), title, ui.colours().ink, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T3, cut_top(room, ui.px(36), ui.px(space::m)), words, ui.colours().ink_2);
}

void draw_how(Ui& ui, Rect place, const PriceDesk& desk, StaffIntents& intents) {
    struct Way {
        const char* name;
        const char* label;
        How how;
    };
    const Way ways[]{{"price.amount", "till.discount.amount", How::amount},
                     {"price.percent", "till.discount.percent", How::percent},
                     {"price.price", "till.discount.price", How::price}};
    const int count = desk.line ? 3 : 2;
    const auto places = columns(place, count, ui.px(space::s));
    for (int i = 0; i < count; ++i) {
        const auto& way = ways[i];
        if (choice(ui, way.name, places[static_cast<std::size_t>(i)], ui.text(way.label), desk.how == way.how))
            intents.emplace_back(PriceIntent{ChooseHow{way.how}});
    }
}

// What it comes to, and whose word it takes.
void draw_outcome(Ui& ui, Rect area, const Result<Cart>& changed, bool manager, const PriceDesk& desk) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    if (manager) {
        Rect strip = cut_bottom(area, ui.px(40));
        canvas.icon(Icon::lock, cut_left(strip, ui.px(28), ui.px(space::s)), colours.ink_2);
        canvas.text(TextRole::T3, strip, ui.text("till.approval.needed"), colours.ink_2);
    }
    if (!changed) return;
    const Dong total = desk.line ? money_of(*changed)[*desk.line].total : totals_of(*changed).total;
    Rect sum = cut_bottom(area, ui.px(56));
    const auto& remains = ui.text("till.discount.remains");
    canvas.text(TextRole::T2, sum, remains, colours.ink_2);
    const auto amount = format_money(total, ui.language());
    const float room = sum.w - canvas.text_width(TextRole::T2, remains) - ui.px(space::m);
    canvas.text(canvas.fitting({TextRole::B0, TextRole::B2, TextRole::B3}, room, amount), sum, amount, colours.ink,
                Align::right);
}

} // namespace

Rect pad_ground(Ui& ui, const Rect& area) {
    ui.canvas().fill(area, ui.colours().sunken, ui.px(radius::card));
    return inset(area, ui.px(space::s));
}

void draw_prices(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.prices;
    if (!desk.open || session.approval.open() || (desk.line && *desk.line >= session.cart.lines.size())) return;
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect room = dialog_frame(ui, ui.px(1080), ui.px(900), desk.since);
    const float commit = std::max(ui.px(96), ui.target_size(88, TargetRole::commit));
    const auto buttons = columns(cut_bottom(room, commit, ui.px(space::l)), 2, ui.px(space::m));
    draw_head(ui, room, context, session);
    draw_how(ui, cut_top(room, std::max(ui.px(68), ui.target_size(56)), ui.px(space::m)), desk, intents);

    const auto reason = price_reason(ui.language(), desk.how, desk.reason);
    const Approval own{session.staff ? session.staff->id : StaffId(), {}};
    // Before a reason is chosen the sum is shown all the same.
    const auto changed = with_prices(session.cart, desk, reason.empty() ? "-" : reason, own);
    const auto missing = changed ? needs_manager(*changed, context.view.snapshot().staff) : std::nullopt;
    const bool manager = missing && missing->line == desk.line;

    Rect pad = cut_left(room, room.w * 0.54f, ui.px(space::xxl));
    amount_field(ui, "price.typed", cut_top(pad, ui.px(96), ui.px(space::m)),
                 ui.text(desk.how == How::price ? "till.discount.new_price" : "till.discount.off"),
                 typed_words(ui, desk), true);
    if (const auto press = number_pad(ui, "price", pad_ground(ui, pad), PadLayout::money))
        intents.emplace_back(PriceIntent{PressPrice{press}});

    canvas.text(TextRole::B3, cut_top(room, ui.px(36), ui.px(space::xs)), ui.text("till.discount.why"), colours.ink);
    for (int i = 0; i < price_reasons; ++i)
        if (choice(ui, "price.reason." + std::to_string(i),
                   cut_top(room, std::max(ui.px(64), ui.target_size(56)), ui.px(space::s)),
                   price_reason(ui.language(), desk.how, i), desk.reason == i))
            intents.emplace_back(PriceIntent{ChoosePriceReason{i}});
    draw_outcome(ui, room, changed, manager, desk);

    ButtonSpec safe{ButtonLook::secondary};
    safe.role = TargetRole::commit;
    if (button(ui, "price.close", buttons[0], ui.text("till.discount.close"), safe) || ui.key(Key::escape))
        intents.emplace_back(PriceIntent{ClosePrices{}});
    const bool nothing = desk.digits.empty();
    ButtonSpec doing{ButtonLook::primary, Icon::check};
    doing.enabled = changed && *changed != session.cart && (nothing || desk.reason >= 0);
    doing.role = TargetRole::commit;
    doing.guarded = true;
    if (button(ui, "price.confirm", buttons[1],
               ui.text(nothing                  ? "till.discount.take_back"
                       : desk.how == How::price ? "till.discount.set_price"
                                                : "till.discount.give"),
               doing))
        intents.emplace_back(PriceIntent{ConfirmPrice{}});
}

} // namespace ocop::kiosk
