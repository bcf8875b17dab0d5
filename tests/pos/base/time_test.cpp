#include "pos/base/clock.h"
#include "pos/base/time.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("days are Vietnamese days") {
    const auto day = Day::parse("2026-11-23");
    REQUIRE(day);
    CHECK(day->weekday() == 1);
    CHECK(day->iso() == "2026-11-23");
    // 17:30 UTC is already tomorrow in Viet Nam
    CHECK(day_of(Instant{(day->number * 86'400LL + 17 * 3600 + 1800) * 1000}).iso() == "2026-11-24");
    CHECK(iso_time(instant_of(*day, {10, 42, 7})) == "2026-11-23T10:42:07.000+07:00");
    CHECK(day_of(Instant{-1}).iso() == "1970-01-01");
    CHECK_FALSE(Day::parse("2026-02-29"));
    CHECK_FALSE(Day::parse("2026-2-9"));
}

TEST_CASE("adding months keeps within the month") {
    CHECK(add_months(*Day::parse("2024-01-31"), 1).iso() == "2024-02-29");
    CHECK(add_months(*Day::parse("2023-11-23"), 36).iso() == "2026-11-23");
    CHECK(add_months(*Day::parse("2024-03-31"), -1).iso() == "2024-02-29");
}

TEST_CASE("ids are ordered by time and never repeat") {
    SeededRandomness randomness(7);
    const auto first = make_uuid_v7(Instant{1'700'000'000'000}, randomness);
    const auto second = make_uuid_v7(Instant{1'700'000'000'001}, randomness);
    CHECK(first.size() == 36);
    CHECK(first[14] == '7');
    CHECK(first < second);
}
