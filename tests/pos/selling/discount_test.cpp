#include "pos/selling/cart.h"

#include "tests/support/generated_catalogue.h"

#include <nlohmann/json.hpp>

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const std::vector<StaffMember> discount_people{{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true},
                                               {StaffId("mai"), "Lê Thị Mai", Role::manager, {}, true},
                                               {StaffId("hoa"), "Phạm Thị Hoa", Role::manager, {}, false}};
const Approval own{StaffId("lan"), {}};
const Approval with_manager{StaffId("lan"), StaffId("mai")};

Cart two_lines() {
    Cart cart;
    cart.lines.push_back({Sku("a"), Quantity::of(2), Dong{50'000}});
    cart.lines.push_back({Sku("b"), Quantity::of(1), Dong{100'000}});
    return cart;
}

} // namespace

TEST_CASE("a cashier may take off a tenth; more, and another price, need a manager", "[selling]") {
    auto cart = two_lines();
    REQUIRE(give_discount(cart, 0, {Dong{10'000}, {}, "Khách quen", own}));
    CHECK_FALSE(needs_manager(cart, discount_people));
    REQUIRE(give_discount(cart, 0, {Dong{10'001}, {}, "Khách quen", own}));
    CHECK(needs_manager(cart, discount_people) == NeedsManager{0});
    REQUIRE(give_discount(cart, 0, {Dong{10'001}, {}, "Khách quen", with_manager}));
    CHECK_FALSE(needs_manager(cart, discount_people));
    REQUIRE(change_price(cart, 1, Dong{99'000}, "Giá đã thỏa thuận", own));
    CHECK(needs_manager(cart, discount_people) == NeedsManager{1});
    REQUIRE(change_price(cart, 1, Dong{99'000}, "Giá đã thỏa thuận", with_manager));
    CHECK_FALSE(needs_manager(cart, discount_people));
}

TEST_CASE("two small discounts do not make a large one, and a manager who left decides nothing", "[selling]") {
    auto cart = two_lines();
    REQUIRE(give_discount(cart, 0, {{}, Rate{1'000}, "Khách quen", own}));
    REQUIRE(give_discount(cart, std::nullopt, {{}, Rate{500}, "Khách quen", own}));
    CHECK_FALSE(needs_manager(cart, discount_people)); // 10 000 + 9 500 of 200 000
    REQUIRE(give_discount(cart, std::nullopt, {{}, Rate{1'000}, "Khách quen", own}));
    CHECK(needs_manager(cart, discount_people) == NeedsManager{});
    REQUIRE(give_discount(cart, std::nullopt, {{}, Rate{1'000}, "Khách quen", {StaffId("lan"), StaffId("hoa")}}));
    CHECK(needs_manager(cart, discount_people) == NeedsManager{});
}

TEST_CASE("a discount without a reason, or of more than there is, changes nothing", "[selling]") {
    auto cart = two_lines();
    const auto before = cart;
    CHECK(give_discount(cart, 0, {Dong{1'000}, {}, "", own}).error().key == "error.reason_missing");
    CHECK(give_discount(cart, 0, {Dong{100'001}, {}, "x", own}).error().key == "error.discount");
    CHECK(give_discount(cart, 0, {{}, Rate{10'001}, "x", own}).error().key == "error.discount");
    CHECK(give_discount(cart, std::nullopt, {Dong{-1}, {}, "x", own}).error().key == "error.discount");
    CHECK(change_price(cart, 0, Dong{1}, "", own).error().key == "error.reason_missing");
    CHECK(change_price(cart, 0, Dong{-1}, "x", own).error().key == "error.price");
    CHECK(cart == before);
}

TEST_CASE("a sum given for three is not more than one costs, and the listed price takes the change back", "[selling]") {
    const auto catalogue = tests::generate_catalogue(8);
    Cart cart;
    const Product* product = nullptr;
    for (const auto& each : catalogue.products())
        if (each.price && each.sold_by == SoldBy::piece) product = &each;
    REQUIRE(product != nullptr);
    REQUIRE(add_to_cart(cart, *product, Quantity::of(3)));
    const Dong price = *product->price;
    REQUIRE(give_discount(cart, 0, {price + price, {}, "Mua nhiều", own}));
    REQUIRE(set_quantity(cart, 0, Quantity::of(1), *product));
    CHECK(cart.lines[0].discount.amount == price);
    CHECK(totals_of(cart).total == Dong{});
    REQUIRE(give_discount(cart, 0, {}));
    REQUIRE(change_price(cart, 0, price + Dong{1'000}, "Giá niêm yết sai", own));
    REQUIRE(add_to_cart(cart, *product, Quantity::of(1)));
    CHECK(cart.lines.size() == 1); // the same goods again, at the price they have now
    REQUIRE(change_price(cart, 0, price, "", own));
    CHECK_FALSE(cart.lines[0].price_change);
}

TEST_CASE("a draft of the first version, whose discounts were numbers, opens", "[selling]") {
    const auto cart = cart_from_json(nlohmann::json::parse(
        R"({"sale_id":"s","from_basket":"","lines":[{"sku":"a","quantity":1000,"unit_price":50000,"discount":1500,"lot":""}]})"));
    REQUIRE(cart);
    CHECK(cart->lines[0].discount.amount == Dong{1'500});
    CHECK_FALSE(cart_from_json(nlohmann::json::parse(R"({"sale_id":"s","lines":[{"sku":"a"}]})")));
}
