// What a visitor picked at a kiosk, on its way to a till. It carries no price: the till sells at today's.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct BasketLine {
    Sku sku;
    Quantity quantity; // whole units
    bool operator==(const BasketLine&) const = default;
};

struct Basket {
    std::string code; // pick-up code: four digits, the first is the kiosk
    Day day;          // on which the code was given
    std::vector<BasketLine> lines;
    bool operator==(const Basket&) const = default;
};

// What a visitor may pick; more is a wholesale enquiry. Keeps the QR code of every basket readable.
inline constexpr std::size_t most_basket_lines = 40;
inline constexpr Quantity most_basket_quantity = Quantity::of(99);

bool is_pick_up_code(std::string_view text); // four digits

// Refused: no line or too many, a product twice, a quantity that is not whole or out of bounds.
Result<> check_basket_lines(const std::vector<BasketLine>& lines);

nlohmann::json basket_to_json(const Basket& basket);
Result<Basket> basket_from_json(const nlohmann::json& json); // checked as above

} // namespace ocop
