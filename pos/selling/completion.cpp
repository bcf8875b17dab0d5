#include "pos/selling/completion.h"

#include "pos/money/rounding.h"

#include <algorithm>
#include <array>

namespace ocop {
namespace {

constexpr std::array<std::int64_t, 9> notes{500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000};

int shown_stars(const Product& product, const Catalogue& catalogue, Day day) {
    const auto* certificate = catalogue.certificate_of(product);
    const auto state = state_on(certificate, day);
    if (state != CertificateState::valid && state != CertificateState::due_soon) return 0;
    return static_cast<int>(certificate->stars);
}

// A cart comes from a draft, which may hold anything.
Result<> check_amounts(const Cart& cart) {
    const auto sound = [](const Discount& discount) {
        return discount.amount.amount >= 0 && discount.rate.basis_points >= 0 && discount.rate.basis_points <= 10'000;
    };
    for (const auto& line : cart.lines) {
        if (line.quantity.thousandths <= 0 || line.unit_price.amount < 0)
            return fail(ErrorKind::refused, "error.quantity", {{"product", line.sku.text()}});
        if (!sound(line.discount) || line.discount.amount > price_times(line.unit_price, line.quantity))
            return fail(ErrorKind::refused, "error.discount");
    }
    if (!sound(cart.discount)) return fail(ErrorKind::refused, "error.discount");
    const auto unreasoned = [](const CartLine& line) { return line.discount && line.discount.reason.empty(); };
    if (std::any_of(cart.lines.begin(), cart.lines.end(), unreasoned) ||
        (cart.discount && cart.discount.reason.empty()))
        return fail(ErrorKind::refused, "error.reason_missing");
    return {};
}

// What is the same for every line: quantity and money.
SaleLine freeze_money(const CartLine& line, const LineMoney& money) {
    SaleLine frozen;
    frozen.sku = line.sku;
    frozen.quantity = line.quantity;
    frozen.unit_price = line.unit_price;
    if (line.price_change) frozen.listed_price = line.price_change->listed;
    frozen.discount = money.own + money.share;
    frozen.cart_discount = money.share;
    frozen.total = money.total;
    frozen.lot = line.lot;
    return frozen;
}

SaleLine freeze_line(const CartLine& line, const LineMoney& money, const Product& product, const Catalogue& catalogue,
                     Day day) {
    const auto& producer = catalogue.producer_of(product);
    const auto& place = catalogue.place_of(product);
    SaleLine frozen = freeze_money(line, money);
    frozen.name = product.name.in("vi");
    frozen.producer = producer.id;
    frozen.producer_name = producer.name.in("vi");
    frozen.group = product.group;
    frozen.place = place.printed;
    frozen.province = place.province;
    frozen.stars = shown_stars(product, catalogue, day);
    frozen.ocop = product.ocop;
    frozen.unit = product.unit;
    frozen.price_is_sample = product.price_is_sample;
    frozen.tax_rate = product.tax_rate.value_or(Rate{});
    frozen.tax = tax_within(frozen.total, frozen.tax_rate);
    frozen.commission_rate = producer.commission;
    frozen.commission = share_of(frozen.total, frozen.commission_rate);
    return frozen;
}

// Nobody's goods as far as the till knows: no maker, no star, no tax that it could know of.
SaleLine freeze_other(const CartLine& line, const LineMoney& money) {
    SaleLine frozen = freeze_money(line, money);
    frozen.name = line.other->name;
    frozen.ocop = false;
    frozen.other = true;
    return frozen;
}

std::string name_of(const StaffId& staff, const SaleContext& context) {
    for (const auto& member : context.people)
        if (member.id == staff) return member.name;
    return staff == context.staff ? context.staff_name : std::string();
}

// Fills in who answers for it; a value that names nobody is the seller's own.
Adjustment answered_for(Adjustment adjustment, const Approval& approval, const SaleContext& context) {
    adjustment.staff = approval.by.empty() ? context.staff : approval.by;
    adjustment.staff_name = name_of(adjustment.staff, context);
    adjustment.allowed_by = approval.allowed_by;
    if (!approval.allowed_by.empty()) adjustment.allowed_by_name = name_of(approval.allowed_by, context);
    return adjustment;
}

Adjustment adjustment_of(Adjustment::Kind kind, int line, Dong amount, const Discount& discount,
                         const SaleContext& context) {
    Adjustment adjustment;
    adjustment.kind = kind;
    adjustment.line = line;
    adjustment.amount = amount;
    adjustment.rate = discount.rate;
    adjustment.reason = discount.reason;
    return answered_for(adjustment, discount.approval, context);
}

void add_adjustments(Sale& sale, const Cart& cart, const std::vector<LineMoney>& money, const SaleContext& context) {
    using Kind = Adjustment::Kind;
    Dong shares;
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const auto& line = cart.lines[i];
        const int number = static_cast<int>(i) + 1;
        shares += money[i].share;
        if (line.other)
            sale.adjustments.push_back(
                adjustment_of(Kind::other_goods, number, {}, {{}, {}, line.other->reason, {}}, context));
        if (line.price_change)
            sale.adjustments.push_back(adjustment_of(
                Kind::price, number, price_times(line.price_change->listed, line.quantity) - money[i].gross,
                {{}, {}, line.price_change->reason, line.price_change->approval}, context));
        if (line.discount)
            sale.adjustments.push_back(
                adjustment_of(Kind::line_discount, number, money[i].own, line.discount, context));
    }
    if (cart.discount)
        sale.adjustments.push_back(adjustment_of(Kind::cart_discount, 0, shares, cart.discount, context));
}

// Non-cash tenders pay exactly what they say; cash pays the rest and gives change.
Result<std::vector<Payment>> settle(Dong total, const std::vector<Tender>& tenders) {
    std::vector<Payment> payments;
    Dong due = total;
    for (const auto& tender : tenders) {
        if (tender.amount.amount < 0) return fail(ErrorKind::refused, "error.tender_negative");
        if (tender.method == PaymentMethod::cash) continue;
        const Dong amount = tender.amount.amount == 0 ? due : tender.amount;
        if (amount > due) return fail(ErrorKind::refused, "error.tender_above");
        const bool transfer = tender.method == PaymentMethod::transfer;
        payments.push_back({tender.method,
                            amount,
                            amount,
                            {},
                            transfer ? PaymentState::unconfirmed : PaymentState::confirmed,
                            tender.reference,
                            {}});
        due -= amount;
    }
    for (const auto& tender : tenders) {
        if (tender.method != PaymentMethod::cash) continue;
        const Dong given = tender.amount.amount == 0 ? due : tender.amount;
        const Dong used = std::min(given, due);
        payments.push_back({PaymentMethod::cash, used, given, given - used, PaymentState::confirmed, {}, {}});
        due -= used;
    }
    if (due.amount > 0)
        return fail(ErrorKind::refused, "error.tender_short", {{"missing", std::to_string(due.amount)}});
    return payments;
}

} // namespace

Result<Sale> complete(const Cart& cart, const std::vector<Tender>& tenders, const Catalogue& catalogue,
                      const SaleContext& context) {
    if (cart.empty()) return fail(ErrorKind::refused, "error.cart_empty");
    Sale sale;
    sale.id = cart.sale_id;
    sale.receipt = context.receipt;
    sale.staff = context.staff;
    sale.staff_name = context.staff_name;
    sale.shift = context.shift;
    sale.fair = context.fair;
    sale.booth = context.booth;
    sale.release = catalogue.release();
    sale.sold_at = context.now;
    sale.business_date = context.business_date;
    sale.training = context.training;
    sale.from_basket = cart.from_basket;
    sale.note = cart.note;
    sale.removed = cart.removed;
    OCOP_TRY(check_amounts(cart));
    if (needs_manager(cart, context.people)) return fail(ErrorKind::refused, "error.needs_manager");
    const auto money = money_of(cart);
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const auto& line = cart.lines[i];
        const auto* product = line.other ? nullptr : catalogue.find(line.sku);
        if (product == nullptr && !line.other)
            return fail(ErrorKind::not_found, "error.unknown_product", {{"sku", line.sku.text()}});
        sale.lines.push_back(product == nullptr
                                 ? freeze_other(line, money[i])
                                 : freeze_line(line, money[i], *product, catalogue, context.business_date));
        sale.subtotal += money[i].gross;
        sale.discount += sale.lines.back().discount;
        sale.total += sale.lines.back().total;
    }
    add_adjustments(sale, cart, money, context);
    OCOP_TRY_ASSIGN(sale.payments, settle(sale.total, tenders));
    for (const auto& payment : sale.payments)
        sale.change += payment.change;
    return sale;
}

std::vector<Dong> suggested_tenders(Dong total) {
    std::vector<Dong> suggestions{total};
    for (const std::int64_t step : {10'000, 50'000, 100'000, 500'000}) {
        const Dong rounded{(total.amount + step - 1) / step * step};
        if (std::find(suggestions.begin(), suggestions.end(), rounded) == suggestions.end())
            suggestions.push_back(rounded);
    }
    return suggestions;
}

std::vector<std::pair<Dong, int>> change_notes(Dong amount) {
    std::vector<std::pair<Dong, int>> result;
    for (const auto note : notes) {
        const auto count = static_cast<int>(amount.amount / note);
        if (count > 0) result.emplace_back(Dong{note}, count);
        amount.amount %= note;
    }
    return result;
}

} // namespace ocop
