// What a customer is about to buy: a value, recomputed on every change, saved as a draft so that a power cut loses
// nothing.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/catalogue/catalogue.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace ocop {

struct CartLine {
    Sku sku;
    Quantity quantity = Quantity::of(1);
    Dong unit_price;      // frozen when the line was added: a release that arrives meanwhile changes nothing
    Dong discount;        // of the whole line, not negative
    std::string lot;
    bool operator==(const CartLine&) const = default;
};

struct Cart {
    std::string sale_id; // UUIDv7 made when the cart was begun: completing twice finds the first
    std::vector<CartLine> lines;
    std::string from_basket; // pick-up code, several joined by " + ", empty when none
    bool operator==(const Cart&) const = default;

    bool empty() const { return lines.empty(); }
};

inline constexpr std::size_t most_cart_lines = 200; // keeps every sale below largest_entry

// Adds `quantity` of a product: the existing line of the same product grows, else a line is appended.
// Refused: product without a price ("error.no_price"), cart full ("error.cart_full").
Result<std::size_t> add_to_cart(Cart& cart, const Product& product, Quantity quantity);
// Refused when the quantity is not positive or not whole for goods sold by piece.
Result<> set_quantity(Cart& cart, std::size_t line, Quantity quantity, const Product& product);
void remove_line(Cart& cart, std::size_t line);

struct CartTotals {
    Dong subtotal; // before discounts
    Dong discount;
    Dong total;
    Quantity pieces;       // sum of quantities of goods sold by piece, one per weighed line
};
CartTotals totals_of(const Cart& cart);

nlohmann::json cart_to_json(const Cart& cart);
Result<Cart> cart_from_json(const nlohmann::json& json);

} // namespace ocop
