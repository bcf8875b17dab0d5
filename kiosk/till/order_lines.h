// How a line of an order is called and described, wherever it is shown.
#pragma once

#include "kiosk/till/till_view.h"
#include "pos/selling/cart.h"
#include "pos/text/language.h"

#include <string>

namespace ocop::kiosk {

std::string line_name(const Language& language, const TillView& view, const CartLine& line);
std::string journal_name(const TillView& view, const CartLine& line); // Vietnamese, whatever the screen speaks
// "2 × 185.000 ₫", "0,35 kg × 120.000 ₫".
std::string line_words(const Language& language, const TillView& view, const CartLine& line);
// "giảm 10.000 ₫ · mừng hội chợ", "giá niêm yết 95.000 ₫"; empty when it costs what is listed.
std::string line_reduction(const Language& language, const CartLine& line, const LineMoney& money);

} // namespace ocop::kiosk
