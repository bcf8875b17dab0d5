// Discounts, other prices, and a manager's word for them.
#include "kiosk/till/staff_side.h"
#include "pos/text/format.h"

#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::size_t most_percent_digits = 3;

// What was given before, to be changed.
void start_from(PriceDesk& desk, const Cart& cart) {
    const auto& discount = desk.line ? cart.lines[*desk.line].discount : cart.discount;
    if (!discount) return;
    desk.how = discount.rate != Rate{} ? PriceDesk::How::percent : PriceDesk::How::amount;
    desk.digits = std::to_string(discount.rate != Rate{} ? discount.rate.basis_points / 100 : discount.amount.amount);
}

} // namespace

void StaffSide::apply_price(const PriceIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.prices;
    if (const auto* opened = std::get_if<OpenPrices>(&intent)) {
        if (session_.waiting || (opened->line && *opened->line >= session_.cart.lines.size())) return;
        desk = {};
        desk.open = true;
        desk.since = ui.now();
        desk.line = opened->line;
        start_from(desk, session_.cart);
    } else if (const auto* how = std::get_if<ChooseHow>(&intent)) {
        if (desk.how == how->how) return;
        desk.how = how->how;
        desk.digits.clear();
        desk.reason = -1;
    } else if (const auto* press = std::get_if<PressPrice>(&intent)) {
        const auto most = desk.how == PriceDesk::How::percent ? most_percent_digits : most_money_digits;
        desk.digits = applied(desk.digits, press->press, PadLayout::money, most);
    } else if (const auto* reason = std::get_if<ChoosePriceReason>(&intent)) {
        desk.reason = reason->reason;
    } else if (std::holds_alternative<ConfirmPrice>(intent)) {
        confirm_price(StaffId(), ui, context, outcome);
    } else if (std::holds_alternative<ClosePrices>(intent)) {
        desk = {};
    }
}

void StaffSide::confirm_price(const StaffId& allowed_by, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.prices;
    if (!desk.open || !session_.staff) return;
    const auto changed = with_prices(session_.cart, desk, price_reason(written(ui), desk.how, desk.reason),
                                     {session_.staff->id, allowed_by});
    if (!changed) return say(ui, ui.language().sentence(changed.error()), true);
    const auto missing = needs_manager(*changed, context.view.snapshot().staff);
    if (missing && missing->line == desk.line) return ask_approval(ApprovalDesk::For::price, ui);
    session_.cart = *changed;
    desk = {};
    cart_changed(ui, outcome);
}

void StaffSide::ask_approval(ApprovalDesk::For what, Ui& ui) {
    session_.approval = {};
    session_.approval.what = what;
    session_.approval.since = ui.now();
    session_.approvers = {};
}

void StaffSide::apply_approval(const ApprovalIntent& intent, Outcome& outcome) {
    auto& desk = session_.approval;
    if (const auto* person = std::get_if<ChooseApprover>(&intent)) {
        if (desk.waiting) return;
        desk.chosen = person->staff;
        desk.pin.clear();
        desk.wrong = false;
        desk.locked_until = {};
    } else if (const auto* press = std::get_if<PressApproval>(&intent)) {
        if (desk.waiting || desk.chosen.empty()) return;
        desk.wrong = false;
        desk.pin = applied(desk.pin, press->press, PadLayout::pin, pin_digits);
        if (desk.pin.size() < pin_digits) return;
        desk.waiting = true;
        outcome.commands.emplace_back(SignIn{desk.chosen, desk.pin});
    } else if (std::holds_alternative<CloseApproval>(intent)) {
        desk = {};
    }
}

// The PIN of a manager is checked as at sign-in; whose answer it is tells the desk that waits.
bool StaffSide::answer_approval(const StorageAnswer& answer) {
    auto& desk = session_.approval;
    if (!desk.waiting) return false;
    if (const auto* known = std::get_if<SignedIn>(&answer)) {
        if (known->staff.id != desk.chosen) return false;
        approved_ = {desk.what, known->staff};
        desk = {};
        return true;
    }
    if (const auto* wrong = std::get_if<WrongPin>(&answer)) {
        if (wrong->staff != desk.chosen) return false;
        desk.pin.clear();
        desk.waiting = false;
        desk.wrong = true;
        desk.attempts_left = wrong->attempts_left;
        desk.locked_until = wrong->locked_until;
        return true;
    }
    if (const auto* refused = std::get_if<Refused>(&answer); refused != nullptr && refused->asked == Asked::sign_in) {
        desk.pin.clear();
        desk.waiting = false;
        refused_.push_back(refused->error);
        return true;
    }
    return false;
}

void StaffSide::use_approval(Ui& ui, const StaffContext& context, Outcome& outcome) {
    if (!approved_) return;
    const auto [what, manager] = *std::exchange(approved_, std::nullopt);
    if (!decides(manager.role)) return say(ui, ui.text("till.approval.nobody"), true);
    if (what == ApprovalDesk::For::price) confirm_price(manager.id, ui, context, outcome);
    if (what == ApprovalDesk::For::refund) confirm_refund(manager.id, ui, context, outcome);
}

} // namespace ocop::kiosk
