#include "kiosk/till/staff_side.h"

#include "kiosk/till/order_dialogs.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

// Where a scanned product goes into the order. A scan while paying is one more item, so the payment begins again.
bool may_scan(StaffPage page) {
    return page == StaffPage::selling || page == StaffPage::payment || page == StaffPage::done;
}

} // namespace

void StaffSide::begin(Monotonic) {
    if (session_.page == StaffPage::stopped) return;
    session_.staff.reset();
    session_.pin_desk = {};
    session_.chosen = StaffId();
    session_.pin.clear();
    session_.wrong_pin = false;
    signed_in_ = false;
    go(StaffPage::pin);
}

void StaffSide::go(StaffPage page) {
    session_.page = page;
    session_.waiting = false;
    session_.shift_desk = {};
    session_.carts.sheet = CartsDesk::Sheet::none;
    session_.prices = {};
    session_.approval = {};
}

std::string StaffSide::change_shown() const {
    return session_.page == StaffPage::done && session_.sold ? session_.sold->id : std::string();
}

StaffPage StaffSide::page_after_sign_in(const TillView& view) const {
    return view.snapshot().shift ? StaffPage::selling : page_of_shift(view);
}

void StaffSide::say(Ui& ui, std::string words, bool failed) {
    Toast toast;
    toast.words = std::move(words);
    toast.failed = failed;
    toast.icon = failed ? Icon::alert : Icon::check;
    session_.toast.show(std::move(toast), ui.now());
}

void StaffSide::apply_scan(const std::string& code, Ui& ui, const StaffContext& context, Outcome& outcome) {
    if (session_.page == StaffPage::stopped) return; // the screen says already that nothing can be sold
    if (is_basket_text(code)) return ask_basket(code, true, outcome);
    if (const auto slip = sale_id_of_slip(code);
        slip && !session_.waiting && (may_scan(session_.page) || session_.page == StaffPage::orders))
        return open_slip(*slip, context, outcome);
    if (!may_scan(session_.page) || session_.waiting)
        return say(ui, ui.format("till.scan.not_now", {{"code", code}}), true);
    // Digits that a person typed as fast as a scanner, with Enter.
    if (is_pick_up_code(code) && context.view.find_barcode(code) == nullptr) return ask_basket(code, true, outcome);
    const auto quantity = next_quantity();
    session_.search.clear(); // the tiles show everything again beside what was scanned
    search_changed(outcome);
    if (session_.page != StaffPage::selling) go(StaffPage::selling);
    if (const auto* product = context.view.find_barcode(code)) {
        session_.just_scanned = product->product->name.in(ui.language().code());
        session_.carts.unknown.clear();
        add(*product, quantity, ui, outcome);
    } else {
        session_.just_scanned.clear();
        session_.carts.unknown = code; // stays on the screen until it is sold or put aside
    }
}

void StaffSide::apply(const StaffIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    if (const auto* price = std::get_if<PriceIntent>(&intent)) return apply_price(*price, ui, context, outcome);
    if (const auto* approval = std::get_if<ApprovalIntent>(&intent)) return apply_approval(*approval, outcome);
    if (const auto* orders = std::get_if<OrdersIntent>(&intent)) return apply_orders(*orders, ui, context, outcome);
    if (const auto* carts = std::get_if<CartsIntent>(&intent)) return apply_carts(*carts, ui, context, outcome);
    if (const auto* split = std::get_if<SplitIntent>(&intent)) return apply_split(*split, ui, context);
    if (apply_cart(intent, ui, context, outcome)) return;
    auto& session = session_;
    if (apply_paper(intent, outcome)) return;
    const auto pressed = [&](std::string& digits, const PadPress& press, PadLayout layout, std::size_t most) {
        digits = applied(digits, press, layout, most);
    };
    if (const auto* person = std::get_if<ChooseStaff>(&intent)) {
        session.chosen = person->staff;
        session.pin.clear();
        session.wrong_pin = false;
        session.locked_until = {};
        session.waiting = false; // an answer about somebody else is not waited for any more
    } else if (const auto* pin = std::get_if<PressPin>(&intent)) {
        if (session.waiting) return;
        session.wrong_pin = false;
        pressed(session.pin, pin->press, PadLayout::pin, pin_digits);
        if (session.pin.size() < pin_digits) return;
        session.waiting = true;
        outcome.commands.emplace_back(SignIn{session.chosen, session.pin});
    } else if (std::holds_alternative<LeaveToVisitors>(intent)) {
        begin(ui.now());
        outcome.to_visitors = true;
    } else if (std::holds_alternative<LeaveSafeContent>(intent)) {
        outcome.leave_safe_content = true;
    } else if (std::holds_alternative<LockTill>(intent)) {
        if (!session.waiting) begin(ui.now());
    } else if (std::holds_alternative<ShowSelling>(intent)) {
        if (!session.waiting) go(page_after_sign_in(context.view));
    } else if (std::holds_alternative<ShowShift>(intent)) {
        if (!session.waiting) go(page_of_shift(context.view));
    } else if (const auto* about_pin = std::get_if<PinIntent>(&intent)) {
        apply_pin(*about_pin, ui, outcome);
    } else if (const auto* asked = std::get_if<ShiftIntent>(&intent)) {
        apply_shift(*asked, ui, context, outcome);
    } else if (const auto* group = std::get_if<ChooseGroup>(&intent)) {
        session.group = group->group;
        session.tiles = {};
    } else if (const auto* typed = std::get_if<TypeSearch>(&intent)) {
        auto& keys = session.search_keys;
        if (keys.text != session.search) keys = TypedText(session.search); // it was cleared meanwhile
        keys = typed->erase ? erase_last(keys, {}) : type(keys, typed->typed, {});
        session.search = keys.text;
        search_changed(outcome);
    } else if (std::holds_alternative<ClearSearch>(intent)) {
        session.search.clear();
        search_changed(outcome);
    } else if (const auto* payment = std::get_if<StartPayment>(&intent)) {
        start_payment(payment->method, ui, context);
    } else if (const auto* tendered = std::get_if<PressTendered>(&intent)) {
        pressed(session.tendered, tendered->press, PadLayout::money, most_money_digits);
    } else if (const auto* suggested = std::get_if<SuggestTendered>(&intent)) {
        session.tendered = std::to_string(suggested->amount.amount);
    } else if (std::holds_alternative<FinishPayment>(intent)) {
        finish_payment(outcome);
    } else if (std::holds_alternative<TakeTypedBasket>(intent)) {
        take_typed_basket(ui, context, outcome);
    } else if (const auto* basket = std::get_if<AnswerBasket>(&intent)) {
        answer_basket(basket->add, ui, context, outcome);
    } else if (std::holds_alternative<CloseBasketNotes>(intent)) {
        session.baskets.notes.clear();
    } else if (std::holds_alternative<NextCustomer>(intent)) {
        session.sold.reset();
        session.next_since = ui.now();
        go(StaffPage::selling);
    }
}

// The PIN may have been left, or another person chosen, before its answer came.
bool StaffSide::awaits_sign_in(const StaffId& staff) const {
    return (session_.page == StaffPage::pin || session_.pin_desk.switching) && session_.waiting &&
           session_.chosen == staff;
}

void StaffSide::answer(const StorageAnswer& answer, Monotonic now) {
    auto& session = session_;
    if (answer_approval(answer) || answer_shift(answer) || answer_pin(answer)) return;
    if (const auto* opened = std::get_if<Opened>(&answer)) {
        session.cart = opened->draft;
        session.carts.parked = opened->parked;
        session.carts.number = free_number(session.carts.parked, 0);
    } else if (const auto* signed_in = std::get_if<SignedIn>(&answer)) {
        if (!awaits_sign_in(signed_in->staff.id)) return;
        session.staff = signed_in->staff;
        session.pin.clear();
        session.waiting = false;
        signed_in_ = !session.pin_desk.switching; // who takes over goes on where the other one stood
        session.pin_desk.switching = false;
    } else if (const auto* wrong = std::get_if<WrongPin>(&answer)) {
        if (!awaits_sign_in(wrong->staff)) return;
        session.pin.clear();
        session.waiting = false;
        session.wrong_pin = true;
        session.attempts_left = wrong->attempts_left;
        session.locked_until = wrong->locked_until;
    } else if (const auto* saved = std::get_if<SaleSaved>(&answer)) {
        session.sold = saved->sale;
        session.sold_since = now;
        session.cart = saved->next;
        session.carts.number = free_number(session.carts.parked, 0);
        session.carts.name.clear();
        session.carts.unknown.clear();
        session.just_scanned.clear();
        session.baskets.notes.clear();
        transfer_references_.erase(saved->sale.id);
        session.transfer_reference.clear();
        session.transfer_code.reset();
        session.split = {};
        removed_.reset();
        go(StaffPage::done);
    } else if (const auto* sales = std::get_if<SalesFound>(&answer)) {
        if (sales->asked != session.orders.search.text) return; // something else is typed by now
        session.orders.answered = sales->asked;
        session.orders.found = sales->sales;
    } else if (const auto* opened_sale = std::get_if<SaleOpened>(&answer)) {
        sale_opened(*opened_sale);
    } else if (const auto* refunded = std::get_if<SaleRefunded>(&answer)) {
        sale_refunded(*refunded);
    } else if (const auto* dropped = std::get_if<CartDropped>(&answer)) {
        cart_dropped(*dropped);
    } else if (const auto* found = std::get_if<BasketFound>(&answer)) {
        basket_found(*found);
    } else if (const auto* looked_up = std::get_if<Refused>(&answer);
               looked_up != nullptr && looked_up->asked == Asked::find_basket) {
        basket_refused(*looked_up);
    } else if (const auto* refused = std::get_if<Refused>(&answer)) {
        // Nobody waits for these.
        const bool beside = refused->asked == Asked::basket_taken || refused->asked == Asked::paper;
        session.waiting = session.waiting && beside;
        if (refused->asked == Asked::sign_in) session.pin.clear();
        if (refused->error.kind == ErrorKind::unknown_outcome) {
            session.stop = refused->error;
            session.page = StaffPage::stopped;
        } else {
            refused_.push_back(refused->error);
        }
    }
}

StaffSide::Outcome StaffSide::draw(Ui& ui, const StaffContext& context) {
    Outcome outcome;
    lock_when_left(ui);
    if (signed_in_) {
        signed_in_ = false;
        go(page_after_sign_in(context.view));
    }
    for (const auto& code : std::exchange(scans_, {}))
        apply_scan(code, ui, context, outcome);
    take_waiting_baskets(ui, context, outcome);
    use_approval(ui, context, outcome);
    if (std::exchange(orders_stale_, false)) ask_orders(context, outcome);
    if (std::exchange(save_carts_soon_, false)) save_carts(ui, outcome);
    say_of_drawer(ui);
    say_of_pins(ui, context);
    for (const auto& error : std::exchange(refused_, {}))
        say(ui, ui.language().sentence(error), true);
    const auto before = session_.page;
    StaffIntents intents;
    // A PIN that is typed on a keyboard is for the sheet that asks for it and for nothing below.
    ui.keep_keys(session_.pin_desk.switching || session_.approval.open());
    switch (session_.page) {
    case StaffPage::pin:
        draw_pin(ui, context, session_, intents);
        break;
    case StaffPage::open_shift:
        draw_open_shift(ui, context, session_, intents);
        break;
    case StaffPage::selling:
        draw_selling(ui, context, session_, intents);
        break;
    case StaffPage::payment:
        draw_payment(ui, context, session_, intents);
        break;
    case StaffPage::done:
        draw_done(ui, context, session_, intents);
        break;
    case StaffPage::close_shift:
        draw_close_shift(ui, context, session_, intents);
        break;
    case StaffPage::devices:
        draw_devices(ui, context, session_, intents);
        break;
    case StaffPage::papers:
        draw_papers(ui, context, session_, intents);
        break;
    case StaffPage::orders:
        draw_orders(ui, context, session_, intents);
        break;
    case StaffPage::shift:
        draw_shift(ui, context, session_, intents);
        break;
    case StaffPage::new_pin:
        draw_new_pin(ui, context, session_, intents);
        break;
    case StaffPage::cash_movement:
        draw_cash_movement(ui, context, session_, intents);
        break;
    case StaffPage::stopped:
        draw_stopped(ui, session_);
        break;
    }
    ui.keep_keys(false);
    draw_approval(ui, context, session_, intents);
    if (session_.pin_desk.switching) draw_switch(ui, context, session_, intents);
    // Never over the buttons that take money.
    const float foot = session_.page == StaffPage::selling ? order_foot_height(ui, session_.cart) : 0;
    if (draw_toast(ui, session_.toast, ui.screen().h - foot - ui.px(space::xl))) intents.emplace_back(UndoRemove{});
    for (const auto& intent : intents)
        apply(intent, ui, context, outcome);
    if (session_.page != before) ui.targets().forget_press();
    if (!intents.empty() || !outcome.commands.empty()) ui.request_frames_until({ui.now().milliseconds + 1});
    return outcome;
}

} // namespace ocop::kiosk
