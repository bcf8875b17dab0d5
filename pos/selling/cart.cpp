#include "pos/selling/cart.h"

#include "pos/money/rounding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace ocop {

Result<std::size_t> add_to_cart(Cart& cart, const Product& product, Quantity quantity) {
    if (!product.price) return fail(ErrorKind::refused, "error.no_price", {{"product", product.name.in("vi")}});
    const auto line = std::find_if(cart.lines.begin(), cart.lines.end(), [&](const CartLine& existing) {
        return existing.sku == product.sku && existing.unit_price == *product.price;
    });
    if (line != cart.lines.end()) {
        OCOP_TRY(set_quantity(cart, static_cast<std::size_t>(line - cart.lines.begin()), line->quantity + quantity,
                              product));
        return static_cast<std::size_t>(line - cart.lines.begin());
    }
    if (cart.lines.size() >= most_cart_lines)
        return fail(ErrorKind::refused, "error.cart_full", {{"most", std::to_string(most_cart_lines)}});
    cart.lines.push_back({product.sku, quantity, *product.price, {}, {}});
    if (auto checked = set_quantity(cart, cart.lines.size() - 1, quantity, product); !checked) {
        cart.lines.pop_back();
        return fail(std::move(checked.error()));
    }
    return cart.lines.size() - 1;
}

Result<> set_quantity(Cart& cart, std::size_t line, Quantity quantity, const Product& product) {
    constexpr Quantity most = Quantity::of(100'000);
    const bool whole_needed = product.sold_by == SoldBy::piece;
    if (quantity.thousandths <= 0 || quantity > most || (whole_needed && !quantity.is_whole()))
        return fail(ErrorKind::refused, "error.quantity", {{"product", product.name.in("vi")}});
    auto& changed = cart.lines.at(line);
    changed.quantity = quantity;
    changed.discount = std::min(changed.discount, price_times(changed.unit_price, quantity));
    return {};
}

void remove_line(Cart& cart, std::size_t line) {
    if (line >= cart.lines.size()) throw std::out_of_range("no such line in the cart");
    cart.lines.erase(cart.lines.begin() + static_cast<std::ptrdiff_t>(line));
}

CartTotals totals_of(const Cart& cart) {
    CartTotals totals;
    for (const auto& line : cart.lines) {
        totals.subtotal += price_times(line.unit_price, line.quantity);
        totals.discount += line.discount;
        totals.pieces = totals.pieces + (line.quantity.is_whole() ? line.quantity : Quantity::of(1));
    }
    totals.total = totals.subtotal - totals.discount;
    return totals;
}

nlohmann::json cart_to_json(const Cart& cart) {
    auto lines = nlohmann::json::array();
    for (const auto& line : cart.lines)
        lines.push_back({{"sku", line.sku.text()},
                         {"quantity", line.quantity.thousandths},
                         {"unit_price", line.unit_price.amount},
                         {"discount", line.discount.amount},
                         {"lot", line.lot}});
    return {{"sale_id", cart.sale_id}, {"lines", std::move(lines)}, {"from_basket", cart.from_basket}};
}

Result<Cart> cart_from_json(const nlohmann::json& json) {
    try {
        Cart cart;
        cart.sale_id = json.at("sale_id").get<std::string>();
        cart.from_basket = json.value("from_basket", std::string());
        for (const auto& line : json.at("lines"))
            cart.lines.push_back({Sku(line.at("sku").get<std::string>()),
                                  Quantity{line.at("quantity").get<std::int64_t>()},
                                  Dong{line.at("unit_price").get<std::int64_t>()},
                                  Dong{line.at("discount").get<std::int64_t>()}, line.value("lot", std::string())});
        return cart;
    } catch (const nlohmann::json::exception& failure) {
        return fail(ErrorKind::refused, "error.draft_broken", {}, failure.what());
    }
}

} // namespace ocop
