// Several orders at once: one waits while the next customer is served; and what is asked about the one on the counter.
#include "kiosk/till/order_lines.h"
#include "kiosk/till/staff_side.h"
#include "pos/base/clock.h"
#include "pos/text/format.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

using Ask = CartsDesk::Sheet;

constexpr std::size_t most_quantity_digits = 5;

ParkedCart* parked_as(CartsDesk& desk, int number) {
    for (auto& each : desk.parked)
        if (each.number == number) return &each;
    return nullptr;
}

} // namespace

std::string removal_reason(const Language& language, int reason) {
    return reason < 0 ? std::string() : language.text("till.removal.reason." + std::to_string(reason));
}

std::string other_reason(const Language& language, int reason) {
    return reason < 0 ? std::string() : language.text("till.other.reason." + std::to_string(reason));
}

void StaffSide::save_carts(Ui& ui, Outcome& outcome) {
    session_.cart_changed = ui.now();
    session_.selected_line = 0;
    session_.just_scanned.clear();
    session_.baskets.notes.clear();
    session_.transfer_reference.clear(); // it is that of the other order, which finds it again
    session_.transfer_code.reset();
    session_.split = {};
    session_.lines = {};
    removed_.reset();
    outcome.commands.emplace_back(SaveCarts{session_.cart, session_.carts.parked});
}

// Puts the order aside; an empty one is nothing to come back to. False: too many wait already.
bool StaffSide::put_aside(Ui& ui, const StaffContext& context) {
    auto& desk = session_.carts;
    if (session_.cart.empty()) return true;
    if (desk.parked.size() >= most_parked_carts) {
        say(ui, ui.format("till.park.full", {{"most", std::to_string(most_parked_carts)}}), true);
        return false;
    }
    desk.parked.push_back({desk.number, context.now, desk.name, session_.cart});
    std::sort(desk.parked.begin(), desk.parked.end(),
              [](const ParkedCart& a, const ParkedCart& b) { return a.number < b.number; });
    return true;
}

void StaffSide::park(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.carts;
    if (session_.waiting || session_.cart.empty() || !put_aside(ui, context)) return;
    const int parked = desk.number;
    session_.cart = Cart{make_uuid_v7(context.now, *randomness_)};
    desk.number = free_number(desk.parked, 0);
    desk.name.clear();
    save_carts(ui, outcome);
    say(ui, ui.format("till.park.done", {{"number", std::to_string(parked)}}));
}

void StaffSide::show_cart(int number, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.carts;
    const auto* found = parked_as(desk, number);
    if (session_.waiting || found == nullptr) return;
    const ParkedCart wanted = *found;
    desk.parked.erase(desk.parked.begin() + (found - desk.parked.data()));
    if (!put_aside(ui, context)) {
        desk.parked.push_back(wanted);
        return;
    }
    // What was taken out of an order that is empty by now stays remembered.
    auto removed = session_.cart.empty() ? session_.cart.removed : std::vector<RemovedLine>();
    session_.cart = wanted.cart;
    for (auto& line : removed)
        if (session_.cart.removed.size() < most_removed_lines) session_.cart.removed.push_back(std::move(line));
    desk.number = wanted.number;
    desk.name = wanted.note;
    desk.sheet = Ask::none;
    save_carts(ui, outcome);
}

void StaffSide::open_sheet(const OpenCartSheet& opened, Ui& ui) {
    auto& desk = session_.carts;
    if (session_.waiting) return;
    desk.sheet = opened.sheet;
    desk.since = ui.now();
    desk.about = opened.about;
    desk.digits.clear();
    desk.reason = -1;
    desk.code.clear();
    desk.list = {};
    desk.keyboard = {};
    if (desk.sheet == Ask::note) desk.typed = TypedText(session_.cart.note);
    if (desk.sheet == Ask::name) {
        const auto* parked = parked_as(desk, desk.about);
        desk.typed = TypedText(parked == nullptr ? std::string() : parked->note);
    }
}

void StaffSide::take_line(std::size_t line, const std::string& reason, Ui& ui, const StaffContext& context,
                          Outcome& outcome) {
    auto& cart = session_.cart;
    if (line >= cart.lines.size()) return;
    const auto before = cart.lines[line];
    const auto name = journal_name(context.view, before);
    const auto by = session_.staff ? session_.staff->id : StaffId();
    if (const auto taken = take_out(cart, line, name, context.now, by, reason); !taken)
        return say(ui, ui.language().sentence(taken.error()), true);
    removed_ = {line, before};
    session_.just_scanned.clear();
    cart_changed(ui, outcome);
    Toast toast;
    toast.words = ui.text("till.order.removed");
    toast.icon = Icon::trash;
    toast.action = ui.text("till.undo");
    toast.action_name = "toast.undo";
    session_.toast.show(std::move(toast), ui.now());
}

void StaffSide::confirm_sheet(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.carts;
    switch (std::exchange(desk.sheet, Ask::none)) {
    case Ask::note:
        session_.cart.note = desk.typed.text;
        return cart_changed(ui, outcome);
    case Ask::name:
        if (auto* parked = parked_as(desk, desk.about)) parked->note = desk.typed.text;
        outcome.commands.emplace_back(SaveCarts{session_.cart, desk.parked});
        desk.sheet = Ask::parked;
        return;
    case Ask::other: {
        const auto added = add_other(
            session_.cart, {written(ui).text("till.other.name"), desk.code, other_reason(written(ui), desk.reason)},
            Dong{typed_number(desk.digits)}, next_quantity());
        if (!added) return say(ui, ui.language().sentence(added.error()), true);
        session_.selected_line = *added;
        desk.unknown.clear();
        session_.search.clear();
        search_changed(outcome);
        return cart_changed(ui, outcome);
    }
    case Ask::removing:
        return take_line(desk.line, removal_reason(written(ui), desk.reason), ui, context, outcome);
    case Ask::dropping:
        return drop(ui, outcome);
    case Ask::quantity:
        if (typed_number(desk.digits) == 0) return;
        session_.search = std::to_string(typed_number(desk.digits)) + " × ";
        return search_changed(outcome);
    case Ask::parked:
    case Ask::none:
        return;
    }
}

// The order goes only when the journal has it.
void StaffSide::drop(Ui& ui, Outcome& outcome) {
    auto& desk = session_.carts;
    const auto* parked = parked_as(desk, desk.about);
    if (session_.waiting || !session_.staff || (desk.about != 0 && parked == nullptr)) return;
    session_.waiting = true;
    outcome.commands.emplace_back(DropCart{parked == nullptr ? session_.cart : parked->cart,
                                           removal_reason(written(ui), desk.reason), session_.staff->id});
}

void StaffSide::cart_dropped(const CartDropped& dropped) {
    auto& desk = session_.carts;
    session_.waiting = false;
    desk.parked.erase(std::remove_if(desk.parked.begin(), desk.parked.end(),
                                     [&](const ParkedCart& each) { return each.cart.sale_id == dropped.sale_id; }),
                      desk.parked.end());
    if (session_.cart.sale_id == dropped.sale_id) {
        session_.cart = dropped.next;
        session_.selected_line = 0;
        desk.name.clear();
    }
    save_carts_soon_ = true;
}

void StaffSide::apply_carts(const CartsIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.carts;
    if (std::holds_alternative<ParkCart>(intent)) {
        park(ui, context, outcome);
    } else if (const auto* shown = std::get_if<ShowCart>(&intent)) {
        show_cart(shown->number, ui, context, outcome);
    } else if (const auto* opened = std::get_if<OpenCartSheet>(&intent)) {
        open_sheet(*opened, ui);
    } else if (std::holds_alternative<CloseCartSheet>(intent)) {
        const bool back = desk.sheet == Ask::name || (desk.sheet == Ask::dropping && desk.about != 0);
        desk.sheet = back ? Ask::parked : Ask::none;
    } else if (const auto* press = std::get_if<PressCartPad>(&intent)) {
        const auto most = desk.sheet == Ask::quantity ? most_quantity_digits : most_money_digits;
        desk.digits = applied(desk.digits, press->press, PadLayout::money, most);
    } else if (const auto* reason = std::get_if<ChooseCartReason>(&intent)) {
        desk.reason = reason->reason;
    } else if (std::holds_alternative<ConfirmCartSheet>(intent)) {
        confirm_sheet(ui, context, outcome);
    } else if (std::holds_alternative<ForgetUnknown>(intent)) {
        desk.unknown.clear();
    } else if (std::holds_alternative<SellUnknown>(intent)) {
        open_sheet({Ask::other}, ui);
        desk.code = desk.unknown;
    }
}

} // namespace ocop::kiosk
