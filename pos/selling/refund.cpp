#include "pos/selling/refund.h"

#include "pos/money/rounding.h"

#include <algorithm>

namespace ocop {
namespace {

// What falls to `quantity` after `before`: differences of running sums, so that all parts make the whole.
Dong share_between(Dong whole, Quantity before, Quantity quantity, Quantity all) {
    return part_of(whole, (before + quantity).thousandths, all.thousandths) -
           part_of(whole, before.thousandths, all.thousandths);
}

const StaffMember* active(const std::vector<StaffMember>& people, const StaffId& id) {
    for (const auto& member : people)
        if (member.id == id && member.active) return &member;
    return nullptr;
}

} // namespace

std::string to_text(GoodsTo goods) {
    return goods == GoodsTo::shelf ? "shelf" : "producer";
}

bool RefundableSale::whole() const {
    return std::all_of(refunded.begin(), refunded.end(), [](Quantity each) { return each == Quantity{}; });
}

bool RefundableSale::over() const {
    for (std::size_t i = 0; i < sale.lines.size(); ++i)
        if (left(i).thousandths > 0) return false;
    return true;
}

SaleLine part_of_line(const SaleLine& line, Quantity before, Quantity quantity) {
    SaleLine part = line;
    const auto share = [&](Dong whole) { return share_between(whole, before, quantity, line.quantity); };
    part.quantity = quantity;
    part.discount = share(line.discount);
    part.cart_discount = share(line.cart_discount);
    part.total = share(line.total);
    part.tax = share(line.tax);
    part.commission = share(line.commission);
    return part;
}

Result<Refund> make_refund(const RefundableSale& sold, const RefundRequest& request,
                           const std::vector<StaffMember>& people) {
    if (request.parts.empty()) return fail(ErrorKind::refused, "error.refund_nothing");
    if (request.reason.empty()) return fail(ErrorKind::refused, "error.reason_missing");
    const auto* by = active(people, request.approval.by);
    if (by == nullptr) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", request.approval.by.text()}});
    if (!is_decided(request.approval, people)) return fail(ErrorKind::refused, "error.refund_needs_manager");
    Refund refund;
    refund.id = request.id;
    refund.sale_id = sold.sale.id;
    refund.sale_receipt = sold.sale.receipt;
    refund.staff = by->id;
    refund.staff_name = by->name;
    refund.allowed_by = request.approval.allowed_by;
    if (const auto* manager = active(people, refund.allowed_by)) refund.allowed_by_name = manager->name;
    refund.reason = request.reason;
    refund.goods = request.goods;
    refund.method = request.method;
    for (const auto& asked : request.parts) {
        const auto again = [&](const RefundedLine& line) { return line.line == asked.line; };
        if (asked.line < 1 || static_cast<std::size_t>(asked.line) > sold.sale.lines.size() ||
            std::any_of(refund.lines.begin(), refund.lines.end(), again))
            return fail(ErrorKind::refused, "error.refund_nothing");
        const auto at = static_cast<std::size_t>(asked.line - 1);
        const auto& line = sold.sale.lines[at];
        const bool divided = line.quantity.is_whole() && !asked.quantity.is_whole();
        if (asked.quantity.thousandths <= 0 || asked.quantity > sold.left(at) || divided)
            return fail(ErrorKind::refused, "error.refund_more", {{"product", line.name}});
        refund.lines.push_back({asked.line, part_of_line(line, sold.refunded[at], asked.quantity)});
        refund.total += refund.lines.back().part.total;
    }
    return refund;
}

Sale as_negative_sale(const Refund& refund) {
    Sale sale;
    sale.id = refund.id;
    sale.receipt = refund.receipt;
    sale.staff = refund.staff;
    sale.staff_name = refund.staff_name;
    sale.shift = refund.shift;
    sale.fair = refund.fair;
    sale.booth = refund.booth;
    sale.release = refund.release;
    sale.sold_at = refund.refunded_at;
    sale.business_date = refund.business_date;
    sale.training = refund.training;
    for (const auto& refunded : refund.lines) {
        auto line = refunded.part;
        line.quantity = -line.quantity;
        line.discount = -line.discount;
        line.cart_discount = -line.cart_discount;
        line.total = -line.total;
        line.tax = -line.tax;
        line.commission = -line.commission;
        sale.subtotal += line.total + line.discount;
        sale.discount += line.discount;
        sale.total += line.total;
        sale.lines.push_back(std::move(line));
    }
    sale.payments.push_back({refund.method, sale.total, sale.total, {}, PaymentState::confirmed, {}, {}});
    return sale;
}

} // namespace ocop
