#include "pos/shifts/shift.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

json sums_to_json(const std::map<std::string, Dong>& sums) {
    json object = json::object();
    for (const auto& [name, amount] : sums)
        object[name] = amount.amount;
    return object;
}

std::map<std::string, Dong> sums_from_json(const json& object) {
    std::map<std::string, Dong> sums;
    for (const auto& [name, amount] : object.items())
        sums[name] = Dong{amount.get<std::int64_t>()};
    return sums;
}

json figures_to_json(const ShiftFigures& figures) {
    return {{"sales", figures.sales},
            {"refunds", figures.refunds},
            {"refunded", figures.refunded.amount},
            {"removed_lines", figures.removed_lines},
            {"removed", figures.removed.amount},
            {"items", figures.items},
            {"gross", figures.gross.amount},
            {"discount", figures.discount.amount},
            {"net", figures.net.amount},
            {"tax", figures.tax.amount},
            {"by_method", sums_to_json(figures.by_method)},
            {"by_group", sums_to_json(figures.by_group)},
            {"unconfirmed_transfers", figures.unconfirmed_transfers.amount},
            {"opening_float", figures.opening_float.amount},
            {"cash_taken", figures.cash_taken.amount},
            {"change_given", figures.change_given.amount},
            {"cash_refunded", figures.cash_refunded.amount},
            {"cash_in", figures.cash_in.amount},
            {"cash_out", figures.cash_out.amount},
            {"expected_cash", figures.expected_cash.amount},
            {"drawer_openings", figures.drawer_openings},
            {"first_receipt", figures.first_receipt},
            {"last_receipt", figures.last_receipt}};
}

ShiftFigures figures_from_json(const json& body) {
    ShiftFigures figures;
    const auto amount = [&](const char* name) { return Dong{body.at(name).get<std::int64_t>()}; };
    const auto newer = [&](const char* name, std::int64_t before) { return body.value(name, before); };
    figures.sales = body.at("sales").get<std::int64_t>();
    figures.refunds = body.value("refunds", std::int64_t{0});
    figures.refunded = Dong{body.value("refunded", std::int64_t{0})};
    figures.removed_lines = body.value("removed_lines", std::int64_t{0});
    figures.removed = Dong{body.value("removed", std::int64_t{0})};
    figures.items = newer("items", 0);
    figures.gross = amount("gross");
    figures.discount = amount("discount");
    figures.net = amount("net");
    figures.tax = amount("tax");
    figures.by_method = sums_from_json(body.at("by_method"));
    figures.by_group = sums_from_json(body.value("by_group", json::object()));
    figures.unconfirmed_transfers = amount("unconfirmed_transfers");
    figures.cash_in = amount("cash_in");
    figures.cash_out = amount("cash_out");
    figures.expected_cash = amount("expected_cash");
    // A report from before change was a row of its own: the cash that stayed, and the float that follows from the rest.
    const auto cash = figures.by_method.find("cash");
    figures.cash_taken = Dong{newer("cash_taken", cash == figures.by_method.end() ? 0 : cash->second.amount)};
    figures.change_given = Dong{newer("change_given", 0)};
    figures.cash_refunded = Dong{newer("cash_refunded", 0)};
    const Dong rest = figures.expected_cash - figures.cash_taken - figures.cash_in + figures.cash_out;
    figures.opening_float = Dong{newer("opening_float", rest.amount)};
    figures.drawer_openings = newer("drawer_openings", 0);
    figures.first_receipt = body.value("first_receipt", std::string());
    figures.last_receipt = body.value("last_receipt", std::string());
    return figures;
}

} // namespace

std::vector<CashRow> cash_rows(const ShiftFigures& figures) {
    return {{"shift.cash.float", figures.opening_float},  {"shift.cash.taken", figures.cash_taken},
            {"shift.cash.change", -figures.change_given}, {"shift.cash.refunded", -figures.cash_refunded},
            {"shift.cash.in", figures.cash_in},           {"shift.cash.out", -figures.cash_out}};
}

json shift_opened_to_json(const Shift& shift, const CashCount& notes, std::optional<Day> clock_day) {
    json body{
        {"number", shift.number}, {"opened_by", shift.opened_by.text()}, {"opening_float", shift.opening_float.amount}};
    if (!notes.empty()) body["notes"] = cash_count_to_json(notes);
    if (clock_day) body["clock_day"] = clock_day->iso();
    return body;
}

json shift_pulled_to_json(const ShiftId& shift, const StaffId& by) {
    return {{"shift", shift.text()}, {"staff", by.text()}};
}

json z_report_to_json(const ZReport& report) {
    json body{{"shift", report.shift.text()},
              {"number", report.number},
              {"opened_by", report.opened_by.text()},
              {"opened_at", report.opened_at.milliseconds},
              {"pulled_at", report.pulled_at.milliseconds},
              {"closed_by", report.closed_by.text()},
              {"counted_cash", report.counted_cash.amount},
              {"difference", report.difference.amount},
              {"reason", report.reason},
              {"figures", figures_to_json(report.figures)}};
    if (!report.notes.empty()) body["notes"] = cash_count_to_json(report.notes);
    if (!report.note.empty()) body["note"] = report.note;
    for (const auto& count : report.earlier_counts)
        body["earlier_counts"].push_back(count.amount);
    return body;
}

Result<ZReport> z_report_from_json(const json& body) {
    try {
        ZReport report;
        const auto text = [&](const char* name) { return body.value(name, std::string()); };
        report.shift = ShiftId(body.at("shift").get<std::string>());
        report.number = body.at("number").get<std::int64_t>();
        report.opened_by = StaffId(text("opened_by"));
        report.opened_at = Instant{body.value("opened_at", std::int64_t{0})};
        report.pulled_at = Instant{body.value("pulled_at", std::int64_t{0})};
        report.closed_by = StaffId(text("closed_by"));
        report.counted_cash = Dong{body.at("counted_cash").get<std::int64_t>()};
        report.notes = cash_count_from_json(body.value("notes", json::array()));
        for (const auto& count : body.value("earlier_counts", json::array()))
            report.earlier_counts.push_back(Dong{count.get<std::int64_t>()});
        report.difference = Dong{body.at("difference").get<std::int64_t>()};
        report.reason = text("reason");
        report.note = text("note");
        report.figures = figures_from_json(body.at("figures"));
        return report;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.z_report_broken", {}, failure.what());
    }
}

} // namespace ocop
