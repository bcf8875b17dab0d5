#include "tests/support/staff_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::test;

namespace {

// The first line costs 2 × its price; the dialog of its discount is open.
struct Discounting : Counter {
    Discounting() {
        open_shift();
        scan(goods().product->barcodes.front());
        scan(goods().product->barcodes.front());
        tap_all({"line.0.discount"});
    }
    Dong gross() const { return totals_of(cart()).subtotal; }
};

} // namespace

TEST_CASE("a discount is typed, reasoned and taken off the line", "[till]") {
    Discounting counter;
    counter.tap_all({"price/2", "price/000"});
    CHECK_FALSE(counter.ui.target("price.confirm").enabled); // not without a reason
    counter.tap_all({"price.reason.1", "price.confirm"});
    const auto& line = counter.cart().lines[0];
    CHECK(line.discount.amount == Dong{2'000});
    CHECK(line.discount.reason == "Mừng hội chợ");
    CHECK(line.discount.approval == Approval{StaffId("lan"), {}});
    CHECK(totals_of(counter.cart()).total == counter.gross() - Dong{2'000});
    CHECK(counter.ui.shows("giảm 2.000"));
    CHECK(std::get<SaveDraft>(counter.commands.back()).cart == counter.cart());
    counter.tap_all({"line.0.discount", "price/erase", "price/erase", "price/erase", "price/erase", "price.confirm"});
    CHECK_FALSE(counter.cart().lines[0].discount);
}

TEST_CASE("a reason goes into the journal in Vietnamese, whatever the screen speaks", "[till]") {
    Discounting counter;
    counter.staff.write_journal_in(language("vi"));
    counter.ui.options.language = &language("en");
    counter.tap_all({"price/2", "price/000"});
    CHECK(counter.ui.shows("Fair offer"));
    counter.tap_all({"price.reason.1", "price.confirm"});
    CHECK(counter.cart().lines[0].discount.reason == "Mừng hội chợ");
}

TEST_CASE("more than a tenth asks for a manager, and both are named", "[till]") {
    Discounting counter;
    counter.tap_all({"price.percent", "price/2", "price/0", "price.reason.0"});
    CHECK(counter.ui.shows("Cần PIN của quản lý gian"));
    counter.tap_all({"price.confirm"});
    CHECK_FALSE(counter.cart().lines[0].discount);
    CHECK_FALSE(counter.ui.has("approval.person.lan")); // a cashier allows nothing
    counter.approve();
    CHECK(counter.cart().lines[0].discount.rate == Rate{2'000});
    CHECK(counter.cart().lines[0].discount.approval == Approval{StaffId("lan"), StaffId("mai")});
    CHECK(counter.staff.session().staff->id == counter.lan.id); // nobody else is at the till now
    CHECK(counter.staff.session().page == StaffPage::selling);
}

TEST_CASE("a wrong PIN of the manager changes nothing, and going back leaves the order as it was", "[till]") {
    Discounting counter;
    counter.tap_all({"price.price", "price/9", "price/000", "price.reason.1", "price.confirm"});
    counter.ui.tap("approval.person.mai");
    for (int i = 0; i < 6; ++i)
        counter.ui.tap("approval/7");
    counter.staff.answer(WrongPin{counter.mai.id, 4, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Còn 4 lần"));
    CHECK(counter.staff.session().approval.pin.empty());
    counter.tap_all({"approval.close", "price.close"});
    CHECK_FALSE(counter.cart().lines[0].price_change);
    counter.staff.answer(SignedIn{counter.mai}, counter.ui.options.now); // too late: nobody asks any more
    counter.ui.settle();
    CHECK_FALSE(counter.cart().lines[0].price_change);
    CHECK(counter.staff.session().staff->id == counter.lan.id);
}

TEST_CASE("another price of the manager stands beside the listed one", "[till]") {
    Discounting counter;
    const auto listed = counter.cart().lines[0].unit_price;
    counter.tap_all({"price.price", "price/9", "price/000", "price.reason.1", "price.confirm"});
    counter.approve();
    REQUIRE(counter.cart().lines[0].price_change);
    CHECK(counter.cart().lines[0].price_change->listed == listed);
    CHECK(totals_of(counter.cart()).total == Dong{18'000});
    CHECK(counter.ui.shows("giá niêm yết"));
}

TEST_CASE("what became too large when lines went is said before money changes hands", "[till]") {
    Discounting counter;
    counter.tap_all({"price.close"});
    counter.scan(counter.goods(1).product->barcodes.front());
    const auto tenth = totals_of(counter.cart()).subtotal.amount / 10 / 1'000;
    counter.tap_all({"order.discount"});
    for (const char digit : std::to_string(tenth))
        counter.tap_all({std::string("price/") + digit});
    counter.tap_all({"price/000", "price.reason.2", "price.confirm"});
    REQUIRE(counter.cart().discount);
    counter.tap_all({"line.1", "line.1.remove", "order.cash"});
    CHECK(counter.staff.session().page == StaffPage::selling);
    CHECK(counter.ui.shows("PIN của quản lý"));
}
