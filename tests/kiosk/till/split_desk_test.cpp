#include "kiosk/till/split_desk.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

TEST_CASE("an empty part takes what is due, and the first digit replaces what stands there", "[till][split]") {
    SplitDesk desk;
    const Dong total{523'000};
    choose_part(desk, PaymentMethod::transfer, total);
    CHECK(part_of(desk, PaymentMethod::transfer) == total);
    press_part(desk, {"3"});
    press_part(desk, {"000"});
    press_part(desk, {"00"});
    CHECK(part_of(desk, PaymentMethod::transfer) == Dong{300'000});
    choose_part(desk, PaymentMethod::cash, total);
    CHECK(part_of(desk, PaymentMethod::cash) == Dong{223'000});
    choose_part(desk, PaymentMethod::transfer, total); // has an amount, which stays
    press_part(desk, {"", true});
    CHECK(part_of(desk, PaymentMethod::transfer) == Dong{30'000});
    choose_part(desk, PaymentMethod::transfer, total);
    press_part(desk, {"25"});
    press_part(desk, {"000"});
    CHECK(part_of(desk, PaymentMethod::transfer) == Dong{25'000}); // typed anew
    choose_part(desk, PaymentMethod::card, total);
    CHECK(part_of(desk, PaymentMethod::card) == Dong{275'000});
    CHECK(still_due(desk, total) == Dong{});
}

TEST_CASE("a split settles when all is there and only cash is more than due", "[till][split]") {
    SplitDesk desk;
    const Dong total{100'000};
    CHECK_FALSE(settles(desk, total));
    desk.digits[PaymentMethod::card] = "60000";
    CHECK_FALSE(settles(desk, total));
    desk.digits[PaymentMethod::cash] = "50000";
    CHECK(settles(desk, total));
    CHECK(still_due(desk, total) == Dong{-10'000});
    desk.digits[PaymentMethod::transfer] = "40001";
    CHECK_FALSE(settles(desk, total)); // transfer and card pay more than the sale costs
    desk.digits[PaymentMethod::transfer] = "40000";
    CHECK(cash_is_idle(desk, total)); // it would be given back as change of money nobody gave
    CHECK_FALSE(settles(desk, total));
    desk.digits[PaymentMethod::cash].clear();
    CHECK(settles(desk, total));
}

TEST_CASE("the tenders of a split name every way that pays something, the transfer with its code", "[till][split]") {
    SplitDesk desk;
    desk.digits[PaymentMethod::cash] = "20000";
    desk.digits[PaymentMethod::transfer] = "30000";
    desk.digits[PaymentMethod::card] = "";
    const auto tenders = tenders_of(desk, "OCAB34CD");
    REQUIRE(tenders.size() == 2);
    CHECK(tenders[0].method == PaymentMethod::cash);
    CHECK(tenders[0].amount == Dong{20'000});
    CHECK(tenders[0].reference.empty());
    CHECK(tenders[1].method == PaymentMethod::transfer);
    CHECK(tenders[1].reference == "OCAB34CD");
}
