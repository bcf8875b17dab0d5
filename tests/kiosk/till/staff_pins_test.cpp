#include "kiosk/till/staff_side.h"

#include "tests/support/till_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::TillCounter;

namespace {

void enter(TillCounter& counter, const std::string& pad, const std::string& digits) {
    for (const char digit : digits)
        counter.ui.tap(pad + "/" + digit);
    counter.ui.settle();
}

} // namespace

TEST_CASE("another person takes over with name and PIN, and the order stays on the screen", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    const auto cart = counter.staff.session().cart;
    counter.ui.tap("order.cash");
    counter.ui.settle();
    counter.ui.tap("bar.staff");
    counter.ui.settle();
    counter.ui.tap("switch.person.mai");
    enter(counter, "switch", "654321");
    REQUIRE(counter.count<SignIn>() == 2);
    CHECK(std::get<SignIn>(counter.commands.back()).staff == StaffId("mai"));
    counter.staff.answer(WrongPin{StaffId("mai"), 4, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Còn 4 lần"));
    enter(counter, "switch", "654321");
    counter.staff.answer(SignedIn{counter.snapshot->staff[1]}, counter.ui.options.now);
    counter.ui.settle();
    counter.ui.settle();
    CHECK(counter.staff.session().staff->id == StaffId("mai"));
    CHECK(counter.staff.session().page == StaffPage::payment);
    CHECK(counter.staff.session().cart == cart);
    CHECK_FALSE(counter.ui.has("switch/close"));
    CHECK(counter.ui.shows("Lê Thị Mai"));
}

TEST_CASE("closing the sheet leaves the same person at the till", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.ui.tap("bar.staff");
    counter.ui.settle();
    counter.ui.tap("switch/close");
    counter.ui.settle();
    CHECK(counter.staff.session().staff->id == counter.lan.id);
    CHECK(counter.staff.session().page == StaffPage::selling);
}

TEST_CASE("the own PIN is changed with the old one and twice the new one", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.ui.tap("bar.staff");
    counter.ui.settle();
    counter.ui.tap("switch.change_pin");
    counter.ui.settle();
    enter(counter, "newpin", "123456");
    enter(counter, "newpin", "482716");
    enter(counter, "newpin", "482717");
    CHECK(counter.count<ChangePin>() == 0);
    CHECK(counter.ui.shows("Hai lần nhập khác nhau"));
    enter(counter, "newpin", "482716");
    enter(counter, "newpin", "482716");
    REQUIRE(counter.count<ChangePin>() == 1);
    const auto asked = std::get<ChangePin>(counter.commands.back());
    CHECK(asked.staff == counter.lan.id);
    CHECK(asked.old == "123456");
    CHECK(asked.fresh == "482716");
    counter.staff.answer(PinChanged{counter.lan.id}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::shift);
    CHECK(counter.ui.shows("Đã lưu mã PIN mới của Nguyễn Thị Lan"));
    CHECK(counter.staff.session().pin_desk.proof.empty());
}

TEST_CASE("a wrong old PIN and a weak new one are said, and asked again", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.ui.tap("bar.staff");
    counter.ui.settle();
    counter.ui.tap("switch.change_pin");
    counter.ui.settle();
    for (const char* digits : {"111222", "123456", "123456"})
        enter(counter, "newpin", digits);
    counter.staff.answer(Refused{Asked::new_pin, {ErrorKind::refused, "error.pin_weak", {}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("quá dễ đoán"));
    CHECK(counter.staff.session().pin_desk.step == PinStep::fresh);
    enter(counter, "newpin", "482716");
    enter(counter, "newpin", "482716");
    counter.staff.answer(PinNotChanged{2, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Còn 2 lần"));
    CHECK(counter.staff.session().pin_desk.step == PinStep::proof);
}

TEST_CASE("a forgotten PIN is reset by a manager or with the code of set-up", "[till][staff]") {
    TillCounter counter;
    counter.staff.begin(counter.ui.options.now);
    counter.ui.settle();
    counter.ui.tap("pin.forgot");
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::pin); // whose?
    counter.ui.tap("pin.person.lan");
    counter.ui.tap("pin.forgot");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.has("newpin.by.lan"));
    SECTION("by a manager") {
        counter.ui.tap("newpin.by.mai");
        counter.ui.settle();
        for (const char* digits : {"654321", "482716", "482716"})
            enter(counter, "newpin", digits);
        REQUIRE(counter.count<ResetPin>() == 1);
        const auto asked = std::get<ResetPin>(counter.commands.back());
        CHECK(asked.staff == counter.lan.id);
        CHECK(asked.manager == StaffId("mai"));
        CHECK(asked.proof == "654321");
        counter.staff.answer(PinChanged{counter.lan.id}, counter.ui.options.now);
        counter.ui.settle();
        CHECK(counter.staff.session().page == StaffPage::pin);
        CHECK(counter.staff.session().chosen == counter.lan.id);
    }
    SECTION("with the code") {
        counter.ui.tap("newpin.by_code");
        counter.ui.settle();
        counter.ui.type("7k3m q9tx");
        counter.ui.settle();
        counter.ui.tap("key/enter");
        counter.ui.settle();
        for (const char* digits : {"482716", "482716"})
            enter(counter, "newpin", digits);
        REQUIRE(counter.count<ResetPin>() == 1);
        const auto asked = std::get<ResetPin>(counter.commands.back());
        CHECK(asked.manager.empty());
        CHECK(asked.proof == "7k3m q9tx");
    }
}

TEST_CASE("a till that is left alone locks itself and keeps the order", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    const auto cart = counter.staff.session().cart;
    counter.ui.frame(299'000);
    CHECK(counter.staff.session().page == StaffPage::selling);
    counter.scan(counter.goods().product->barcodes.front()); // somebody is there
    counter.ui.frame(299'000);
    CHECK(counter.staff.session().page == StaffPage::selling);
    counter.ui.frame(2'000);
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::pin);
    CHECK_FALSE(counter.staff.session().staff);
    CHECK(counter.staff.session().cart.lines.size() == cart.lines.size());
}

TEST_CASE("a customer who is paying is not sent away by the lock", "[till][staff]") {
    TillCounter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    counter.ui.tap("order.transfer");
    counter.ui.settle();
    counter.ui.frame(900'000);
    CHECK(counter.staff.session().page == StaffPage::payment);
}
