#include "pos/shifts/clock_check.h"

#include "pos/journal/verify.h"
#include "tests/support/shift_booth.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

Instant at(const char* day, int hour, int minute = 0) {
    return instant_of(*Day::parse(day), {hour, minute, 0});
}

const ClockEvidence yesterday{at("2026-11-22", 18), *Day::parse("2026-11-22"), std::nullopt};

} // namespace

TEST_CASE("a clock after the newest entry is believed, and the day is its own", "[shifts][clock]") {
    const auto verdict = check_clock(at("2026-11-23", 8), yesterday);
    CHECK(verdict.trouble == ClockTrouble::none);
    CHECK(verdict.likely_day == *Day::parse("2026-11-23"));
    CHECK(check_clock(at("2026-11-23", 8), {}).trouble == ClockTrouble::none);
}

TEST_CASE("a dead battery, a clock before the newest entry and one a year on ask for the day", "[shifts][clock]") {
    for (const auto now : {Instant{0}, at("2026-11-22", 12), at("2029-01-01", 8)}) {
        const auto verdict = check_clock(now, yesterday);
        CHECK(verdict.trouble == ClockTrouble::wrong);
        CHECK(verdict.likely_day == *Day::parse("2026-11-22"));
    }
    CHECK(check_clock(at("2026-11-22", 17, 59), yesterday).trouble == ClockTrouble::none); // set right by a minute
    const auto first = check_clock(Instant{0}, {});
    CHECK(first.trouble == ClockTrouble::wrong);
    CHECK(first.likely_day >= *Day::parse("2026-01-01"));
}

TEST_CASE("a dead battery opens a shift of the chosen day, sells, and accuses no right clock later",
          "[shifts][clock]") {
    ocop::testing::ShiftBooth booth;
    auto till = booth.create();
    auto& database = till.journal().database();
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    REQUIRE(till.close_shift(booth.lan, Dong{}, ""));
    const auto before = clock_evidence(database);
    CHECK(before.newest == booth.clock.now());
    booth.clock.jump_wall(Instant{60'000});
    REQUIRE(till.count_usage(hour_of(booth.clock.now()), {})); // visitors do not wait for staff
    const auto verdict = check_clock(booth.clock.now(), clock_evidence(database));
    CHECK(verdict.trouble == ClockTrouble::wrong);
    const auto day = *Day::parse("2026-11-24");
    const auto shift = till.open_shift({booth.lan, Dong{}, {}, false, day});
    REQUIRE(shift);
    const auto sale = booth.sell(till, 0, 1000, {{PaymentMethod::cash, Dong{}, {}}});
    CHECK(sale.business_date == day);
    CHECK(read_sale(database, sale.id)->business_date == day);
    const auto report = till.close_shift(booth.lan, sale.total, "");
    REQUIRE(report);
    CHECK(report->business_date == day);
    const auto after = clock_evidence(database);
    CHECK(after.newest == before.newest);
    CHECK(after.newest_business_date == day);
    booth.clock.jump_wall(at("2026-11-25", 8));
    CHECK(check_clock(booth.clock.now(), clock_evidence(database)).trouble == ClockTrouble::none);
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("more than two minutes from the hub is drift, another day is wrong", "[shifts][clock]") {
    auto evidence = yesterday;
    evidence.hub_offset = 120'000;
    CHECK(check_clock(at("2026-11-23", 8), evidence).trouble == ClockTrouble::none);
    evidence.hub_offset = -180'000;
    CHECK(check_clock(at("2026-11-23", 8), evidence).trouble == ClockTrouble::drifts);
    CHECK(check_clock(at("2026-11-23", 8), evidence).offset == -180'000);
    evidence.hub_offset = std::int64_t{48} * 3'600'000;
    const auto verdict = check_clock(at("2026-11-23", 8), evidence);
    CHECK(verdict.trouble == ClockTrouble::wrong);
    CHECK(verdict.likely_day == *Day::parse("2026-11-25"));
    evidence.hub_offset = 180'000; // around midnight it is the hub's day
    CHECK(check_clock(at("2026-11-23", 23, 58), evidence).likely_day == *Day::parse("2026-11-24"));
}
