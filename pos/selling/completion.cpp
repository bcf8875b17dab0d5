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

SaleLine freeze_line(const CartLine& line, const Product& product, const Catalogue& catalogue, Day day) {
    const auto& producer = catalogue.producer_of(product);
    const auto& place = catalogue.place_of(product);
    SaleLine frozen;
    frozen.sku = product.sku;
    frozen.name = product.name.in("vi");
    frozen.producer = producer.id;
    frozen.producer_name = producer.name.in("vi");
    frozen.group = product.group;
    frozen.place = place.printed;
    frozen.province = place.province;
    frozen.stars = shown_stars(product, catalogue, day);
    frozen.ocop = product.ocop;
    frozen.unit = product.unit;
    frozen.quantity = line.quantity;
    frozen.unit_price = line.unit_price;
    frozen.price_is_sample = product.price_is_sample;
    frozen.discount = line.discount;
    frozen.total = price_times(line.unit_price, line.quantity) - line.discount;
    frozen.tax_rate = product.tax_rate.value_or(Rate{});
    frozen.tax = tax_within(frozen.total, frozen.tax_rate);
    frozen.commission_rate = producer.commission;
    frozen.commission = share_of(frozen.total, frozen.commission_rate);
    frozen.lot = line.lot;
    return frozen;
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
        payments.push_back({tender.method, amount, amount, {},
                            transfer ? PaymentState::unconfirmed : PaymentState::confirmed, tender.reference, {}});
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
    for (const auto& line : cart.lines) {
        const auto* product = catalogue.find(line.sku);
        if (product == nullptr) return fail(ErrorKind::not_found, "error.unknown_product", {{"sku", line.sku.text()}});
        const Dong gross = price_times(line.unit_price, line.quantity);
        if (line.quantity.thousandths <= 0 || line.discount.amount < 0 || line.discount > gross)
            return fail(ErrorKind::refused, "error.quantity", {{"product", product->name.in("vi")}});
        sale.lines.push_back(freeze_line(line, *product, catalogue, context.business_date));
        sale.subtotal += gross;
        sale.discount += line.discount;
        sale.total += sale.lines.back().total;
    }
    OCOP_TRY_ASSIGN(sale.payments, settle(sale.total, tenders));
    for (const auto& payment : sale.payments) sale.change += payment.change;
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
