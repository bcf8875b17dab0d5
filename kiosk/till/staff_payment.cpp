#include "kiosk/till/staff_side.h"

#include "pos/payments/vietqr.h"

namespace ocop::kiosk {

// Lines went and a discount became large: the order says so before money changes hands.
bool StaffSide::may_pay(Ui& ui, const StaffContext& context) {
    if (session_.cart.empty() || session_.waiting) return false;
    if (!needs_manager(session_.cart, context.view.snapshot().staff)) {
        session_.toast.shown.reset(); // it may offer to undo, and the sum stays from here on
        return true;
    }
    go(StaffPage::selling);
    say(ui, ui.text("error.needs_manager"), true);
    return false;
}

void StaffSide::start_payment(PaymentMethod method, Ui& ui, const StaffContext& context) {
    if (session_.page == StaffPage::payment && session_.method == method && !session_.split.open) return;
    if (!may_pay(ui, context)) return;
    if (totals_of(session_.cart).total == Dong{}) method = PaymentMethod::cash; // nothing to transfer or to charge
    session_.method = method;
    session_.split = {};
    session_.tendered.clear();
    session_.card_slip.clear();
    session_.page = StaffPage::payment;
    const bool transfer = method == PaymentMethod::transfer;
    show_transfer_code(transfer ? totals_of(session_.cart).total : Dong{}, ui, context);
}

// Nothing to be transferred: no code. The reference stays that of this sale.
void StaffSide::show_transfer_code(Dong amount, Ui& ui, const StaffContext& context) {
    if (amount == session_.transfer_amount && session_.transfer_code) return;
    session_.transfer_amount = amount;
    session_.transfer_code.reset();
    if (amount <= Dong{}) return;
    const auto& booth = context.view.snapshot().booth;
    auto& reference = transfer_references_[session_.cart.sale_id];
    if (reference.empty()) reference = make_transfer_reference(*randomness_);
    session_.transfer_reference = reference;
    const auto payload = vietqr_payload({booth.bank_bin, booth.bank_account, amount, session_.transfer_reference});
    const auto code = payload ? qr_matrix(*payload) : Result<QrMatrix>(fail(payload.error()));
    if (!code) {
        session_.page = StaffPage::selling;
        return say(ui, ui.language().sentence(code.error()), true);
    }
    session_.transfer_code = *code;
}

void StaffSide::apply_split(const SplitIntent& intent, Ui& ui, const StaffContext& context) {
    if (session_.waiting) return;
    auto& desk = session_.split;
    const auto total = totals_of(session_.cart).total;
    if (std::holds_alternative<StartSplit>(intent)) {
        if (desk.open && session_.page == StaffPage::payment) return;
        if (!may_pay(ui, context)) return;
        desk = {};
        desk.open = true;
        session_.method = PaymentMethod::cash;
        session_.tendered.clear();
        session_.card_slip.clear();
        session_.page = StaffPage::payment;
    } else if (const auto* part = std::get_if<ChoosePart>(&intent)) {
        choose_part(desk, part->method, total);
    } else if (const auto* press = std::get_if<PressPart>(&intent)) {
        press_part(desk, press->press);
    } else if (const auto* slip = std::get_if<PressCardSlip>(&intent)) {
        // Not a number: its zeros in front count.
        session_.card_slip = applied(session_.card_slip, slip->press, PadLayout::pin, most_slip_digits);
        return;
    }
    const auto asked = part_of(desk, PaymentMethod::transfer);
    show_transfer_code(asked <= total ? asked : Dong{}, ui, context);
}

void StaffSide::finish_payment(Outcome& outcome) {
    if (session_.waiting || !session_.staff || session_.cart.empty()) return;
    const auto total = totals_of(session_.cart).total;
    std::vector<Tender> tenders;
    if (session_.split.open) {
        if (!settles(session_.split, total)) return;
        if (part_of(session_.split, PaymentMethod::transfer) != session_.transfer_amount) return;
        tenders = tenders_of(session_.split, session_.transfer_reference);
    } else {
        Tender tender{session_.method, total, {}};
        if (session_.method == PaymentMethod::cash) tender.amount = Dong{typed_number(session_.tendered)};
        if (session_.method == PaymentMethod::transfer) tender.reference = session_.transfer_reference;
        if (session_.method == PaymentMethod::card) tender.reference = session_.card_slip;
        if (tender.amount < total) return;
        if (session_.method == PaymentMethod::transfer && session_.transfer_amount != total) return;
        tenders.push_back(tender);
    }
    session_.waiting = true;
    outcome.commands.emplace_back(CompleteSale{session_.cart, std::move(tenders), session_.staff->id});
}

} // namespace ocop::kiosk
