#include "kiosk/till/customer_screen.h"

#include "pos/text/format.h"
#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"
#include "tests/support/slips.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

struct Display {
    StaffSession session;
    NoPictures pictures;
    HeadlessUi ui{[this](Ui& drawn) {
                      draw_customer(drawn, {*showroom().till, *showroom().view, session, pictures});
                  },
                  1280, 800};

    Display() { session.page = StaffPage::selling; }
    void add(const Sku& sku, std::int64_t count) {
        const Product& product = *showroom().catalogue->find(sku);
        session.cart.lines.push_back({sku, Quantity::of(count), *product.price, {}, {}});
    }
};

} // namespace

TEST_CASE("the customer sees their cart grow, and what they pay", "[kiosk][customer]") {
    Display display;
    CHECK(customer_scene(display.session, {1000}) == CustomerScene::stories);
    display.add(showroom().full, 2);
    display.ui.settle();
    CHECK(display.ui.shows(showroom().catalogue->find(showroom().full)->name.in("vi").substr(0, 12)));
    CHECK(display.ui.shows(format_money(totals_of(display.session.cart).total, language("vi"))));
    display.session.page = StaffPage::payment;
    display.session.method = PaymentMethod::transfer;
    display.session.transfer_reference = "OC7KQ2MX";
    display.ui.settle();
    CHECK(display.ui.shows("OC7KQ2MX"));
    CHECK(display.ui.shows(showroom().snapshot->booth.bank_holder));
}

TEST_CASE("change is shown until the next customer, at most a minute", "[kiosk][customer]") {
    Display display;
    display.session.page = StaffPage::done;
    display.session.sold = slip_sale();
    display.session.sold_since = Monotonic{1000};
    CHECK(customer_scene(display.session, {1000}) == CustomerScene::thanks);
    CHECK(customer_scene(display.session, {1000 + customer_idle}) == CustomerScene::stories);
    display.ui.settle();
    CHECK(display.ui.shows(format_money(Dong{30'000}, language("vi"))));
    display.session.page = StaffPage::selling;
    display.add(showroom().full, 1);
    CHECK(customer_scene(display.session, {2000}) == CustomerScene::cart);
}

TEST_CASE("the customer sees nothing of staff, stock or earlier customers, and touches nothing", "[kiosk][customer]") {
    Display display;
    display.session.staff = showroom().snapshot->staff[0];
    display.session.search = "khach quen";
    display.session.baskets.found.reset();
    display.session.sold = slip_sale();
    display.add(showroom().full, 1);
    for (const auto page : {StaffPage::pin, StaffPage::selling, StaffPage::payment, StaffPage::close_shift}) {
        display.session.page = page;
        display.ui.settle();
        CHECK_FALSE(display.ui.shows(showroom().snapshot->staff[0].name));
        CHECK_FALSE(display.ui.shows("khach quen"));
        CHECK_FALSE(display.ui.shows("Q2A-000137"));
        CHECK(display.ui.names().empty());
    }
}
