// Orders of before, and money back for them.
#include "kiosk/till/staff_side.h"
#include "pos/base/clock.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

Quantity one_step(const RefundableSale& sold, std::size_t line) {
    return sold.sale.lines[line].quantity.is_whole() ? Quantity::of(1) : sold.left(line);
}

} // namespace

std::string refund_reason(const Language& language, int reason) {
    return reason < 0 ? std::string() : language.text("till.refund.reason." + std::to_string(reason));
}

Dong refund_total(const OrdersDesk& desk) {
    Dong total;
    if (!desk.opened) return total;
    for (std::size_t i = 0; i < desk.chosen.size(); ++i)
        if (desk.chosen[i].thousandths > 0)
            total += part_of_line(desk.opened->sale.lines[i], desk.opened->refunded[i], desk.chosen[i]).total;
    return total;
}

void StaffSide::ask_orders(const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.orders;
    SaleSearch search;
    search.asked = desk.search.text;
    if (desk.today) {
        const auto& shift = context.view.snapshot().shift;
        search.day = shift ? shift->business_date : day_of(context.now);
    }
    outcome.commands.emplace_back(FindSales{std::move(search)});
}

void StaffSide::show_orders(const StaffContext& context, Outcome& outcome) {
    go(StaffPage::orders);
    session_.orders = {};
    ask_orders(context, outcome);
}

// The code of a slip finds its sale from wherever staff may scan; the order on the counter stays as it is.
void StaffSide::open_slip(const std::string& sale_id, const StaffContext& context, Outcome& outcome) {
    show_orders(context, outcome);
    outcome.commands.emplace_back(OpenSale{sale_id});
}

void StaffSide::sale_opened(const SaleOpened& opened) {
    if (session_.page != StaffPage::orders) return;
    auto& desk = session_.orders;
    desk.opened = opened.sold;
    desk.refund_id.clear(); // made by the next frame
    desk.chosen.assign(opened.sold.sale.lines.size(), Quantity{});
    desk.reason = -1;
    desk.goods = GoodsTo::shelf;
    const auto& paid = opened.sold.sale.payments; // money goes back the way it came
    desk.method = paid.size() == 1 ? paid.front().method : PaymentMethod::cash;
    desk.panel = {};
    desk.done.reset();
    desk.typing = false;
    // One line is what the customer came for.
    if (desk.chosen.size() == 1 && opened.sold.sale.lines[0].quantity <= Quantity::of(1))
        desk.chosen[0] = opened.sold.left(0);
}

void StaffSide::sale_refunded(const SaleRefunded& refunded) {
    session_.waiting = false;
    session_.orders.done = refunded.refund;
    orders_stale_ = true;
}

void StaffSide::confirm_refund(const StaffId& allowed_by, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.orders;
    if (!desk.opened || desk.done || session_.waiting || !session_.staff) return;
    RefundRequest request;
    if (desk.refund_id.empty()) desk.refund_id = make_uuid_v7(context.now, *randomness_);
    request.id = desk.refund_id;
    request.sale_id = desk.opened->sale.id;
    for (std::size_t i = 0; i < desk.chosen.size(); ++i)
        if (desk.chosen[i].thousandths > 0) request.parts.push_back({static_cast<int>(i) + 1, desk.chosen[i]});
    request.reason = refund_reason(written(ui), desk.reason);
    request.goods = desk.goods;
    request.method = desk.method;
    request.approval = {session_.staff->id, allowed_by};
    if (request.parts.empty() || request.reason.empty()) return;
    if (!is_decided(request.approval, context.view.snapshot().staff))
        return ask_approval(ApprovalDesk::For::refund, ui);
    session_.waiting = true;
    outcome.commands.emplace_back(RefundSale{std::move(request)});
}

void StaffSide::choose_refund_line(std::size_t line, Quantity quantity) {
    auto& desk = session_.orders;
    if (!desk.opened || desk.done || session_.waiting || line >= desk.chosen.size()) return;
    desk.chosen[line] = std::clamp(quantity, Quantity{}, desk.opened->left(line));
    desk.refund_id.clear(); // another refund than the one that may have been asked for
}

void StaffSide::apply_orders(const OrdersIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.orders;
    if (std::holds_alternative<ShowOrders>(intent)) {
        if (!session_.waiting) show_orders(context, outcome);
    } else if (std::holds_alternative<AskOrders>(intent)) {
        desk.list = {};
        ask_orders(context, outcome);
    } else if (const auto* typing = std::get_if<TypeOrders>(&intent)) {
        desk.typing = typing->open;
        desk.keyboard.shown = true;
        desk.keyboard.mode = KeyboardMode::plain;
    } else if (std::holds_alternative<ToggleToday>(intent)) {
        desk.today = !desk.today;
        desk.list = {};
        ask_orders(context, outcome);
    } else if (const auto* opened = std::get_if<OpenOrder>(&intent)) {
        if (!session_.waiting) outcome.commands.emplace_back(OpenSale{opened->sale_id});
    } else if (std::holds_alternative<CloseOrder>(intent)) {
        if (session_.waiting) return;
        desk.opened.reset();
        desk.done.reset();
    } else if (const auto* chosen = std::get_if<ChooseRefundLine>(&intent)) {
        if (!desk.opened || chosen->line >= desk.chosen.size()) return;
        const bool some = desk.chosen[chosen->line].thousandths > 0;
        choose_refund_line(chosen->line, some ? Quantity{} : desk.opened->left(chosen->line));
    } else if (const auto* changed = std::get_if<ChangeRefundLine>(&intent)) {
        if (!desk.opened || changed->line >= desk.chosen.size()) return;
        const auto step = one_step(*desk.opened, changed->line).thousandths * changed->steps;
        choose_refund_line(changed->line, Quantity{desk.chosen[changed->line].thousandths + step});
    } else if (const auto* reason = std::get_if<ChooseRefundReason>(&intent)) {
        desk.reason = reason->reason;
    } else if (const auto* goods = std::get_if<ChooseGoods>(&intent)) {
        desk.goods = goods->goods;
    } else if (const auto* method = std::get_if<ChooseRefundMethod>(&intent)) {
        desk.method = method->method;
    } else if (std::holds_alternative<ConfirmRefund>(intent)) {
        confirm_refund(StaffId(), ui, context, outcome);
    }
}

} // namespace ocop::kiosk
