#include "pos/selling/completion.h"

#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

struct Counter {
    Catalogue catalogue = tests::generate_catalogue(20);
    SaleContext context;
    Cart cart;

    Counter() {
        context.staff = StaffId("lan");
        context.staff_name = "Nguyễn Thị Lan";
        context.shift = ShiftId("s");
        context.receipt = "Q2A-000001";
        context.now = instant_of(*Day::parse("2026-11-23"), {8, 0, 0});
        context.business_date = *Day::parse("2026-11-23");
        cart.sale_id = "id";
        for (const auto& product : catalogue.products())
            if (product.price && product.sold_by == SoldBy::piece && cart.lines.size() < 2)
                REQUIRE(add_to_cart(cart, product, Quantity::of(2)));
        REQUIRE(cart.lines.size() == 2);
    }
    Dong total() const { return totals_of(cart).total; }
    Result<Sale> pay(const std::vector<Tender>& tenders) const { return complete(cart, tenders, catalogue, context); }
};

} // namespace

TEST_CASE("cash pays what is left and gives change, other payments pay what they say", "[selling]") {
    Counter counter;
    const auto total = counter.total();
    const auto sale =
        counter.pay({{PaymentMethod::cash, total, {}}, {PaymentMethod::transfer, Dong{5'000}, "OCABCDEF"}});
    REQUIRE(sale);
    CHECK(sale->total == total);
    CHECK(sale->change == Dong{5'000});
    REQUIRE(sale->payments.size() == 2);
    Dong paid;
    for (const auto& payment : sale->payments) {
        paid += payment.amount;
        CHECK(payment.tendered - payment.change == payment.amount);
        CHECK((payment.method == PaymentMethod::transfer) == (payment.state == PaymentState::unconfirmed));
    }
    CHECK(paid == total);
}

TEST_CASE("a payment that does not fit is refused, and says what is missing", "[selling]") {
    const Counter counter;
    const auto total = counter.total();
    const auto with = [&](PaymentMethod method, Dong amount) { return counter.pay({{method, amount, {}}}).error(); };
    const auto missing = with(PaymentMethod::cash, total - Dong{1});
    CHECK(missing.key == "error.tender_short");
    CHECK(missing.values.at(0).second == "1");
    CHECK(with(PaymentMethod::cash, Dong{-1}).key == "error.tender_negative");
    CHECK(with(PaymentMethod::transfer, total + Dong{1}).key == "error.tender_above");
    CHECK(counter.pay({}).error().key == "error.tender_short");
    CHECK(complete(Cart{}, {{}}, counter.catalogue, counter.context).error().key == "error.cart_empty");
}

TEST_CASE("totals are sums of stored lines, with discounts and shares taken from what was paid", "[selling]") {
    Counter counter;
    counter.cart.lines[0].discount = {Dong{1'500}, {}, "Mừng hội chợ", {}};
    const auto sale = counter.pay({{PaymentMethod::cash, Dong{}, {}}});
    REQUIRE(sale);
    Dong lines;
    for (const auto& line : sale->lines) {
        lines += line.total;
        CHECK(line.tax <= line.total);
        CHECK(line.commission <= line.total);
        CHECK_FALSE(line.producer_name.empty());
        CHECK_FALSE(line.place.empty());
    }
    CHECK(sale->total == lines);
    CHECK(sale->total == sale->subtotal - sale->discount);
    CHECK(sale->discount == Dong{1'500});
    counter.cart.lines[0].discount.amount = sale->subtotal; // more than its line is worth
    CHECK_FALSE(counter.pay({{PaymentMethod::cash, Dong{}, {}}}));
}

TEST_CASE("suggested notes are exact, then the next steps, without repeats", "[selling]") {
    CHECK(suggested_tenders(Dong{523'000}) ==
          std::vector<Dong>{Dong{523'000}, Dong{530'000}, Dong{550'000}, Dong{600'000}, Dong{1'000'000}});
    CHECK(suggested_tenders(Dong{500'000}) == std::vector<Dong>{Dong{500'000}});
    CHECK(change_notes(Dong{77'500}) ==
          std::vector<std::pair<Dong, int>>{{Dong{50'000}, 1}, {Dong{20'000}, 1}, {Dong{5'000}, 1}, {Dong{2'000}, 1}});
}
