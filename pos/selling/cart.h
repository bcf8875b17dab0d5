// What a customer is about to buy: a value, recomputed on every change, saved as a draft so that a power cut loses
// nothing.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/catalogue/catalogue.h"
#include "pos/money/dong.h"
#include "pos/selling/discount.h"
#include "pos/selling/removed_line.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

// Goods that the catalogue does not know, sold all the same ("món khác").
struct OtherGoods {
    std::string name;
    std::string code; // as scanned, empty when it has none
    std::string reason;
    bool operator==(const OtherGoods&) const = default;
};

struct CartLine {
    Sku sku; // of other goods: other_sku()
    Quantity quantity = Quantity::of(1);
    Dong unit_price;        // frozen when the line was added: a release that arrives meanwhile changes nothing
    Discount discount = {}; // of this line alone
    std::string lot = {};
    std::optional<PriceChange> price_change = {};
    std::optional<OtherGoods> other = {};
    bool operator==(const CartLine&) const = default;
};

struct Cart {
    std::string sale_id; // UUIDv7 made when the cart was begun: completing twice finds the first
    std::vector<CartLine> lines = {};
    std::string from_basket = {}; // pick-up code, several joined by " + ", empty when none
    Discount discount = {};       // of what the lines come to
    std::string note = {};        // for the customer, printed on the receipt
    std::vector<RemovedLine> removed = {};
    bool operator==(const Cart&) const = default;

    bool empty() const { return lines.empty(); }
};

inline constexpr std::size_t most_cart_lines = 200; // keeps every sale below largest_entry
inline constexpr std::size_t most_removed_lines = 200;
inline constexpr std::size_t longest_note = 200; // bytes

// Adds `quantity` of a product: the existing line of the same product grows, else a line is appended.
// Refused: product without a price ("error.no_price"), cart full ("error.cart_full").
Result<std::size_t> add_to_cart(Cart& cart, const Product& product, Quantity quantity);
// Refused: no price, no reason, cart full.
Result<std::size_t> add_other(Cart& cart, const OtherGoods& goods, Dong unit_price, Quantity quantity);
Sku other_sku(const OtherGoods& goods); // "other", "other:8938500000000"
// Refused when the quantity is not positive or not whole for goods sold by piece.
Result<> set_quantity(Cart& cart, std::size_t line, Quantity quantity, const Product& product);
Result<> set_other_quantity(Cart& cart, std::size_t line, Quantity quantity); // pieces
void remove_line(Cart& cart, std::size_t line);
// The same, remembered: `name` is the Vietnamese one. Refused when the log is full.
Result<> take_out(Cart& cart, std::size_t line, const std::string& name, Instant at, const StaffId& by,
                  const std::string& reason);

// A discount of a line, or of the whole cart (nullopt); one that takes nothing off removes what was given.
// Refused: no reason, negative, more than there is, above 100 %.
Result<> give_discount(Cart& cart, std::optional<std::size_t> line, const Discount& discount);
// Another unit price; the listed one again forgets that there was another. Refused: no reason, negative.
Result<> change_price(Cart& cart, std::size_t line, Dong price, const std::string& reason, const Approval& approval);

// What one line comes to. `total` = gross − own − share.
struct LineMoney {
    Dong gross; // before discounts
    Dong own;   // taken off this line
    Dong share; // of the cart's discount, allocated to the đồng by the largest remainder
    Dong total;
    bool operator==(const LineMoney&) const = default;
};
std::vector<LineMoney> money_of(const Cart& cart);

struct CartTotals {
    Dong subtotal; // before discounts
    Dong discount; // of lines and cart
    Dong total;
    Quantity pieces; // sum of quantities of goods sold by piece, one per weighed line
};
CartTotals totals_of(const Cart& cart);

// Where a manager's word is missing; `line` empty: the cart's discount.
struct NeedsManager {
    std::optional<std::size_t> line;
    bool operator==(const NeedsManager&) const = default;
};
// A line's discount counts alone; the cart's counts together with those lines' that nobody decided, so that two small
// ones do not make a large one.
std::optional<NeedsManager> needs_manager(const Cart& cart, const std::vector<StaffMember>& staff);

nlohmann::json cart_to_json(const Cart& cart);
Result<Cart> cart_from_json(const nlohmann::json& json);

} // namespace ocop
