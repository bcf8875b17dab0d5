// Moments and days. Viet Nam is UTC+07:00, always, without daylight saving.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ocop {

// Wall-clock moment, milliseconds since 1970-01-01T00:00:00Z. Evidence, never an order: order is the journal's seq.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
};

// Milliseconds of a clock that never jumps; only differences mean anything.
struct Monotonic {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Monotonic&) const = default;
};

// A calendar day in Viet Nam, counted from 1970-01-01 (day 0).
struct Day {
    std::int32_t number = 0;
    auto operator<=>(const Day&) const = default;

    static std::optional<Day> from_civil(int year, unsigned month, unsigned day); // nullopt: no such day
    static std::optional<Day> parse(std::string_view iso);                        // "2026-11-23"
    int year() const;
    unsigned month() const;        // 1..12
    unsigned day_of_month() const; // 1..31
    unsigned weekday() const;      // 0 = Sunday
    std::string iso() const;       // "2026-11-23"
};

// Whole months added, the day cut to the month's length: 2024-01-31 + 1 = 2024-02-29.
Day add_months(Day day, int months);

// The Vietnamese calendar day and clock time of a moment.
Day day_of(Instant instant);
struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    auto operator<=>(const ClockTime&) const = default;
};
ClockTime clock_time_of(Instant instant);
Instant instant_of(Day day, ClockTime time);

// "2026-11-23T10:42:07.123+07:00"
std::string iso_time(Instant instant);

} // namespace ocop
