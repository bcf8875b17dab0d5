// Numbers, dates and product facts as visitors read them (design guide 6), in the language of the frame.
#pragma once

#include "kiosk/visitor/view_model.h"
#include "pos/text/language.h"

#include <string>

namespace ocop::kiosk {

std::string money_text(const Language& language, Dong amount);            // 1.250.000 ₫ · 1,250,000 VND
std::string quantity_text(const Language& language, Quantity quantity);   // 24 · 2,35 · 2.35
std::string day_text(const Language& language, Day day);                  // 23/11/2026 · 23 Nov 2026
std::string date_text(const Language& language, const PartialDate& date); // 04/2021 · Apr 2021 · 2021
std::string months_text(const Language& language, const Months& months);  // tháng 10–12 · October–December
std::string clock_text(Instant now);                                      // 10:42

std::string group_name(const Language& language, const GroupCode& group);
std::string maker_type_name(const Language& language, ProducerType type);

// "HTX Hợp Tiến · Bình Liêu, Quảng Ninh"
std::string maker_and_place(const Language& language, const ProductView& product);
// "Huyện Bình Liêu", "Xã Lục Hồn (tên nay)"
std::string locality_name(const Language& language, const LocalityName& name);
// "37.000 ₫ / 100 g"; empty when it is not known
std::string unit_price_text(const Language& language, const Product& product);
// "Chai 500 ml", or whichever half is known
std::string pack_text(const Language& language, const Product& product);
// "24 chai", with the unit where this language has a word for it
std::string amount_text(const Language& language, const Product& product, Quantity quantity);
// "Còn hàng", "Còn 3", "Hết hàng"; empty when the stock is not counted
std::string stock_word(const Language& language, const ProductView& product);

// "shopee.vn" of "https://www.shopee.vn/…": where a link leads.
std::string host_text(const std::string& url);

// Whole months from `today` until `end`, rounded up, at least 0.
int months_left(Day today, Day end);

} // namespace ocop::kiosk
