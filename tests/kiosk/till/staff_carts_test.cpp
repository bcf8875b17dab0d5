#include "tests/support/staff_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::test;

namespace {

struct Orders : Counter {
    Orders() { open_shift(); }
    const CartsDesk& desk() const { return staff.session().carts; }
    void scan_goods(std::size_t index) { scan(goods(index).product->barcodes.front()); }
    template <class Command>
    const Command& last() const {
        for (auto at = commands.rbegin(); at != commands.rend(); ++at)
            if (const auto* found = std::get_if<Command>(&*at)) return *found;
        throw std::logic_error("no such command");
    }
};

} // namespace

TEST_CASE("an order waits under its number while another customer is served, and comes back whole", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    const auto first = counter.cart();
    counter.tap_all({"order.park"});
    CHECK(counter.cart().empty());
    CHECK(counter.cart().sale_id != first.sale_id);
    REQUIRE(counter.desk().parked.size() == 1);
    CHECK(counter.last<SaveCarts>().parked == counter.desk().parked);
    CHECK(counter.last<SaveCarts>().counter == counter.cart());
    CHECK(counter.desk().number == 2);
    counter.scan_goods(1);
    const auto second = counter.cart();
    counter.tap_all({"cart.tab.1"});
    CHECK(counter.cart() == first);
    CHECK(counter.desk().number == 1);
    REQUIRE(counter.desk().parked.size() == 1);
    CHECK(counter.desk().parked[0].cart == second);
    CHECK(counter.desk().parked[0].number == 2);
    CHECK(counter.last<SaveCarts>().counter == first);
}

TEST_CASE("an empty order is not kept when another comes back", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    counter.tap_all({"order.park", "cart.tab.1"});
    CHECK(counter.desk().parked.empty());
    CHECK(counter.cart().lines.size() == 1);
    CHECK_FALSE(counter.ui.has("cart.tab.1")); // nothing waits: no tabs
}

TEST_CASE("an order that waits has its time and a note, and is in the list of all", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    counter.tap_all({"order.park", "cart.all"});
    CHECK(counter.ui.shows("Chưa có ghi chú"));
    counter.tap_all({"parked.1.note"});
    counter.ui.type("chij aso xanh");
    counter.tap_all({"cart/do"});
    REQUIRE(counter.desk().parked.size() == 1);
    CHECK(counter.desk().parked[0].note == "chị áo xanh");
    CHECK(counter.staff.session().search.empty()); // what was typed went nowhere else
    CHECK(counter.last<SaveCarts>().parked[0].note == "chị áo xanh");
    CHECK(counter.ui.shows("chị áo xanh"));
    counter.tap_all({"parked.1"});
    CHECK(counter.cart().lines.size() == 1);
    CHECK(counter.desk().sheet == CartsDesk::Sheet::none);
}

TEST_CASE("what waited before the power went waits again", "[till]") {
    Orders counter;
    Cart waiting{"sale-7"};
    waiting.lines.push_back({counter.goods().product->sku, Quantity::of(1), Dong{1'000}});
    counter.staff.answer(Opened{Cart{"sale-8"}, {{1, Instant{}, "chị áo xanh", waiting}}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.desk().number == 2);
    counter.tap_all({"cart.tab.1"});
    CHECK(counter.cart() == waiting);
}

TEST_CASE("an order is given up with a reason, and goes when the journal has it", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    counter.tap_all({"order.clear"});
    CHECK_FALSE(counter.ui.target("clear/do").enabled);
    counter.tap_all({"cart.reason.3", "clear/do"});
    REQUIRE(counter.count<DropCart>() == 1);
    CHECK(counter.last<DropCart>().reason == "Khách bỏ đi");
    CHECK(counter.last<DropCart>().staff == counter.lan.id);
    CHECK_FALSE(counter.cart().empty());
    counter.staff.answer(CartDropped{counter.cart().sale_id, Cart{"sale-2"}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.cart() == Cart{"sale-2"});
    CHECK(counter.last<SaveCarts>().counter == Cart{"sale-2"});
}

TEST_CASE("a refused dropping keeps the order", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    const auto before = counter.cart();
    counter.tap_all({"order.clear", "cart.reason.0", "clear/do"});
    counter.staff.answer(Refused{Asked::drop_cart, {ErrorKind::storage, "error.not_saved", {}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.cart() == before);
    CHECK_FALSE(counter.staff.session().waiting);
    CHECK(counter.ui.shows("Chưa lưu được"));
}

TEST_CASE("every line taken out is remembered, and a costly one asks why", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    const auto name = counter.goods(0).product->name.in("vi");
    while (totals_of(counter.cart()).subtotal < removal_asks_from)
        counter.scan_goods(0);
    const auto worth = totals_of(counter.cart()).subtotal;
    counter.tap_all({"line.0.remove"});
    REQUIRE(counter.cart().lines.size() == 1);
    counter.tap_all({"cart.reason.1", "clear/do"});
    CHECK(counter.cart().empty());
    REQUIRE(counter.cart().removed.size() == 1);
    CHECK(counter.cart().removed[0].name == name);
    CHECK(counter.cart().removed[0].total == worth);
    CHECK(counter.cart().removed[0].reason == "Quét nhầm");
    CHECK(counter.cart().removed[0].by == counter.lan.id);
    CHECK(counter.last<SaveDraft>().cart == counter.cart());
}

TEST_CASE("a number and x before a scan is so many of it, once", "[till]") {
    Orders counter;
    counter.ui.type("3x");
    counter.ui.settle();
    CHECK(counter.ui.shows("3 × món tiếp theo"));
    counter.scan_goods(0);
    REQUIRE(counter.cart().lines.size() == 1);
    CHECK(counter.cart().lines[0].quantity == Quantity::of(3));
    counter.scan_goods(0);
    CHECK(counter.cart().lines[0].quantity == Quantity::of(4));
    counter.tap_all({"selling.quantity", "cart/1", "cart/2", "cart/do"});
    counter.tap_all({"tile." + counter.view->list({}, "").front()->product->sku.text()});
    Quantity all;
    for (const auto& line : counter.cart().lines)
        all = all + line.quantity;
    CHECK(all == Quantity::of(16));
    CHECK(counter.staff.session().search.empty());
}

TEST_CASE("an unknown code stays on the screen until it is sold as other goods, with a reason", "[till]") {
    Orders counter;
    counter.scan("8999999999994");
    counter.ui.frame(20'000);
    CHECK(counter.ui.shows("8999999999994"));
    counter.tap_all({"unknown.sell", "cart/4", "cart/5", "cart/000"});
    CHECK_FALSE(counter.ui.target("cart/do").enabled);
    counter.tap_all({"cart.reason.0", "cart/do"});
    REQUIRE(counter.cart().lines.size() == 1);
    const auto& line = counter.cart().lines[0];
    REQUIRE(line.other);
    CHECK(line.other->code == "8999999999994");
    CHECK(line.other->reason == "Chưa có trong danh mục");
    CHECK(line.unit_price == Dong{45'000});
    CHECK(counter.desk().unknown.empty());
    counter.tap_all({"line.0.count/more"});
    CHECK(counter.cart().lines[0].quantity == Quantity::of(2));
    counter.scan("8999999999994");
    counter.tap_all({"unknown.close"});
    CHECK(counter.desk().unknown.empty());
}

TEST_CASE("a note for the customer goes with the order", "[till]") {
    Orders counter;
    counter.scan_goods(0);
    counter.tap_all({"order.note"});
    counter.ui.type("gois quaf");
    counter.ui.press_key(Key::enter);
    counter.ui.settle();
    CHECK(counter.cart().note == "gói quà");
    CHECK(counter.last<SaveDraft>().cart.note == "gói quà");
}
