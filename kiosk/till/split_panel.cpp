#include "kiosk/till/split_panel.h"

#include "kiosk/till/order_lines.h"
#include "kiosk/till/payment_parts.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

// What is missing, given back, or too much, white on pine.
void draw_balance(Ui& ui, Rect inner, const SplitDesk& desk, Dong total) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto due = still_due(desk, total);
    const auto above = without_cash(desk) - total;
    const bool too_much = above > Dong{};
    const bool idle = cash_is_idle(desk, total);
    const char* words = too_much       ? "till.split.above"
                        : idle         ? "till.split.idle"
                        : due > Dong{} ? "till.pay.missing"
                                       : "till.pay.change";
    canvas.text(canvas.fitting({TextRole::T1, TextRole::T2, TextRole::T3}, inner.w, ui.text(words)),
                cut_top(inner, ui.px(52)), ui.text(words), colours.white);
    const auto amount = format_money(too_much       ? above
                                     : idle         ? part_of(desk, PaymentMethod::cash)
                                     : due > Dong{} ? due
                                                    : -due,
                                     ui.language());
    canvas.text(canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B1}, inner.w, amount), cut_top(inner, ui.px(96)),
                amount, too_much || idle || due > Dong{} ? colours.hoe_5 : colours.white);
}

} // namespace

void draw_card_payment(Ui& ui, Rect area, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    PaymentRooms rooms = payment_rooms(ui, area, 0.42f);
    amount_field(ui, "pay.slip", cut_top(rooms.pad, ui.px(112), ui.px(space::l)), ui.text("till.card.slip"),
                 session.card_slip, true);
    if (const auto press = number_pad(ui, "pay", rooms.pad, PadLayout::count, !session.waiting))
        intents.emplace_back(SplitIntent(PressCardSlip{press}));
    panel(ui, rooms.side);
    Rect inner = inset(rooms.side, ui.px(36));
    canvas.text(TextRole::T1, cut_top(inner, ui.px(52)), ui.text("till.card.amount"), colours.ink_2);
    const auto amount = format_money(totals_of(session.cart).total, ui.language());
    canvas.text(canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B1}, inner.w, amount),
                cut_top(inner, ui.px(108), ui.px(space::l)), amount, colours.ink);
    canvas.paragraph(TextRole::T2, inner, ui.text("till.card.check"), colours.ink_2);
    finish_button(ui, "pay.finish", rooms.finish, session, ui.text("till.card.accepted"), true, intents);
}

void draw_split_payment(Ui& ui, Rect area, const StaffSession& session, bool transfers, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& desk = session.split;
    const auto total = totals_of(session.cart).total;
    const bool portrait = ui.scale().portrait();
    PaymentRooms rooms = payment_rooms(ui, area, 0.40f);
    Rect& side = rooms.side;
    const float row = std::max(ui.px(portrait ? 92 : 88), ui.target_size(72));
    const auto part = [&](const char* name, const char* words, PaymentMethod method) {
        const bool entering = desk.entering == method;
        if (amount_field(ui, name, cut_top(rooms.pad, row, ui.px(space::m)), ui.text(words),
                         format_money(part_of(desk, method), ui.language()), entering) &&
            !session.waiting)
            intents.emplace_back(SplitIntent(ChoosePart{method}));
    };
    part("split.cash", "till.pay.cash", PaymentMethod::cash);
    if (transfers) part("split.transfer", "till.order.transfer", PaymentMethod::transfer);
    part("split.card", "till.pay.card", PaymentMethod::card);
    if (const auto press = number_pad(ui, "pay", rooms.pad, PadLayout::money, !session.waiting))
        intents.emplace_back(SplitIntent(PressPart{press}));
    const bool by_transfer = session.transfer_code && part_of(desk, PaymentMethod::transfer) > Dong{};
    const Rect code = by_transfer ? (portrait ? cut_right(side, std::min(side.w * 0.5f, side.h), ui.px(space::l))
                                              : cut_top(side, side.h - ui.px(216), ui.px(space::l)))
                                  : Rect{};
    canvas.fill(side, colours.pine_9, ui.px(radius::card));
    Rect inner = inset(side, ui.px(36), ui.px(28));
    draw_balance(ui, inner, desk, total);
    cut_top(inner, ui.px(52 + 96), ui.px(space::m));
    if (!by_transfer && inner.h > ui.px(72))
        canvas.paragraph(TextRole::T3, inner, ui.text("till.split.hint"), colours.on_pine);
    if (by_transfer) {
        panel(ui, code);
        Rect room = inset(code, ui.px(20));
        const auto words = ui.format("till.split.purpose", {{"reference", session.transfer_reference}});
        canvas.text(canvas.fitting({TextRole::T3, TextRole::T4}, room.w, words), cut_bottom(room, ui.px(36)), words,
                    colours.ink_2, Align::centre, Fit::ellipsis);
        const float square = std::min(room.w, room.h);
        qr_panel(ui, centre(room, square, square), *session.transfer_code);
    }
    const auto& words = ui.text(without_cash(desk) > Dong{} ? "till.transfer.received" : "till.pay.finish");
    finish_button(ui, "pay.finish", rooms.finish, session, words, settles(desk, total), intents);
}

} // namespace ocop::kiosk
