#include "pos/selling/cart.h"

#include "pos/money/rounding.h"

#include <algorithm>
#include <stdexcept>

namespace ocop {
namespace {

constexpr Quantity most_quantity = Quantity::of(100'000);
constexpr Dong most_price{1'000'000'000};

Result<> check_quantity(Quantity quantity, bool whole, const std::string& name) {
    if (quantity.thousandths <= 0 || quantity > most_quantity || (whole && !quantity.is_whole()))
        return fail(ErrorKind::refused, "error.quantity", {{"product", name}});
    return {};
}

Result<> check_room(const Cart& cart) {
    if (cart.lines.size() < most_cart_lines) return {};
    return fail(ErrorKind::refused, "error.cart_full", {{"most", std::to_string(most_cart_lines)}});
}

Dong listed_price(const CartLine& line) {
    return line.price_change ? line.price_change->listed : line.unit_price;
}

Dong own_total(const CartLine& line) {
    const auto gross = price_times(line.unit_price, line.quantity);
    return gross - taken_off(line.discount, gross);
}

// A sum that was given for more of it is never more than what is left.
void keep_within(CartLine& line) {
    line.discount.amount = std::min(line.discount.amount, price_times(line.unit_price, line.quantity));
}

} // namespace

Result<std::size_t> add_to_cart(Cart& cart, const Product& product, Quantity quantity) {
    if (!product.price) return fail(ErrorKind::refused, "error.no_price", {{"product", product.name.in("vi")}});
    const auto line = std::find_if(cart.lines.begin(), cart.lines.end(), [&](const CartLine& existing) {
        return existing.sku == product.sku && listed_price(existing) == *product.price;
    });
    if (line != cart.lines.end()) {
        OCOP_TRY(set_quantity(cart, static_cast<std::size_t>(line - cart.lines.begin()), line->quantity + quantity,
                              product));
        return static_cast<std::size_t>(line - cart.lines.begin());
    }
    OCOP_TRY(check_room(cart));
    cart.lines.push_back({product.sku, quantity, *product.price});
    if (auto checked = set_quantity(cart, cart.lines.size() - 1, quantity, product); !checked) {
        cart.lines.pop_back();
        return fail(std::move(checked.error()));
    }
    return cart.lines.size() - 1;
}

Sku other_sku(const OtherGoods& goods) {
    return Sku(goods.code.empty() ? "other" : "other:" + goods.code);
}

Result<std::size_t> add_other(Cart& cart, const OtherGoods& goods, Dong unit_price, Quantity quantity) {
    if (goods.reason.empty() || goods.name.empty()) return fail(ErrorKind::refused, "error.reason_missing");
    if (unit_price.amount <= 0 || unit_price > most_price)
        return fail(ErrorKind::refused, "error.no_price", {{"product", goods.name}});
    OCOP_TRY(check_quantity(quantity, true, goods.name));
    OCOP_TRY(check_room(cart));
    CartLine line{other_sku(goods), quantity, unit_price};
    line.other = goods;
    cart.lines.push_back(std::move(line));
    return cart.lines.size() - 1;
}

Result<> set_quantity(Cart& cart, std::size_t line, Quantity quantity, const Product& product) {
    OCOP_TRY(check_quantity(quantity, product.sold_by == SoldBy::piece, product.name.in("vi")));
    auto& changed = cart.lines.at(line);
    changed.quantity = quantity;
    keep_within(changed);
    return {};
}

Result<> set_other_quantity(Cart& cart, std::size_t line, Quantity quantity) {
    auto& changed = cart.lines.at(line);
    OCOP_TRY(check_quantity(quantity, true, changed.other ? changed.other->name : changed.sku.text()));
    changed.quantity = quantity;
    keep_within(changed);
    return {};
}

void remove_line(Cart& cart, std::size_t line) {
    if (line >= cart.lines.size()) throw std::out_of_range("no such line in the cart");
    cart.lines.erase(cart.lines.begin() + static_cast<std::ptrdiff_t>(line));
}

Result<> take_out(Cart& cart, std::size_t line, const std::string& name, Instant at, const StaffId& by,
                  const std::string& reason) {
    const auto& removed = cart.lines.at(line);
    if (cart.removed.size() >= most_removed_lines)
        return fail(ErrorKind::refused, "error.removed_full", {{"most", std::to_string(most_removed_lines)}});
    cart.removed.push_back({removed.sku, name, removed.quantity, own_total(removed), at, by, reason});
    remove_line(cart, line);
    return {};
}

Result<> give_discount(Cart& cart, std::optional<std::size_t> line, const Discount& discount) {
    auto& place = line ? cart.lines.at(*line).discount : cart.discount;
    if (!discount) {
        place = {};
        return {};
    }
    Dong gross;
    if (line)
        gross = price_times(cart.lines[*line].unit_price, cart.lines[*line].quantity);
    else
        for (const auto& each : cart.lines)
            gross += own_total(each);
    if (discount.reason.empty()) return fail(ErrorKind::refused, "error.reason_missing");
    if (discount.amount.amount < 0 || discount.amount > gross || discount.rate.basis_points < 0 ||
        discount.rate.basis_points > 10'000 || (discount.rate != Rate{} && discount.amount != Dong{}))
        return fail(ErrorKind::refused, "error.discount");
    place = discount;
    return {};
}

Result<> change_price(Cart& cart, std::size_t line, Dong price, const std::string& reason, const Approval& approval) {
    auto& changed = cart.lines.at(line);
    const auto listed = listed_price(changed);
    if (price == listed) {
        changed.unit_price = listed;
        changed.price_change.reset();
        keep_within(changed);
        return {};
    }
    if (reason.empty()) return fail(ErrorKind::refused, "error.reason_missing");
    if (price.amount < 0 || price > most_price) return fail(ErrorKind::refused, "error.price");
    changed.unit_price = price;
    changed.price_change = PriceChange{listed, reason, approval};
    keep_within(changed);
    return {};
}

std::vector<LineMoney> money_of(const Cart& cart) {
    std::vector<LineMoney> money;
    std::vector<std::int64_t> weights;
    Dong sum;
    for (const auto& line : cart.lines) {
        LineMoney each;
        each.gross = price_times(line.unit_price, line.quantity);
        each.own = taken_off(line.discount, each.gross);
        each.total = each.gross - each.own;
        sum += each.total;
        weights.push_back(each.total.amount);
        money.push_back(each);
    }
    if (money.empty()) return money;
    const auto shares = allocate(taken_off(cart.discount, sum), weights);
    for (std::size_t i = 0; i < money.size(); ++i) {
        money[i].share = shares[i];
        money[i].total -= shares[i];
    }
    return money;
}

CartTotals totals_of(const Cart& cart) {
    CartTotals totals;
    for (const auto& line : money_of(cart)) {
        totals.subtotal += line.gross;
        totals.discount += line.own + line.share;
        totals.total += line.total;
    }
    for (const auto& line : cart.lines)
        totals.pieces = totals.pieces + (line.quantity.is_whole() ? line.quantity : Quantity::of(1));
    return totals;
}

std::optional<NeedsManager> needs_manager(const Cart& cart, const std::vector<StaffMember>& staff) {
    const auto money = money_of(cart);
    Dong subtotal;
    Dong small; // taken off without a manager, and of the whole cart
    for (std::size_t i = 0; i < money.size(); ++i) {
        const auto& line = cart.lines[i];
        subtotal += money[i].gross;
        small += money[i].share;
        if (line.price_change && !is_decided(line.price_change->approval, staff)) return NeedsManager{i};
        if (!line.discount || is_decided(line.discount.approval, staff)) continue;
        if (money[i].own > share_of(money[i].gross, free_discount)) return NeedsManager{i};
        small += money[i].own;
    }
    if (!cart.discount || is_decided(cart.discount.approval, staff) || small <= share_of(subtotal, free_discount))
        return std::nullopt;
    return NeedsManager{};
}

} // namespace ocop
