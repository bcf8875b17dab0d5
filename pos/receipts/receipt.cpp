#include "pos/receipts/receipt.h"

#include <fmt/format.h>

#include <algorithm>

namespace ocop {
namespace {

using Kind = ReceiptRow::Kind;

std::string grouped(Dong amount) {
    auto digits = std::to_string(amount.amount < 0 ? -amount.amount : amount.amount);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    return (amount.amount < 0 ? "−" : "") + digits;
}

std::string quantity_text(const SaleLine& line) {
    if (line.quantity.is_whole()) return fmt::format("{} {}", line.quantity.thousandths / 1000, line.unit);
    auto text = fmt::format("{},{:03}", line.quantity.thousandths / 1000, line.quantity.thousandths % 1000);
    while (text.back() == '0') text.pop_back();
    return text + " " + line.unit;
}

std::string time_text(Instant instant) {
    const auto day = day_of(instant);
    const auto time = clock_time_of(instant);
    return fmt::format("{:02}/{:02}/{} {:02}:{:02}", day.day_of_month(), day.month(), day.year(), time.hour, time.minute);
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

void add_header(std::vector<ReceiptRow>& rows, const Sale& sale, const BoothSettings& booth, const Language& language,
                int copy) {
    for (const auto& text : {booth.shop_name, booth.booth_name})
        if (!text.empty()) rows.push_back({Kind::centred, text, {}});
    for (const auto& text : {booth.shop_address, booth.shop_phone})
        if (!text.empty()) rows.push_back({Kind::small_centred, text, {}});
    rows.push_back({Kind::space, {}, {}});
    rows.push_back({Kind::title, language.text("receipt.title"), {}});
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

void add_lines(std::vector<ReceiptRow>& rows, const Sale& sale, const Language& language) {
    bool samples = false;
    for (const auto& line : sale.lines) {
        rows.push_back({Kind::item, line.name, grouped(line.total)});
        rows.push_back({Kind::detail, quantity_text(line) + " × " + grouped(line.unit_price), {}});
        std::string maker = line.producer_name;
        if (const auto stars = stars_text(line.stars, language); !stars.empty()) maker += " · " + stars;
        if (!line.lot.empty()) maker += " · " + language.format("receipt.lot", {{"lot", line.lot}});
        rows.push_back({Kind::detail, maker, {}});
        if (line.discount.amount > 0)
            rows.push_back({Kind::detail, language.format("receipt.line_discount", {{"amount", grouped(line.discount)}}), {}});
        samples = samples || line.price_is_sample;
    }
    rows.push_back({Kind::rule, {}, {}});
    if (samples) rows.push_back({Kind::small_centred, language.text("receipt.sample_prices"), {}});
}

void add_money(std::vector<ReceiptRow>& rows, const Sale& sale, const Language& language) {
    if (sale.discount.amount != 0) {
        rows.push_back({Kind::pair, language.text("receipt.subtotal"), grouped(sale.subtotal)});
        rows.push_back({Kind::pair, language.text("receipt.discount"), grouped(-sale.discount)});
    }
    rows.push_back({Kind::strong_pair, language.text("receipt.total"), grouped(sale.total) + " ₫"});
    for (const auto& payment : sale.payments) {
        const std::string method = language.text("receipt.method." + to_text(payment.method));
        rows.push_back({Kind::pair, method, grouped(payment.tendered)});
        if (payment.method == PaymentMethod::transfer && !payment.reference.empty())
            rows.push_back({Kind::detail, language.format("receipt.reference", {{"reference", payment.reference}}), {}});
        if (payment.state == PaymentState::unconfirmed)
            rows.push_back({Kind::detail, language.text("receipt.unconfirmed"), {}});
    }
    if (sale.change.amount > 0) rows.push_back({Kind::strong_pair, language.text("receipt.change"), grouped(sale.change) + " ₫"});
}

} // namespace

Receipt make_receipt(const Sale& sale, const BoothSettings& booth, const Language& language, int copy) {
    Receipt receipt;
    add_header(receipt.rows, sale, booth, language, copy);
    add_lines(receipt.rows, sale, language);
    add_money(receipt.rows, sale, language);
    receipt.rows.push_back({Kind::rule, {}, {}});
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
    rows.push_back({Kind::small_centred, language.format("receipt.test_paper", {{"mm", std::to_string(paper_mm)}}), {}});
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::detail, "ĂẰẮẲẴẶ ÂẦẤẨẪẬ ĐÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ", {}});
    rows.push_back({Kind::detail, "ăằắẳẵặ âầấẩẫậ đêềếểễệ ôồốổỗộ ơờớởỡợ ưừứửữự", {}});
    rows.push_back({Kind::strong_pair, language.text("receipt.total"), "1.234.567.890 ₫"});
    rows.push_back({Kind::rule, {}, {}});
    rows.push_back({Kind::qr, "OCOP-TEST", {}});
    rows.push_back({Kind::small_centred, language.text("receipt.test_read"), {}});
    return receipt;
}

} // namespace ocop
