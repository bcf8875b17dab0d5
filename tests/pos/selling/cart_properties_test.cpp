// What holds for every cart, whatever was done to it and in whichever order.
#include "pos/money/rounding.h"
#include "pos/selling/completion.h"

#include "tests/support/generated_catalogue.h"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;

namespace {

const Catalogue& goods() {
    static const Catalogue catalogue = tests::generate_catalogue(12);
    return catalogue;
}

const std::vector<StaffMember> people{{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true},
                                      {StaffId("mai"), "Lê Thị Mai", Role::manager, {}, true}};

Approval any_approval() {
    return *rc::gen::element(Approval{StaffId("lan"), {}}, Approval{StaffId("lan"), StaffId("mai")},
                             Approval{StaffId("mai"), {}});
}

Discount any_discount() {
    const bool share = *rc::gen::arbitrary<bool>();
    return {share ? Dong{} : Dong{*rc::gen::inRange<std::int64_t>(0, 3'000'000)},
            share ? Rate{*rc::gen::inRange<std::int32_t>(0, 10'001)} : Rate{}, "Khách quen", any_approval()};
}

// One thing that staff do; what is refused changes nothing.
void do_anything(Cart& cart) {
    const auto line = cart.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, cart.lines.size());
    switch (*rc::gen::inRange(0, 7)) {
    case 0: {
        const auto& product = goods().products()[*rc::gen::inRange<std::size_t>(0, goods().products().size())];
        static_cast<void>(add_to_cart(cart, product, Quantity::of(*rc::gen::inRange(1, 9))).has_value());
        return;
    }
    case 1:
        static_cast<void>(add_other(cart, {"Món khác", "", "Chưa có mã"},
                                    Dong{*rc::gen::inRange<std::int64_t>(0, 90'000)}, Quantity::of(1))
                              .has_value());
        return;
    case 2:
        if (cart.empty()) return;
        static_cast<void>(take_out(cart, line, "x", Instant{1}, StaffId("lan"), {}).has_value());
        return;
    case 3:
        if (cart.empty()) return;
        static_cast<void>(give_discount(cart, line, any_discount()).has_value());
        return;
    case 4:
        static_cast<void>(give_discount(cart, std::nullopt, any_discount()).has_value());
        return;
    case 5:
        if (cart.empty()) return;
        static_cast<void>(change_price(cart, line, Dong{*rc::gen::inRange<std::int64_t>(0, 900'000)},
                                       "Giá đã thỏa thuận", any_approval())
                              .has_value());
        return;
    default:
        if (cart.empty()) return;
        if (const auto* product = goods().find(cart.lines[line].sku))
            static_cast<void>(
                set_quantity(cart, line, Quantity{*rc::gen::inRange<std::int64_t>(-500, 9'000)}, *product).has_value());
        return;
    }
}

Cart any_cart() {
    Cart cart;
    cart.sale_id = "id";
    const int deeds = *rc::gen::inRange(0, 25);
    for (int i = 0; i < deeds; ++i)
        do_anything(cart);
    return cart;
}

SaleContext context() {
    SaleContext context;
    context.staff = StaffId("lan");
    context.staff_name = "Nguyễn Thị Lan";
    context.receipt = "Q2A-000001";
    context.business_date = *Day::parse("2026-11-23");
    context.now = instant_of(context.business_date, {8, 0, 0});
    context.people = people;
    return context;
}

} // namespace

TEST_CASE("totals are sums of lines and nothing is ever taken off twice or made up", "[selling]") {
    CHECK(rc::check("after any deeds", [] {
        const auto cart = any_cart();
        const auto totals = totals_of(cart);
        Dong sum;
        for (const auto& line : money_of(cart)) {
            RC_ASSERT(line.total.amount >= 0);
            RC_ASSERT(line.own.amount >= 0);
            RC_ASSERT(line.share.amount >= 0);
            RC_ASSERT(line.gross - line.own - line.share == line.total);
            sum += line.total;
        }
        RC_ASSERT(totals.total == sum);
        RC_ASSERT(totals.subtotal - totals.discount == totals.total);
    }));
}

TEST_CASE("the cart's discount is allocated to the đồng, in proportion, within one đồng", "[selling]") {
    CHECK(rc::check("after any deeds", [] {
        const auto cart = any_cart();
        const auto money = money_of(cart);
        Dong left;
        Dong shares;
        for (const auto& line : money) {
            left += line.gross - line.own;
            shares += line.share;
        }
        RC_ASSERT(shares == (money.empty() ? Dong{} : taken_off(cart.discount, left)));
        for (const auto& line : money) {
            if (left == Dong{}) continue;
            const auto weight = (line.gross - line.own).amount;
            const auto exact = part_of(shares, weight, left.amount);
            RC_ASSERT(std::abs(line.share.amount - exact.amount) <= 1);
        }
    }));
}

TEST_CASE("a sale freezes what the cart says, or is refused for want of a manager", "[selling]") {
    CHECK(rc::check("after any deeds", [] {
        const auto cart = any_cart();
        const auto sale = complete(cart, {{PaymentMethod::cash, Dong{}, {}}}, goods(), context());
        if (!sale) {
            RC_ASSERT(cart.empty() || needs_manager(cart, people).has_value());
            return;
        }
        RC_ASSERT(!needs_manager(cart, people));
        const auto totals = totals_of(cart);
        RC_ASSERT(sale->subtotal == totals.subtotal);
        RC_ASSERT(sale->discount == totals.discount);
        RC_ASSERT(sale->total == totals.total);
        Dong lines;
        Dong discounts;
        for (const auto& line : sale->lines) {
            lines += line.total;
            discounts += line.discount;
            RC_ASSERT(price_times(line.unit_price, line.quantity) - line.discount == line.total);
        }
        RC_ASSERT(lines == sale->total);
        RC_ASSERT(discounts == sale->discount);
        Dong answered; // every đồng taken off has somebody who answers for it
        for (const auto& each : sale->adjustments) {
            RC_ASSERT(!each.staff_name.empty());
            RC_ASSERT(!each.reason.empty());
            RC_ASSERT(each.allowed_by.empty() == each.allowed_by_name.empty());
            if (each.kind == Adjustment::Kind::line_discount || each.kind == Adjustment::Kind::cart_discount)
                answered += each.amount;
        }
        RC_ASSERT(answered == sale->discount);
        auto again = sale_from_json(sale_to_json(*sale));
        RC_ASSERT(again.has_value());
        again->id = sale->id;
        again->sold_at = sale->sold_at;
        again->business_date = sale->business_date;
        RC_ASSERT(*again == *sale);
    }));
}

TEST_CASE("a draft is the cart again", "[selling]") {
    CHECK(rc::check("after any deeds", [] {
        const auto cart = any_cart();
        const auto again = cart_from_json(nlohmann::json::parse(cart_to_json(cart).dump()));
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == cart);
    }));
}
