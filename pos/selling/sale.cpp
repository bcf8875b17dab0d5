#include "pos/selling/sale.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

json payment_to_json(const Payment& payment) {
    json result{{"method", to_text(payment.method)},
                {"amount", payment.amount.amount},
                {"tendered", payment.tendered.amount},
                {"change", payment.change.amount},
                {"state", to_text(payment.state)}};
    if (!payment.reference.empty()) result["reference"] = payment.reference;
    if (!payment.confirmed_by.empty()) result["confirmed_by"] = payment.confirmed_by;
    return result;
}

} // namespace

std::string to_text(PaymentMethod method) {
    switch (method) {
    case PaymentMethod::cash:
        return "cash";
    case PaymentMethod::transfer:
        return "transfer";
    case PaymentMethod::card:
        return "card";
    }
    return "cash";
}

Result<PaymentMethod> payment_method_from(std::string_view text) {
    for (const auto method : {PaymentMethod::cash, PaymentMethod::transfer, PaymentMethod::card})
        if (text == to_text(method)) return method;
    return fail(ErrorKind::refused, "error.payment_method", {{"method", std::string(text)}});
}

std::string to_text(PaymentState state) {
    return state == PaymentState::confirmed ? "confirmed" : "unconfirmed";
}

json sale_to_json(const Sale& sale) {
    auto lines = json::array();
    for (const auto& line : sale.lines)
        lines.push_back(sale_line_to_json(line));
    auto payments = json::array();
    for (const auto& payment : sale.payments)
        payments.push_back(payment_to_json(payment));
    json body{{"receipt", sale.receipt},          {"staff", sale.staff.text()},       {"staff_name", sale.staff_name},
              {"shift", sale.shift.text()},       {"fair", sale.fair.text()},         {"booth", sale.booth.text()},
              {"release", sale.release.text()},   {"lines", std::move(lines)},        {"payments", std::move(payments)},
              {"subtotal", sale.subtotal.amount}, {"discount", sale.discount.amount}, {"total", sale.total.amount},
              {"change", sale.change.amount}};
    if (!sale.from_basket.empty()) body["from_basket"] = sale.from_basket;
    for (const auto& adjustment : sale.adjustments)
        body["adjustments"].push_back(adjustment_to_json(adjustment));
    if (!sale.note.empty()) body["note"] = sale.note;
    if (!sale.removed.empty()) body["removed"] = removed_to_json(sale.removed);
    return body;
}

Result<Sale> sale_from_json(const json& body) {
    try {
        Sale sale;
        const auto text = [&](const char* name) { return body.value(name, std::string()); };
        const auto amount = [&](const char* name) { return Dong{body.at(name).get<std::int64_t>()}; };
        sale.receipt = body.at("receipt").get<std::string>();
        sale.staff = StaffId(text("staff"));
        sale.staff_name = text("staff_name");
        sale.shift = ShiftId(text("shift"));
        sale.fair = FairId(text("fair"));
        sale.booth = BoothId(text("booth"));
        sale.release = ReleaseId(text("release"));
        for (const auto& line : body.at("lines"))
            sale.lines.push_back(sale_line_from_json(line));
        for (const auto& item : body.at("payments")) {
            Payment payment;
            OCOP_TRY_ASSIGN(payment.method, payment_method_from(item.at("method").get<std::string>()));
            payment.amount = Dong{item.at("amount").get<std::int64_t>()};
            payment.tendered = Dong{item.value("tendered", payment.amount.amount)};
            payment.change = Dong{item.value("change", std::int64_t{0})};
            payment.state = item.value("state", std::string("confirmed")) == "unconfirmed" ? PaymentState::unconfirmed
                                                                                           : PaymentState::confirmed;
            payment.reference = item.value("reference", std::string());
            payment.confirmed_by = item.value("confirmed_by", std::string());
            sale.payments.push_back(std::move(payment));
        }
        sale.subtotal = amount("subtotal");
        sale.discount = amount("discount");
        sale.total = amount("total");
        sale.change = amount("change");
        sale.from_basket = text("from_basket");
        if (body.contains("adjustments"))
            for (const auto& item : body["adjustments"])
                sale.adjustments.push_back(adjustment_from_json(item));
        sale.note = text("note");
        if (body.contains("removed")) sale.removed = removed_from_json(body["removed"]);
        return sale;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.sale_broken", {}, failure.what());
    }
}

} // namespace ocop
