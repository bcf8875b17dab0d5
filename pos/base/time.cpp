#include "pos/base/time.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace ocop {
namespace {

constexpr std::int64_t viet_nam_offset = 7 * 3600 * 1000;
constexpr std::int64_t day_length = 24 * 3600 * 1000;

std::chrono::year_month_day civil(Day day) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.number}}};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

std::optional<Day> Day::from_civil(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> Day::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits(iso.substr(0, 4));
    const auto month = digits(iso.substr(5, 2));
    const auto day = digits(iso.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    return from_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

int Day::year() const {
    return int{civil(*this).year()};
}
unsigned Day::month() const {
    return unsigned{civil(*this).month()};
}
unsigned Day::day_of_month() const {
    return unsigned{civil(*this).day()};
}
unsigned Day::weekday() const {
    return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{number}}}.c_encoding();
}
std::string Day::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day_of_month());
}

Day add_months(Day day, int months) {
    const auto date = civil(day);
    const auto target = date.year() / date.month() + std::chrono::months{months};
    const auto last = (target / std::chrono::last).day();
    const auto kept = date.day() < last ? date.day() : last;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{target / kept}.time_since_epoch().count())};
}

Day day_of(Instant instant) {
    return Day{static_cast<std::int32_t>(floor_divide(instant.milliseconds + viet_nam_offset, day_length))};
}

ClockTime clock_time_of(Instant instant) {
    const std::int64_t local = instant.milliseconds + viet_nam_offset;
    const std::int64_t within = local - floor_divide(local, day_length) * day_length;
    return ClockTime{static_cast<int>(within / 3'600'000), static_cast<int>(within / 60'000 % 60),
                     static_cast<int>(within / 1000 % 60)};
}

Instant instant_of(Day day, ClockTime time) {
    return Instant{day.number * day_length + (time.hour * 3600LL + time.minute * 60LL + time.second) * 1000LL -
                   viet_nam_offset};
}

std::string iso_time(Instant instant) {
    const auto time = clock_time_of(instant);
    const auto part = instant.milliseconds - floor_divide(instant.milliseconds, 1000) * 1000;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}+07:00", day_of(instant).iso(), time.hour, time.minute, time.second,
                       part);
}

} // namespace ocop
