#include "pos/receipts/receipt.h"

#include <fmt/format.h>

#include <algorithm>

namespace ocop {
namespace {

using Kind = ReceiptRow::Kind;

std::string grouped(Dong amount) {
    const auto digits = std::to_string(amount.amount < 0 ? -amount.amount : amount.amount);
    std::string text = amount.amount < 0 ? "−" : "";
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) text += '.';
        text += digits[at];
    }
    return text;
}

std::string quantity_text(const SaleLine& line) {
    if (line.quantity.is_whole()) return fmt::format("{} {}", line.quantity.thousandths / 1000, line.unit);
    auto text = fmt::format("{},{:03}", line.quantity.thousandths / 1000, line.quantity.thousandths % 1000);
    while (text.back() == '0')
        text.pop_back();
    return text + " " + line.unit;
}

std::string time_text(Instant instant) {
    const auto day = day_of(instant);
    const auto time = clock_time_of(instant);
    return fmt::format("{:02}/{:02}/{} {:02}:{:02}", day.day_of_month(), day.month(), day.year(), time.hour,
                       time.minute);
}

std::string stars_text(int stars, const Language& language) {
    switch (stars) {
    case 3:
        return language.text("receipt.stars_3");
    case 4:
        return language.text("receipt.stars_4");
    case 45:
        return language.text("receipt.stars_45");
    case 5:
        return language.text("receipt.stars_5");
    default:
        return {};
    }
}

void add_header(std::vector<ReceiptRow>& rows, const Sale& sale, const std::string& title, const BoothSettings& booth,
                const Language& language, int copy) {
    for (const auto& text : {booth.shop_name, booth.booth_name})
        if (!text.empty()) rows.push_back({Kind::centred, text, {}});
    for (const auto& text : {booth.shop_address, booth.shop_phone})
        if (!text.empty()) rows.push_back({Kind::small_centred, text, {}});
    rows.push_back({Kind::space, {}, {}});
    rows.push_back({Kind::title, title, {}});
    if (copy > 0)
        rows.push_back({Kind::centred, language.format("receipt.copy", {{"number", std::to_string(copy)}}), {}});
    if (sale.training) rows.push_back({Kind::centred, language.text("receipt.training"), {}});
    rows.push_back({Kind::small_centred, language.text("receipt.not_invoice"), {}});
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::pair, language.text("receipt.number"), sale.receipt});
    rows.push_back({Kind::pair, language.text("receipt.time"), time_text(sale.sold_at)});
    rows.push_back({Kind::pair, language.text("receipt.staff"), sale.staff_name});
    rows.push_back({Kind::rule, {}, {}});
}

const Adjustment* adjustment_of(const Sale& sale, Adjustment::Kind kind, int line) {
    for (const auto& each : sale.adjustments)
        if (each.kind == kind && each.line == line) return &each;
    return nullptr;
}

// "giảm 10.000 · mừng hội chợ".
std::string discount_text(const Sale& sale, int line, Dong amount, const Language& language) {
    auto text = language.format("receipt.line_discount", {{"amount", grouped(amount)}});
    const auto* why = adjustment_of(sale, Adjustment::Kind::line_discount, line);
    if (why != nullptr && !why->reason.empty()) text += " · " + why->reason;
    return text;
}

void add_lines(std::vector<ReceiptRow>& rows, const Sale& sale, const Language& language) {
    bool samples = false;
    int number = 0;
    for (const auto& line : sale.lines) {
        ++number;
        rows.push_back({Kind::item, line.name, grouped(line.total + line.cart_discount)});
        auto price = quantity_text(line) + " × " + grouped(line.unit_price);
        if (line.listed_price)
            price += " " + language.format("receipt.listed_price", {{"amount", grouped(*line.listed_price)}});
        rows.push_back({Kind::detail, price, {}});
        std::string maker = line.producer_name;
        if (const auto stars = stars_text(line.stars, language); !stars.empty()) maker += " · " + stars;
        if (!line.lot.empty()) maker += " · " + language.format("receipt.lot", {{"lot", line.lot}});
        if (!maker.empty()) rows.push_back({Kind::detail, maker, {}});
        if (const Dong own = line.discount - line.cart_discount; own.amount > 0)
            rows.push_back({Kind::detail, discount_text(sale, number, own, language), {}});
        samples = samples || line.price_is_sample;
    }
    rows.push_back({Kind::rule, {}, {}});
    if (samples) rows.push_back({Kind::small_centred, language.text("receipt.sample_prices"), {}});
}

void add_money(std::vector<ReceiptRow>& rows, const Sale& sale, const Language& language) {
    if (sale.discount.amount != 0) {
        rows.push_back({Kind::pair, language.text("receipt.subtotal"), grouped(sale.subtotal)});
        Dong shares;
        for (const auto& line : sale.lines)
            shares += line.cart_discount;
        if (sale.discount != shares)
            rows.push_back({Kind::pair, language.text("receipt.discount"), grouped(shares - sale.discount)});
        if (shares != Dong{}) {
            auto words = language.text("receipt.cart_discount");
            const auto* why = adjustment_of(sale, Adjustment::Kind::cart_discount, 0);
            if (why != nullptr && !why->reason.empty()) words += " · " + why->reason;
            rows.push_back({Kind::pair, words, grouped(-shares)});
        }
    }
    rows.push_back({Kind::strong_pair, language.text("receipt.total"), grouped(sale.total) + " ₫"});
    for (const auto& payment : sale.payments) {
        const std::string method = language.text("receipt.method." + to_text(payment.method));
        rows.push_back({Kind::pair, method, grouped(payment.tendered)});
        if (payment.method == PaymentMethod::transfer && !payment.reference.empty())
            rows.push_back(
                {Kind::detail, language.format("receipt.reference", {{"reference", payment.reference}}), {}});
        if (payment.state == PaymentState::unconfirmed)
            rows.push_back({Kind::detail, language.text("receipt.unconfirmed"), {}});
    }
    if (sale.change.amount > 0)
        rows.push_back({Kind::strong_pair, language.text("receipt.change"), grouped(sale.change) + " ₫"});
}

} // namespace

Receipt make_receipt(const Sale& sale, const BoothSettings& booth, const Language& language, int copy) {
    Receipt receipt;
    add_header(receipt.rows, sale, language.text("receipt.title"), booth, language, copy);
    add_lines(receipt.rows, sale, language);
    add_money(receipt.rows, sale, language);
    receipt.rows.push_back({Kind::rule, {}, {}});
    if (!sale.note.empty())
        receipt.rows.push_back({Kind::detail, language.format("receipt.note", {{"note", sale.note}}), {}});
    // The code names the receipt, so that a refund can begin by scanning it; it opens no page.
    receipt.rows.push_back({Kind::qr, "OCOP-RECEIPT:" + sale.receipt + ":" + sale.id, {}});
    receipt.rows.push_back({Kind::centred, language.text("receipt.thanks"), {}});
    return receipt;
}

Receipt make_test_slip(const BoothSettings& booth, const Language& language, int paper_mm) {
    Receipt receipt;
    auto& rows = receipt.rows;
    rows.push_back({Kind::title, language.text("receipt.test_title"), {}});
    if (!booth.shop_name.empty()) rows.push_back({Kind::centred, booth.shop_name, {}});
    rows.push_back(
        {Kind::small_centred, language.format("receipt.test_paper", {{"mm", std::to_string(paper_mm)}}), {}});
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::detail, "ĂẰẮẲẴẶ ÂẦẤẨẪẬ ĐÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ", {}});
    rows.push_back({Kind::detail, "ăằắẳẵặ âầấẩẫậ đêềếểễệ ôồốổỗộ ơờớởỡợ ưừứửữự", {}});
    rows.push_back({Kind::strong_pair, language.text("receipt.total"), "1.234.567.890 ₫"});
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::qr, "OCOP-TEST", {}});
    rows.push_back({Kind::small_centred, language.text("receipt.test_read"), {}});
    return receipt;
}

Receipt make_refund_receipt(const Refund& refund, const BoothSettings& booth, const Language& language, int copy) {
    Receipt receipt;
    auto& rows = receipt.rows;
    const auto negative = as_negative_sale(refund);
    add_header(rows, negative, language.text("receipt.refund_title"), booth, language, copy);
    rows.push_back({Kind::pair, language.text("receipt.refund_of"), refund.sale_receipt});
    if (!refund.allowed_by_name.empty())
        rows.push_back({Kind::pair, language.text("receipt.allowed_by"), refund.allowed_by_name});
    rows.push_back({Kind::pair, language.text("receipt.refund_reason"), refund.reason});
    rows.push_back({Kind::rule, {}, {}});
    for (const auto& line : refund.lines) {
        rows.push_back({Kind::item, line.part.name, grouped(-line.part.total)});
        rows.push_back({Kind::detail, quantity_text(line.part) + " × " + grouped(line.part.unit_price), {}});
        if (line.part.discount != Dong{})
            rows.push_back({Kind::detail,
                            language.format("receipt.line_discount", {{"amount", grouped(line.part.discount)}}),
                            {}});
    }
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::strong_pair, language.text("receipt.refund_total"), grouped(refund.total) + " ₫"});
    const auto method = to_text(refund.method);
    rows.push_back({Kind::pair, language.text("receipt.refund_method"), language.text("receipt.refund_by." + method)});
    return receipt;
}

} // namespace ocop
