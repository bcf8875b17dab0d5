#include "tests/support/staff_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::test;

namespace {

struct SplitCounter : Counter {
    SplitCounter() {
        open_shift();
        scan(goods(0).product->barcodes.front());
        scan(goods(1).product->barcodes.front());
        tap_all({"order.cash"});
    }
    Dong total() const { return totals_of(cart()).total; }
    void type(const std::string& digits) {
        for (const char digit : digits)
            ui.tap("pay/" + std::string(1, digit));
        ui.settle();
    }
    const CompleteSale& completed() const {
        for (const auto& command : commands)
            if (const auto* sale = std::get_if<CompleteSale>(&command)) return *sale;
        throw std::logic_error("nothing was completed");
    }
};

} // namespace

TEST_CASE("one sale is paid by transfer, card and cash", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.split"});
    CHECK(counter.staff.session().split.open);
    CHECK_FALSE(counter.ui.target("pay.finish").enabled);
    counter.type("10000");
    counter.tap_all({"split.card"});
    counter.type("5000");
    counter.tap_all({"split.transfer"}); // takes the rest
    const auto rest = counter.total() - Dong{15'000};
    CHECK(part_of(counter.staff.session().split, PaymentMethod::transfer) == rest);
    REQUIRE(counter.staff.session().transfer_code);
    CHECK(counter.staff.session().transfer_amount == rest);
    counter.tap_all({"pay.finish", "pay.finish"}); // tapped twice
    REQUIRE(counter.count<CompleteSale>() == 1);
    const auto& tenders = counter.completed().tenders;
    REQUIRE(tenders.size() == 3);
    CHECK(tenders[0].amount == Dong{10'000});
    CHECK(tenders[1].amount == rest);
    CHECK(tenders[1].reference == counter.staff.session().transfer_reference);
    CHECK(tenders[2].amount == Dong{5'000});
}

TEST_CASE("the code of a split's transfer always carries the amount that is typed", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.split", "split.transfer"});
    CHECK(counter.staff.session().transfer_amount == counter.total());
    const auto whole = counter.staff.session().transfer_code->dark;
    counter.type("20000");
    CHECK(counter.staff.session().transfer_amount == Dong{20'000});
    CHECK(counter.staff.session().transfer_code->dark != whole);
    for (int i = 0; i < 5; ++i)
        counter.ui.tap("pay/erase");
    counter.ui.settle();
    CHECK_FALSE(counter.staff.session().transfer_code);
    counter.tap_all({"pay.transfer"}); // all by transfer after all
    CHECK_FALSE(counter.staff.session().split.open);
    CHECK(counter.staff.session().transfer_amount == counter.total());
}

TEST_CASE("too much by card is not taken, too much in cash gives change", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.split", "split.card"});
    counter.type("99999999");
    CHECK(counter.ui.shows("vượt"));
    CHECK_FALSE(counter.ui.target("pay.finish").enabled);
    for (int i = 0; i < 8; ++i)
        counter.ui.tap("pay/erase");
    counter.tap_all({"split.cash"});
    counter.type(std::to_string((counter.total() + Dong{7'000}).amount));
    CHECK(counter.ui.shows("7.000"));
    CHECK(counter.ui.target("pay.finish").enabled);
}

TEST_CASE("a card payment names the terminal's slip", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.card"});
    counter.type("004217");
    counter.tap_all({"pay.finish"});
    REQUIRE(counter.count<CompleteSale>() == 1);
    const auto& tenders = counter.completed().tenders;
    REQUIRE(tenders.size() == 1);
    CHECK(tenders.front().method == PaymentMethod::card);
    CHECK(tenders.front().amount == counter.total());
    CHECK(tenders.front().reference == "004217");
}

TEST_CASE("a sum that is being paid does not change: what was taken out cannot come back meanwhile", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.back", "line.1.remove"});
    const auto left = counter.total();
    REQUIRE(counter.ui.has("toast.undo"));
    counter.tap_all({"order.transfer"});
    CHECK_FALSE(counter.ui.has("toast.undo"));
    CHECK(counter.total() == left);
    CHECK(counter.staff.session().transfer_amount == left);
}

TEST_CASE("cash that nobody needs is not given back as change", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.split"});
    counter.type("10000");
    counter.tap_all({"split.card"});
    counter.type(std::to_string(counter.total().amount)); // all by card after all
    CHECK_FALSE(counter.ui.target("pay.finish").enabled);
    CHECK(counter.ui.shows("tiền mặt thừa"));
    counter.tap_all({"split.cash"});
    for (int i = 0; i < 5; ++i)
        counter.ui.tap("pay/erase");
    counter.ui.settle();
    CHECK(counter.ui.target("pay.finish").enabled);
}

TEST_CASE("a PIN typed over the payment does not become an amount or a slip number", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.card", "bar.staff", "switch.person.mai"});
    counter.ui.type("123456");
    CHECK(counter.staff.session().card_slip.empty());
    CHECK(counter.count<SignIn>() == 2); // the one of the morning, and this
}

TEST_CASE("an order that comes back is paid with the code it was shown with", "[till][split]") {
    SplitCounter counter;
    counter.tap_all({"pay.transfer"});
    const auto shown = counter.staff.session().transfer_reference;
    REQUIRE_FALSE(shown.empty());
    counter.tap_all({"pay.back", "order.park"});
    counter.scan(counter.goods(2).product->barcodes.front());
    counter.tap_all({"order.transfer"});
    CHECK(counter.staff.session().transfer_reference != shown);
    counter.tap_all({"pay.back", "cart.tab.1", "order.transfer"});
    CHECK(counter.staff.session().transfer_reference == shown);
}
