#include "pos/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace ocop {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus = "\u2212";
constexpr std::string_view en_dash = "\u2013";

bool is_vietnamese(const Language& language) {
    return language.code() == "vi";
}

// The digits of a magnitude in groups of three.
std::string grouped(std::uint64_t magnitude, const Language& language) {
    const auto digits = std::to_string(magnitude);
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at != 0 && (digits.size() - at) % 3 == 0) text += is_vietnamese(language) ? '.' : ',';
        text += digits[at];
    }
    return text;
}

// number / 10^places with as many decimals as it needs.
std::string decimal(std::int64_t number, int places, const Language& language) {
    std::uint64_t scale = 1;
    for (int place = 0; place < places; ++place)
        scale *= 10;
    const auto magnitude = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    auto text = grouped(magnitude / scale, language);
    if (const auto rest = magnitude % scale; rest != 0) {
        auto decimals = fmt::format("{:0{}}", rest, places);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += (is_vietnamese(language) ? "," : ".") + decimals;
    }
    return (number < 0 ? std::string(minus) : std::string()) + text;
}

const std::string& month_name(Day day, const Language& language) {
    return language.text("format.month." + std::to_string(day.month()));
}

std::string day_and_month(Day day, const Language& language) {
    if (is_vietnamese(language)) return fmt::format("{:02}/{:02}", day.day_of_month(), day.month());
    return fmt::format("{} {}", day.day_of_month(), month_name(day, language));
}

std::string count(std::int64_t number, const char* one, const char* several, const Language& language) {
    return language.format(number == 1 ? one : several, {{"count", format_number(number, language)}});
}

} // namespace

std::string format_number(std::int64_t number, const Language& language) {
    return decimal(number, 0, language);
}

std::string format_money(Dong amount, const Language& language) {
    return fmt::format("{}{}{}", format_number(amount.amount, language), no_break_space,
                       is_vietnamese(language) ? "₫" : "VND");
}

std::string format_millions(Dong amount, const Language& language) {
    constexpr std::int64_t tenth = 100'000;
    const auto half = amount.amount < 0 ? -tenth / 2 : tenth / 2;
    return decimal((amount.amount + half) / tenth, 1, language);
}

std::string format_quantity(Quantity quantity, std::string_view unit, const Language& language) {
    auto text = decimal(quantity.thousandths, 3, language);
    if (!unit.empty()) text.append(no_break_space).append(unit);
    return text;
}

std::string format_percent(Rate rate, const Language& language) {
    return decimal(rate.basis_points, 2, language) + "%";
}

std::string format_phone(std::string_view phone) {
    const bool plain = phone.size() == 10 && phone[0] == '0' &&
                       std::all_of(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!plain) return std::string(phone);
    return fmt::format("{}{}{}{}{}", phone.substr(0, 4), no_break_space, phone.substr(4, 3), no_break_space,
                       phone.substr(7));
}

std::string format_date(Day day, const Language& language) {
    return fmt::format("{}{}{}", day_and_month(day, language), is_vietnamese(language) ? "/" : " ", day.year());
}

std::string format_date_with_weekday(Day day, const Language& language) {
    return fmt::format("{}, {}", language.text("format.weekday." + std::to_string(day.weekday())),
                       format_date(day, language));
}

std::string format_date_range(Day first, Day last, const Language& language) {
    const auto end = format_date(last, language);
    if (first == last) return end;
    if (first.year() != last.year()) return fmt::format("{} {} {}", format_date(first, language), en_dash, end);
    if (first.month() != last.month()) return fmt::format("{} {} {}", day_and_month(first, language), en_dash, end);
    return is_vietnamese(language) ? fmt::format("{:02}{}{}", first.day_of_month(), en_dash, end)
                                   : fmt::format("{}{}{}", first.day_of_month(), en_dash, end);
}

std::string format_date(const PartialDate& date, const Language& language) {
    const auto day = date.earliest;
    if (date.precision == DatePrecision::day) return format_date(day, language);
    if (date.precision == DatePrecision::year) return std::to_string(day.year());
    if (is_vietnamese(language)) return fmt::format("{:02}/{}", day.month(), day.year());
    return fmt::format("{} {}", month_name(day, language), day.year());
}

std::string format_time(Instant instant) {
    const auto time = clock_time_of(instant);
    return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string format_date_time(Instant instant, const Language& language) {
    return fmt::format("{} {}", format_date(day_of(instant), language), format_time(instant));
}

std::string format_stopwatch(std::int64_t milliseconds) {
    const auto seconds = std::max<std::int64_t>(0, milliseconds / 1000);
    if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string format_duration(std::int64_t milliseconds, const Language& language) {
    const auto minutes = std::max<std::int64_t>(0, milliseconds / 60'000);
    const auto days = minutes / (24 * 60);
    if (days > 0) return count(days, "format.duration.day", "format.duration.days", language);
    const auto hours = minutes / 60;
    if (hours == 0) return count(minutes, "format.duration.minute", "format.duration.minutes", language);
    auto text = count(hours, "format.duration.hour", "format.duration.hours", language);
    if (minutes % 60 != 0)
        text += " " + count(minutes % 60, "format.duration.minute", "format.duration.minutes", language);
    return text;
}

std::string format_ago(std::int64_t milliseconds, const Language& language) {
    if (milliseconds < 60'000) return language.text("format.just_now");
    return language.format("format.ago", {{"duration", format_duration(milliseconds, language)}});
}

} // namespace ocop
