#include "pos/text/format.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>

using namespace ocop;

namespace {

Language load(const char* code) {
    auto language = Language::load(std::filesystem::path(OCOP_SOURCE_DIR) / "assets", code);
    REQUIRE(language);
    return *language;
}

Day day(const char* iso) {
    return *Day::parse(iso);
}

constexpr std::int64_t minute = 60'000;

} // namespace

TEST_CASE("Money is grouped, keeps its currency on the line and uses a true minus", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_money(Dong{1'250'000}, vi) == "1.250.000\u00A0₫");
    CHECK(format_money(Dong{-50'000}, vi) == "\u221250.000\u00A0₫");
    CHECK(format_money(Dong{0}, vi) == "0\u00A0₫");
    CHECK(format_money(Dong{999}, vi) == "999\u00A0₫");
    CHECK(format_money(Dong{1'250'000}, en) == "1,250,000\u00A0VND");
    CHECK(format_number(INT64_MIN, en) == "\u22129,223,372,036,854,775,808");
    CHECK(format_millions(Dong{22'640'000}, vi) == "22,6");
    CHECK(format_millions(Dong{22'950'000}, en) == "23");
    CHECK(format_millions(Dong{-150'000}, vi) == "\u22120,2");
}

TEST_CASE("Quantities and rates show the decimals they have", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_quantity(Quantity{1250}, "kg", vi) == "1,25\u00A0kg");
    CHECK(format_quantity(Quantity{350}, "kg", en) == "0.35\u00A0kg");
    CHECK(format_quantity(Quantity::of(3), "hũ", vi) == "3\u00A0hũ");
    CHECK(format_quantity(Quantity::of(-12), "", vi) == "\u221212");
    CHECK(format_quantity(Quantity{5}, "", vi) == "0,005");
    CHECK(format_percent(Rate{1200}, vi) == "12%");
    CHECK(format_percent(Rate{1250}, vi) == "12,5%");
    CHECK(format_percent(Rate{1205}, en) == "12.05%");
}

TEST_CASE("Dates are written the way each language writes them", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_date(day("2026-11-23"), vi) == "23/11/2026");
    CHECK(format_date(day("2026-11-23"), en) == "23 Nov 2026");
    CHECK(format_date(day("2026-04-06"), vi) == "06/04/2026");
    CHECK(format_date(day("2026-04-06"), en) == "6 Apr 2026");
    CHECK(format_date_with_weekday(day("2026-11-23"), vi) == "Thứ Hai, 23/11/2026");
    CHECK(format_date_with_weekday(day("2026-11-22"), en) == "Sunday, 22 Nov 2026");
}

TEST_CASE("A range of dates repeats only what differs", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_date_range(day("2026-11-20"), day("2026-11-26"), vi) == "20–26/11/2026");
    CHECK(format_date_range(day("2026-11-20"), day("2026-11-26"), en) == "20–26 Nov 2026");
    CHECK(format_date_range(day("2026-11-28"), day("2026-12-03"), vi) == "28/11 – 03/12/2026");
    CHECK(format_date_range(day("2026-12-28"), day("2027-01-03"), en) == "28 Dec 2026 – 3 Jan 2027");
    CHECK(format_date_range(day("2026-11-20"), day("2026-11-20"), vi) == "20/11/2026");
}

TEST_CASE("A date is never shown more precisely than it is known", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_date(*PartialDate::parse("2021"), vi) == "2021");
    CHECK(format_date(*PartialDate::parse("2021-04"), vi) == "04/2021");
    CHECK(format_date(*PartialDate::parse("2021-04"), en) == "Apr 2021");
    CHECK(format_date(*PartialDate::parse("2021-04-06"), vi) == "06/04/2021");
}

TEST_CASE("Times are Vietnamese clock times", "[text]") {
    const auto instant = instant_of(day("2026-11-23"), ClockTime{7, 45, 59});
    CHECK(format_time(instant) == "07:45");
    CHECK(format_date_time(instant, load("vi")) == "23/11/2026 07:45");
}

TEST_CASE("Durations are said in the largest units that matter", "[text]") {
    const auto vi = load("vi");
    const auto en = load("en");
    CHECK(format_stopwatch(46'900) == "0:46");
    CHECK(format_stopwatch(12 * minute + 5000) == "12:05");
    CHECK(format_stopwatch(62 * minute + 5000) == "1:02:05");
    CHECK(format_duration(26 * minute, vi) == "26 phút");
    CHECK(format_duration(minute, en) == "1 minute");
    CHECK(format_duration(125 * minute, vi) == "2 giờ 5 phút");
    CHECK(format_duration(60 * minute, en) == "1 hour");
    CHECK(format_duration(49 * 60 * minute, en) == "2 days");
    CHECK(format_ago(59'000, vi) == "vừa xong");
    CHECK(format_ago(5 * minute, vi) == "5 phút trước");
    CHECK(format_ago(5 * minute, en) == "5 minutes ago");
    CHECK(format_ago(-5, en) == "just now");
}

TEST_CASE("A mobile number is grouped and anything else is left alone", "[text]") {
    CHECK(format_phone("0912345678") == "0912\u00A0345\u00A0678");
    CHECK(format_phone("+84 912 345 678") == "+84 912 345 678");
    CHECK(format_phone("1800 1234") == "1800 1234");
}
