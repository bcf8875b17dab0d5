#include "pos/shifts/shift.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

namespace {

ZReport busy_day() {
    ZReport report;
    report.shift = ShiftId("shift-1");
    report.number = 4;
    report.opened_by = StaffId("lan");
    report.opened_at = Instant{1'790'000'000'000};
    report.pulled_at = Instant{1'790'030'000'000};
    report.closed_by = StaffId("mai");
    report.counted_cash = Dong{1'995'000};
    report.notes = {{Dong{500'000}, 3}, {Dong{5'000}, 99}};
    report.earlier_counts = {Dong{1'990'000}};
    report.difference = Dong{-5'000};
    report.reason = "Chưa rõ";
    report.note = "Đếm hai lần";
    auto& figures = report.figures;
    figures.sales = 12;
    figures.items = 31;
    figures.by_method = {{"cash", Dong{1'200'000}}, {"transfer", Dong{300'000}}};
    figures.by_group = {{"food", Dong{1'500'000}}};
    figures.opening_float = Dong{500'000};
    figures.cash_taken = Dong{1'500'000};
    figures.change_given = Dong{300'000};
    figures.cash_in = Dong{400'000};
    figures.cash_out = Dong{100'000};
    figures.expected_cash = Dong{2'000'000};
    figures.drawer_openings = 2;
    return report;
}

} // namespace

TEST_CASE("a Z report comes back from its entry as it was", "[shifts]") {
    const auto report = busy_day();
    const auto read = z_report_from_json(z_report_to_json(report));
    REQUIRE(read);
    CHECK(*read == report);
}

TEST_CASE("what should lie in the drawer is the sum of its signed rows", "[shifts]") {
    const auto report = busy_day();
    Dong sum;
    for (const auto& row : cash_rows(report.figures))
        sum += row.amount;
    CHECK(sum == report.figures.expected_cash);
    CHECK(cash_rows(report.figures)[2].amount == Dong{-300'000});
}

TEST_CASE("a Z report from before notes, change and groups were kept is still read", "[shifts]") {
    const auto old = nlohmann::json::parse(R"({"shift":"s","number":2,"closed_by":"lan","counted_cash":700000,
        "difference":0,"reason":"","figures":{"sales":3,"gross":500000,"discount":0,"net":500000,"tax":0,
        "by_method":{"cash":400000,"transfer":100000},"unconfirmed_transfers":100000,"cash_in":0,"cash_out":0,
        "expected_cash":700000,"first_receipt":"Q2A-000001","last_receipt":"Q2A-000003"}})");
    const auto read = z_report_from_json(old);
    REQUIRE(read);
    CHECK(read->notes.empty());
    CHECK(read->figures.cash_taken == Dong{400'000});
    CHECK(read->figures.opening_float == Dong{300'000});
    Dong sum;
    for (const auto& row : cash_rows(read->figures))
        sum += row.amount;
    CHECK(sum == Dong{700'000});
    CHECK_FALSE(z_report_from_json({{"shift", "s"}}));
}
