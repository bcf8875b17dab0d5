// Numbers, money, dates and durations as people write them (design guide §6): Vietnamese 1.250.000 ₫ and 23/11/2026,
// English 1,250,000 VND and 23 Nov 2026. Languages other than Vietnamese follow the English forms. Spaces inside an
// amount do not break (U+00A0), minus is U+2212. Receipt and paper numbers are printed as they are, never formatted.
#pragma once

#include "pos/base/time.h"
#include "pos/catalogue/catalogue.h"
#include "pos/money/dong.h"
#include "pos/text/language.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ocop {

std::string format_number(std::int64_t number, const Language& language); // "1.250.000"
std::string format_money(Dong amount, const Language& language);          // "1.250.000 ₫", "−50.000 ₫"
std::string format_millions(Dong amount, const Language& language);       // for charts: "22,6"
std::string format_quantity(Quantity quantity, std::string_view unit, const Language& language); // "1,25 kg", "3 hũ"
std::string format_percent(Rate rate, const Language& language);                                 // "12%", "12,5%"
std::string format_phone(std::string_view phone); // "0912 345 678"; anything but 10 digits from 0 stays as it is

std::string format_date(Day day, const Language& language);                   // "23/11/2026"
std::string format_date_with_weekday(Day day, const Language& language);      // "Thứ Hai, 23/11/2026"
std::string format_date_range(Day first, Day last, const Language& language); // "20–26/11/2026"
std::string format_date(const PartialDate& date, const Language& language);   // "06/04/2021", "04/2021", "2021"
std::string format_time(Instant instant);                                     // "07:45", Vietnamese time
std::string format_date_time(Instant instant, const Language& language);      // "23/11/2026 07:45"

std::string format_stopwatch(std::int64_t milliseconds);                          // "0:46", "12:05", "1:02:05"
std::string format_duration(std::int64_t milliseconds, const Language& language); // "26 phút", "2 giờ 5 phút"
std::string format_ago(std::int64_t milliseconds, const Language& language);      // "vừa xong", "5 phút trước"

} // namespace ocop
