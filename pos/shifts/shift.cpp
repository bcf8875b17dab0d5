#include "pos/shifts/shift.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

json figures_to_json(const ShiftFigures& figures) {
    json by_method = json::object();
    for (const auto& [method, amount] : figures.by_method) by_method[method] = amount.amount;
    return {{"sales", figures.sales},
            {"refunds", figures.refunds},
            {"refunded", figures.refunded.amount},
            {"removed_lines", figures.removed_lines},
            {"removed", figures.removed.amount},
            {"gross", figures.gross.amount},
            {"discount", figures.discount.amount},
            {"net", figures.net.amount},
            {"tax", figures.tax.amount},
            {"by_method", std::move(by_method)},
            {"unconfirmed_transfers", figures.unconfirmed_transfers.amount},
            {"cash_in", figures.cash_in.amount},
            {"cash_out", figures.cash_out.amount},
            {"expected_cash", figures.expected_cash.amount},
            {"first_receipt", figures.first_receipt},
            {"last_receipt", figures.last_receipt}};
}

ShiftFigures figures_from_json(const json& body) {
    ShiftFigures figures;
    const auto amount = [&](const char* name) { return Dong{body.at(name).get<std::int64_t>()}; };
    figures.sales = body.at("sales").get<std::int64_t>();
    figures.refunds = body.value("refunds", std::int64_t{0});
    figures.refunded = Dong{body.value("refunded", std::int64_t{0})};
    figures.removed_lines = body.value("removed_lines", std::int64_t{0});
    figures.removed = Dong{body.value("removed", std::int64_t{0})};
    figures.gross = amount("gross");
    figures.discount = amount("discount");
    figures.net = amount("net");
    figures.tax = amount("tax");
    for (const auto& [method, value] : body.at("by_method").items())
        figures.by_method[method] = Dong{value.get<std::int64_t>()};
    figures.unconfirmed_transfers = amount("unconfirmed_transfers");
    figures.cash_in = amount("cash_in");
    figures.cash_out = amount("cash_out");
    figures.expected_cash = amount("expected_cash");
    figures.first_receipt = body.value("first_receipt", std::string());
    figures.last_receipt = body.value("last_receipt", std::string());
    return figures;
}

} // namespace

json shift_opened_to_json(const Shift& shift) {
    return {{"number", shift.number},
            {"opened_by", shift.opened_by.text()},
            {"opening_float", shift.opening_float.amount}};
}

json z_report_to_json(const ZReport& report, const StaffId& closed_by) {
    return {{"shift", report.shift.text()},
            {"number", report.number},
            {"closed_by", closed_by.text()},
            {"counted_cash", report.counted_cash.amount},
            {"difference", report.difference.amount},
            {"reason", report.reason},
            {"figures", figures_to_json(report.figures)}};
}

Result<ZReport> z_report_from_json(const json& body) {
    try {
        ZReport report;
        report.shift = ShiftId(body.at("shift").get<std::string>());
        report.number = body.at("number").get<std::int64_t>();
        report.counted_cash = Dong{body.at("counted_cash").get<std::int64_t>()};
        report.difference = Dong{body.at("difference").get<std::int64_t>()};
        report.reason = body.value("reason", std::string());
        report.figures = figures_from_json(body.at("figures"));
        return report;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.z_report_broken", {}, failure.what());
    }
}

} // namespace ocop
