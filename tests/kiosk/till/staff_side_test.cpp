#include "kiosk/till/staff_side.h"

#include "tests/support/staff_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

TEST_CASE("six digits are one sign-in, and a wrong PIN says how many tries are left", "[till]") {
    Counter counter;
    counter.enter_pin();
    REQUIRE(counter.count<SignIn>() == 1);
    CHECK(std::get<SignIn>(counter.commands.back()).pin == "123456");
    counter.staff.answer(WrongPin{counter.lan.id, 3, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Còn 3 lần"));
    CHECK(counter.staff.session().pin.empty());
    counter.ui.tap("pin.visitors");
    CHECK(counter.to_visitors);
}

TEST_CASE("a scan adds to the order and an unknown one changes nothing", "[till]") {
    Counter counter;
    counter.open_shift();
    const auto& goods = counter.goods();
    counter.scan(goods.product->barcodes.front());
    counter.scan(goods.product->barcodes.front());
    REQUIRE(counter.staff.session().cart.lines.size() == 1);
    CHECK(counter.staff.session().cart.lines[0].quantity == Quantity::of(2));
    CHECK(counter.count<SaveDraft>() == 2);
    counter.scan("8999999999994");
    CHECK(counter.staff.session().cart.lines.size() == 1);
    CHECK(counter.count<SaveDraft>() == 2);
    CHECK(counter.ui.shows("8999999999994"));
}

TEST_CASE("what is typed narrows the tiles, without accents", "[till]") {
    Counter counter;
    counter.open_shift();
    const auto& wanted = *counter.goods(3).product;
    counter.ui.type(wanted.sku.text());
    counter.ui.settle();
    counter.ui.tap("tile." + wanted.sku.text());
    REQUIRE(counter.staff.session().cart.lines.size() == 1);
    CHECK(counter.staff.session().cart.lines[0].sku == wanted.sku);
    counter.ui.type("qqqqqqqq");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.has("tile." + wanted.sku.text()));
    counter.ui.tap("selling.search");
    counter.ui.settle();
    CHECK(counter.staff.session().search.empty());
}

TEST_CASE("what is typed for the tiles is Vietnamese by Telex", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.ui.type("maatj");
    CHECK(counter.staff.session().search == "mật");
    counter.ui.press_key(Key::backspace);
    counter.ui.type(" ocop");
    CHECK(counter.staff.session().search == "mât ocop");
    counter.ui.tap("selling.search");
    counter.ui.type("ong");
    CHECK(counter.staff.session().search == "ong");
}

TEST_CASE("a PIN that is answered after its person went away opens nothing", "[till]") {
    Counter counter;
    counter.enter_pin();
    counter.ui.tap("pin.visitors");
    counter.staff.answer(SignedIn{counter.lan}, counter.ui.options.now);
    counter.staff.begin(counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::pin);
    CHECK_FALSE(counter.staff.session().staff);
    counter.enter_pin();
    counter.ui.tap("pin.person.mai");
    counter.staff.answer(SignedIn{counter.lan}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::pin);
}

TEST_CASE("a scan while paying is one more item and begins the payment again", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.scan(counter.goods(0).product->barcodes.front());
    counter.ui.tap("order.cash");
    counter.ui.settle();
    counter.ui.tap("tender.0");
    counter.scan(counter.goods(1).product->barcodes.front());
    CHECK(counter.staff.session().page == StaffPage::selling);
    CHECK(counter.staff.session().cart.lines.size() == 2);
    counter.ui.frame(1000); // the button that moves money ignores a second press at once
    counter.ui.tap("order.cash");
    counter.ui.settle();
    CHECK(counter.staff.session().tendered.empty());
    counter.ui.tap("tender.0");
    counter.ui.settle();
    counter.ui.tap("pay.finish");
    const auto paid = counter.staff.session().cart;
    counter.scan(counter.goods(2).product->barcodes.front());
    CHECK(counter.staff.session().cart == paid);
    CHECK(counter.staff.session().waiting);
    CHECK(counter.count<CompleteSale>() == 1);
}

TEST_CASE("a scan while cash is counted changes no amount and says so", "[till]") {
    Counter counter;
    counter.sign_in();
    counter.ui.tap("count/7");
    counter.scan("2900000010000");
    CHECK(counter.staff.session().shift_desk.tally.counts[0] == 7);
    CHECK(counter.staff.session().cart.empty());
    CHECK(counter.ui.shows("2900000010000"));
}

TEST_CASE("digits typed in one frame all count", "[till]") {
    Counter counter;
    counter.ui.tap("pin.person.lan");
    counter.ui.type("123456");
    counter.ui.settle();
    REQUIRE(counter.count<SignIn>() == 1);
    CHECK(std::get<SignIn>(counter.commands.back()).pin == "123456");
}

TEST_CASE("a removed line comes back with undo", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.scan(counter.goods(0).product->barcodes.front());
    counter.scan(counter.goods(1).product->barcodes.front());
    const auto before = counter.staff.session().cart;
    counter.ui.tap("line.1.remove");
    CHECK(counter.staff.session().cart.lines.size() == 1);
    counter.ui.settle();
    counter.ui.tap("toast.undo");
    CHECK(counter.staff.session().cart == before);
}

TEST_CASE("a double tap on finish completes one sale, and change is shown only after it is saved", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    const auto cart = counter.staff.session().cart;
    counter.ui.tap("order.cash");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.target("pay.finish").enabled);
    counter.ui.tap("tender.0");
    counter.ui.settle();
    counter.ui.tap("pay.finish");
    counter.ui.press({counter.ui.target("pay.finish").hit.centre_x(), counter.ui.target("pay.finish").hit.centre_y()});
    counter.ui.release();
    REQUIRE(counter.count<CompleteSale>() == 1);
    CHECK(counter.staff.change_shown().empty());
    Cart next;
    next.sale_id = "sale-2";
    counter.staff.answer(SaleSaved{sale_of(cart), next}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.staff.change_shown() == "sale-1");
    CHECK(counter.ui.shows("77.000"));
    counter.ui.tap("done.next");
    CHECK(counter.staff.session().page == StaffPage::selling);
    CHECK(counter.staff.session().cart == next);
}

TEST_CASE("a double tap on the next order adds no product of the screen that comes", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    counter.tap_all({"order.cash", "tender.0", "pay.finish"});
    Cart next;
    next.sale_id = "sale-2";
    counter.staff.answer(SaleSaved{sale_of(counter.cart()), next}, counter.ui.options.now);
    counter.ui.settle();
    const auto tile = "tile." + counter.goods().product->sku.text();
    counter.ui.tap("done.next");
    counter.ui.tap(tile);
    CHECK(counter.cart().empty());
    counter.ui.frame(700);
    counter.ui.tap(tile);
    CHECK_FALSE(counter.cart().empty());
}

TEST_CASE("a refused sale keeps the order, an unknown outcome stops selling", "[till]") {
    Counter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    const auto cart = counter.staff.session().cart;
    counter.ui.tap("order.transfer");
    counter.ui.settle();
    counter.ui.tap("pay.received");
    REQUIRE(counter.count<CompleteSale>() == 1);
    counter.staff.answer(Refused{Asked::complete_sale, {ErrorKind::storage, "error.not_saved", {}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Chưa lưu được"));
    CHECK(counter.staff.session().cart == cart);
    CHECK(counter.staff.session().page == StaffPage::payment);
    counter.staff.answer(Refused{Asked::complete_sale, {ErrorKind::unknown_outcome, "error.maybe_saved", {}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Chưa chắc đã lưu"));
    CHECK(counter.ui.names().empty());
}

TEST_CASE("every staff screen is well laid out in both languages and on each screen", "[till][layout]") {
    const auto size = GENERATE(std::pair{1920.0f, 1080.0f}, std::pair{1366.0f, 768.0f}, std::pair{1080.0f, 1920.0f});
    const std::string language = GENERATE("vi", "en");
    Counter counter(size.first, size.second);
    counter.ui.options.language = &ocop::test::language(language);
    const auto well = [&](const std::string& page) {
        counter.ui.settle();
        INFO(page << " " << language << " " << size.first << "x" << size.second);
        std::string problems;
        for (const auto& problem : counter.ui.problems())
            problems += "\n  " + problem;
        INFO(problems);
        CHECK(problems.empty());
    };
    well("pin");
    counter.sign_in();
    well("open shift");
    counter.open_shift();
    well("selling, empty");
    for (std::size_t i = 0; i < 4; ++i)
        counter.scan(counter.goods(i).product->barcodes.front());
    well("selling");
    counter.ui.tap("order.clear");
    well("discard");
    counter.ui.tap("clear/safe");
    counter.ui.settle();
    counter.ui.tap("order.cash");
    counter.ui.settle();
    counter.ui.tap("tender.1");
    well("cash");
    counter.ui.tap("pay.transfer");
    well("transfer");
    const auto cart = counter.staff.session().cart;
    counter.staff.answer(SaleSaved{sale_of(cart), Cart{"sale-2"}}, counter.ui.options.now);
    well("done");
    counter.ui.tap("done.next");
    counter.ui.settle();
    counter.ui.tap("rail.shift");
    well("shift");
}
