#include "kiosk/till/order_lines.h"
#include "kiosk/till/payment_parts.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/split_panel.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

#include <algorithm>
#include <vector>

namespace ocop::kiosk {
namespace {

void draw_due(Ui& ui, const Rect& area, const StaffContext& context, const StaffSession& session,
              StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, area);
    Rect inner = inset(area, ui.px(30), ui.px(28));
    const auto totals = totals_of(session.cart);
    Rect head = cut_top(inner, ui.px(52));
    canvas.text(TextRole::B2, head, ui.format("till.order.title", {{"receipt", context.view.snapshot().next_receipt}}),
                colours.ink);
    canvas.fill({inner.x, inner.y, inner.w, ui.px(2)}, colours.line);
    cut_top(inner, ui.px(space::l));
    const auto& back = ui.text("till.pay.back");
    if (button(ui, "pay.back", cut_bottom(inner, std::max(ui.px(72), ui.target_size(64)), ui.px(space::l)), back,
               {ButtonLook::tertiary, Icon::back, false, !session.waiting}))
        intents.emplace_back(ShowSelling{});
    const auto due = format_money(totals.total, ui.language());
    canvas.text(canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B1}, inner.w, due), cut_bottom(inner, ui.px(68)),
                due, colours.ink);
    canvas.text(TextRole::T2, cut_bottom(inner, ui.px(40), ui.px(space::m)), ui.text("till.pay.due"), colours.ink_2);
    Dong shares;
    for (const auto& line : money_of(session.cart))
        shares += line.share;
    if (shares != Dong{}) {
        Rect row = cut_bottom(inner, ui.px(44), ui.px(space::xs));
        canvas.text(TextRole::T3, row, ui.text("till.discount.order_short"), colours.ink_2);
        canvas.text(TextRole::M3, row, format_money(-shares, ui.language()), colours.son_7, Align::right);
    }
    const auto& lines = session.cart.lines;
    const float height = ui.px(52);
    auto fitting = static_cast<std::size_t>(std::max(0.0f, inner.h / height));
    if (lines.size() > fitting && fitting > 0) --fitting;
    const auto money = money_of(session.cart);
    for (std::size_t i = 0; i < lines.size() && i < fitting; ++i) {
        Rect row = cut_top(inner, height);
        const auto amount = format_money(money[i].gross - money[i].own, ui.language());
        canvas.text(TextRole::M3, cut_right(row, canvas.text_width(TextRole::M3, amount), ui.px(space::m)), amount,
                    colours.ink, Align::right);
        const auto name = line_name(ui.language(), context.view, lines[i]);
        const auto words = format_quantity(lines[i].quantity, "", ui.language()).append(" × ").append(name);
        canvas.text(TextRole::T3, row, words, colours.ink, Align::left, Fit::ellipsis);
    }
    if (lines.size() > fitting && fitting > 0)
        canvas.text(TextRole::T3, cut_top(inner, height),
                    ui.format("till.pay.more", {{"count", std::to_string(lines.size() - fitting)}}), colours.ink_2);
}

void draw_change(Ui& ui, const Rect& area, Dong total, Dong tendered) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(area, colours.pine_9, ui.px(radius::card));
    Rect inner = inset(area, ui.px(36), ui.px(28));
    const bool enough = tendered >= total;
    const bool with_notes = tendered > total;
    const bool beside = with_notes && area.w > 2 * area.h; // a low panel has no room for notes under the sum
    Rect suggested = beside ? cut_right(inner, inner.w * 0.42f, ui.px(space::xl)) : Rect{};
    canvas.text(TextRole::T1, cut_top(inner, ui.px(52)), ui.text(enough ? "till.pay.change" : "till.pay.missing"),
                colours.white);
    const auto difference = format_money(enough ? tendered - total : total - tendered, ui.language());
    canvas.text(canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B1}, inner.w, difference),
                cut_top(inner, ui.px(108)), difference, enough ? colours.white : colours.hoe_5);
    if (!with_notes) return;
    if (!beside) {
        canvas.fill({inner.x, inner.y, inner.w, ui.px(2)}, colours.pine_7);
        cut_top(inner, ui.px(space::l));
        suggested = inner;
    }
    const Rect heading = cut_top(suggested, ui.px(beside ? 52 : 36), ui.px(space::xs));
    canvas.text(TextRole::T3, heading, ui.text("till.pay.notes"), colours.on_pine);
    draw_change_notes(ui, suggested, tendered - total);
}

void draw_cash(Ui& ui, Rect area, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto total = totals_of(session.cart).total;
    const auto tendered = Dong{typed_number(session.tendered)};
    canvas.text(TextRole::B2, cut_top(area, ui.px(40), ui.px(space::s)), ui.text("till.pay.given"), ui.colours().ink);
    const auto suggestions = suggested_tenders(total);
    const auto places = columns(cut_top(area, std::max(ui.px(104), ui.target_size(64)), ui.px(space::xxl)),
                                static_cast<int>(suggestions.size()), ui.px(space::m));
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        const bool chosen = suggestions[i] == tendered;
        ButtonSpec spec{chosen ? ButtonLook::primary : ButtonLook::secondary};
        const bool exact = suggestions[i] == total;
        if (exact) spec.second_line = ui.text("till.pay.exact");
        spec.enabled = !session.waiting;
        if (button(ui, "tender." + std::to_string(i), places[i], format_number(suggestions[i].amount, ui.language()),
                   spec))
            intents.emplace_back(SuggestTendered{suggestions[i]});
    }
    PaymentRooms rooms = payment_rooms(ui, area, 0.42f);
    const auto shown = session.tendered.empty() ? std::string("0 ₫") : format_money(tendered, ui.language());
    amount_field(ui, "pay.tendered", cut_top(rooms.pad, ui.px(112), ui.px(space::l)), ui.text("till.pay.amount"), shown,
                 true);
    if (const auto press = number_pad(ui, "pay", rooms.pad, PadLayout::money, !session.waiting))
        intents.emplace_back(PressTendered{press});
    draw_change(ui, rooms.side, total, tendered);
    finish_button(ui, "pay.finish", rooms.finish, session, ui.text("till.pay.finish"), tendered >= total, intents);
}

void draw_transfer(Ui& ui, Rect area, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& booth = context.view.snapshot().booth;
    const Rect finish = cut_finish(ui, area);
    panel(ui, area);
    Rect inner = inset(area, ui.px(36));
    const bool portrait = ui.scale().portrait();
    const float side = std::min(portrait ? inner.w : inner.w * 0.55f, portrait ? inner.h * 0.6f : inner.h);
    const Rect code = portrait ? centre(cut_top(inner, side, ui.px(space::xl)), side, side)
                               : centre(cut_left(inner, side, ui.px(space::h)), side, side);
    if (session.transfer_code) qr_panel(ui, code, *session.transfer_code);
    const auto row = [&](const std::string& label, const std::string& value, TextRole role) {
        canvas.text(TextRole::T3, cut_top(inner, ui.px(34)), label, colours.ink_2);
        const TextRole fits =
            role == TextRole::N2 ? canvas.fitting({role, TextRole::B0, TextRole::B1}, inner.w, value) : role;
        canvas.text(fits, cut_top(inner, role == TextRole::N2 ? ui.px(72) : ui.px(44), ui.px(space::m)), value,
                    colours.ink);
    };
    row(ui.text("till.transfer.amount"), format_money(totals_of(session.cart).total, ui.language()), TextRole::N2);
    row(ui.text("till.transfer.holder"), booth.bank_holder, TextRole::B3);
    row(ui.text("till.transfer.account"), booth.bank_bin + " · " + booth.bank_account, TextRole::B3);
    row(ui.text("till.transfer.purpose"), session.transfer_reference, TextRole::B3);
    canvas.paragraph(TextRole::T3, inner, ui.text("till.transfer.check"), colours.ink_2);
    finish_button(ui, "pay.received", finish, session, ui.text("till.transfer.received"), true, intents);
}

} // namespace

void draw_payment(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = inset(till_frame(ui, context, session, ui.text("till.pay.title"), intents), ui.px(space::till_margin),
                      ui.px(28));
    const bool portrait = ui.scale().portrait();
    const float gap = ui.px(space::xxl);
    const Rect summary =
        portrait ? cut_top(room, room.h * 0.26f, ui.px(space::m)) : cut_left(room, room.w * 0.282f, gap);
    draw_due(ui, summary, context, session, intents);
    Rect methods = cut_top(room, std::max(ui.px(84), ui.target_size(64)), ui.px(space::l));
    const bool transfers = !context.view.snapshot().booth.bank_bin.empty();
    struct Tab {
        const char* name;
        const std::string& label;
        Icon icon;
        bool chosen;
        StaffIntent asked;
    };
    std::vector<Tab> tabs;
    const auto add = [&](const char* name, const std::string& label, Icon icon, PaymentMethod method) {
        tabs.push_back({name, label, icon, session.method == method && !session.split.open, StartPayment{method}});
    };
    add("pay.cash", ui.text("till.pay.cash"), Icon::cash, PaymentMethod::cash);
    if (transfers) add("pay.transfer", ui.text("till.order.transfer"), Icon::qr, PaymentMethod::transfer);
    add("pay.card", ui.text("till.pay.card"), Icon::card, PaymentMethod::card);
    tabs.push_back(
        {"pay.split", ui.text("till.pay.split"), Icon::receipt, session.split.open, SplitIntent(StartSplit{})});
    for (const auto& tab : tabs) {
        const float width = ui.canvas().text_width(TextRole::B2, tab.label) + ui.px(36 + 12 + 64);
        if (choice(ui, tab.name, cut_left(methods, std::min(width, methods.w), ui.px(space::m)), tab.label, tab.chosen,
                   tab.icon, !session.waiting))
            intents.push_back(tab.asked);
    }
    if (session.split.open)
        draw_split_payment(ui, room, session, transfers, intents);
    else if (session.method == PaymentMethod::cash)
        draw_cash(ui, room, session, intents);
    else if (session.method == PaymentMethod::card)
        draw_card_payment(ui, room, session, intents);
    else
        draw_transfer(ui, room, context, session, intents);
}

} // namespace ocop::kiosk
