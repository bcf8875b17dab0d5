#include "kiosk/till/staff_side.h"

#include "tests/support/generated_catalogue.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::HeadlessUi;

namespace {

struct NoPictures final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

// A till with an open shift; the test answers for the storage.
struct BasketCounter {
    Instant now = instant_of(*Day::parse("2026-11-23"), {10, 42, 0});
    SeededRandomness randomness{5};
    StaffSide staff{randomness};
    NoPictures pictures;
    std::shared_ptr<TillSnapshot> snapshot = std::make_shared<TillSnapshot>();
    std::unique_ptr<TillView> view;
    std::vector<StorageCommand> commands;
    StaffMember lan{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true};
    HeadlessUi ui;

    explicit BasketCounter(float width = 1920, float height = 1080)
        : ui([this](Ui& drawn) { draw(drawn); }, width, height) {
        ui.options.audience = Audience::till;
        snapshot->staff = {lan};
        snapshot->catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(30));
        snapshot->search = std::make_shared<const ProductSearch>(snapshot->catalogue);
        snapshot->next_receipt = "Q2A-000001";
        Shift shift;
        shift.number = 1;
        snapshot->shift = shift;
        view = std::make_unique<TillView>(snapshot);
        Cart cart;
        cart.sale_id = "sale-1";
        staff.answer(Opened{cart}, {});
        ui.settle();
    }
    void draw(Ui& drawn) {
        if (!view) return;
        auto outcome = staff.draw(drawn, {*view, pictures, HubState{}, now});
        for (auto& command : outcome.commands)
            commands.push_back(std::move(command));
    }
    void sign_in() {
        staff.begin(ui.options.now);
        ui.settle();
        ui.tap("pin.person.lan");
        for (const char* digit : {"1", "2", "3", "4", "5", "6"})
            ui.tap(std::string("pin/") + digit);
        staff.answer(SignedIn{lan}, ui.options.now);
        ui.settle();
        ui.settle();
        REQUIRE(staff.session().page == StaffPage::selling);
    }
    const Product& goods(std::size_t index) const {
        for (const auto& each : view->products())
            if (each.product->sold_by == SoldBy::piece && index-- == 0) return *each.product;
        throw std::logic_error("no such goods");
    }
    BasketFound basket(const std::string& asked) const {
        BasketFound found;
        found.asked = asked;
        found.mark = "mark of " + asked;
        found.made_at = now;
        found.read.basket = {"4827", day_of(now), {{goods(0).sku, Quantity::of(2)}, {goods(1).sku, Quantity::of(1)}}};
        return found;
    }
    template <class Command>
    std::vector<Command> all() const {
        std::vector<Command> found;
        for (const auto& command : commands)
            if (const auto* wanted = std::get_if<Command>(&command)) found.push_back(*wanted);
        return found;
    }
    void answer(const StorageAnswer& answer) {
        staff.answer(answer, ui.options.now);
        ui.settle();
    }
    void scan(const std::string& code) {
        staff.scan(code);
        ui.settle();
    }
    const Cart& cart() const { return staff.session().cart; }
};

constexpr const char* qr = "OCOP-B1-4827-2EP-OC001-2-AAAAA";

} // namespace

TEST_CASE("four digits in the search offer the visitor's basket, and it comes at today's prices", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.ui.type("4827");
    counter.ui.settle();
    REQUIRE(counter.all<FindBasket>().size() == 1);
    CHECK(counter.all<FindBasket>()[0].asked == "4827");
    CHECK_FALSE(counter.ui.has("basket.take"));
    counter.answer(counter.basket("4827"));
    CHECK(counter.cart().empty()); // found, and nothing more
    CHECK(counter.ui.problems() == std::vector<std::string>{});
    counter.ui.tap("basket.take");
    REQUIRE(counter.cart().lines.size() == 2);
    CHECK(counter.cart().lines[0].quantity == Quantity::of(2));
    CHECK(counter.cart().lines[0].unit_price == *counter.goods(0).price);
    CHECK(counter.cart().from_basket == "4827");
    CHECK(counter.staff.session().search.empty());
    REQUIRE(counter.all<BasketTaken>().size() == 1);
    CHECK(counter.all<BasketTaken>()[0].mark == "mark of 4827");
    REQUIRE(counter.all<SaveDraft>().size() == 1);
    CHECK(counter.all<SaveDraft>()[0].cart.from_basket == "4827");
    counter.ui.settle();
    CHECK(counter.ui.shows("Từ mã nhận hàng 4827"));
    CHECK(counter.ui.problems() == std::vector<std::string>{});
}

TEST_CASE("Enter takes the basket whose digits were typed, and says when there is none", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.ui.type("4827");
    counter.answer(counter.basket("4827"));
    counter.ui.press_key(Key::enter);
    counter.ui.settle();
    CHECK(counter.cart().lines.size() == 2);

    counter.ui.type("4511");
    counter.ui.settle();
    counter.answer(
        Refused{Asked::find_basket, {ErrorKind::not_found, "error.basket_unknown", {{"code", "4511"}}, {}}, "4511"});
    CHECK(counter.ui.shows("4511"));
    CHECK(counter.ui.problems() == std::vector<std::string>{});
    counter.ui.press_key(Key::enter);
    counter.ui.settle();
    CHECK(counter.cart().lines.size() == 2);
    counter.ui.press_key(Key::backspace);
    counter.ui.settle();
    CHECK_FALSE(counter.ui.has("basket.take"));
}

TEST_CASE("an answer for digits that are no longer in the search changes nothing", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.ui.type("4827");
    counter.ui.settle();
    counter.ui.type("1");
    counter.ui.settle();
    counter.answer(counter.basket("4827"));
    CHECK_FALSE(counter.ui.has("basket.take"));
    counter.ui.press_key(Key::enter);
    counter.ui.settle();
    CHECK(counter.cart().empty());
}

TEST_CASE("a scanned basket is loaded at once into an empty order and asked about otherwise", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.scan(qr);
    REQUIRE(counter.all<FindBasket>().size() == 1);
    CHECK(counter.all<FindBasket>()[0].asked == qr);
    counter.answer(counter.basket(qr));
    REQUIRE(counter.cart().lines.size() == 2);

    auto second = counter.basket(std::string(qr) + "B");
    second.read.basket.code = "4511";
    counter.scan(second.asked);
    counter.answer(second);
    REQUIRE(counter.ui.has("basket/do"));
    CHECK(counter.ui.problems() == std::vector<std::string>{});
    counter.ui.tap("basket/safe");
    counter.ui.settle();
    CHECK(counter.cart().from_basket == "4827");
    CHECK(counter.cart().lines[0].quantity == Quantity::of(2));
    counter.scan(second.asked);
    counter.answer(second);
    counter.ui.tap("basket/do");
    counter.ui.settle();
    CHECK(counter.cart().from_basket == "4827 + 4511");
    CHECK(counter.cart().lines[0].quantity == Quantity::of(4));
}

TEST_CASE("the same basket a second time is told, whether this order has it or an earlier one", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.scan(qr);
    counter.answer(counter.basket(qr));
    counter.scan(qr);
    counter.answer(counter.basket(qr)); // looked up before the first was stored as taken
    REQUIRE(counter.ui.has("basket/do"));
    CHECK(counter.ui.shows("10:42"));
    counter.ui.tap("basket/safe");
    counter.ui.settle();
    CHECK(counter.cart().lines[0].quantity == Quantity::of(2));

    BasketCounter later;
    later.sign_in();
    auto found = later.basket(qr);
    found.loaded_at = Instant{later.now.milliseconds - 86'400'000};
    later.scan(qr);
    later.answer(found);
    CHECK(later.cart().empty());
    CHECK(later.ui.shows("22/11/2026"));
    later.ui.tap("basket/do");
    later.ui.settle();
    CHECK(later.cart().lines.size() == 2);
}

TEST_CASE("what a till cannot sell of a basket is told by name and the rest is kept", "[till][basket]") {
    BasketCounter counter;
    counter.snapshot->stock[counter.goods(0).sku] = Quantity::of(1);
    counter.view = std::make_unique<TillView>(counter.snapshot);
    counter.sign_in();
    auto found = counter.basket(qr);
    found.read.basket.day = *Day::parse("2026-11-22");
    found.read.basket.lines.push_back({Sku{"GONE"}, Quantity::of(3)});
    found.read.unknown = {{"OC999", Quantity::of(1)}};
    counter.scan(qr);
    counter.answer(found);
    CHECK(counter.cart().lines.size() == 2);
    const auto& notes = counter.staff.session().baskets.notes;
    REQUIRE(notes.size() == 4);
    CHECK(counter.ui.shows("22/11/2026"));
    CHECK(counter.ui.shows("OC999"));
    CHECK(counter.ui.shows("GONE"));
    CHECK(counter.ui.shows(counter.goods(0).name.in("vi")));
    CHECK(counter.ui.problems() == std::vector<std::string>{});
    counter.ui.tap("basket.notes.close");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.shows("OC999"));
}

TEST_CASE("a basket of nothing but unknown products leaves the order as it is", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    auto found = counter.basket(qr);
    found.read.basket.lines.clear();
    found.read.unknown = {{"OC999", Quantity::of(1)}};
    counter.scan(qr);
    counter.answer(found);
    CHECK(counter.cart().empty());
    CHECK(counter.cart().from_basket.empty());
    CHECK(counter.all<BasketTaken>().empty());
}

TEST_CASE("a basket scanned on another screen waits for the selling screen", "[till][basket]") {
    BasketCounter counter;
    counter.staff.begin(counter.ui.options.now);
    counter.ui.settle();
    counter.scan(qr); // nobody is signed in
    counter.answer(counter.basket(qr));
    CHECK(counter.cart().empty());
    CHECK(counter.ui.shows("4827"));
    counter.sign_in();
    counter.ui.settle();
    CHECK(counter.cart().lines.size() == 2);

    counter.ui.tap("order.cash");
    REQUIRE(counter.staff.session().page == StaffPage::payment);
    auto second = counter.basket(std::string(qr) + "B");
    counter.scan(second.asked);
    counter.answer(second);
    CHECK(counter.staff.session().page == StaffPage::selling);
    CHECK(counter.ui.has("basket/do"));
}

TEST_CASE("a damaged code says so on the screen that is open", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.scan(qr);
    counter.answer(Refused{Asked::find_basket, {ErrorKind::refused, "error.basket_damaged", {}, {}}, qr});
    CHECK(counter.ui.shows("quét lại"));
    CHECK(counter.cart().empty());
}

TEST_CASE("a dropped order forgets its basket", "[till][basket]") {
    BasketCounter counter;
    counter.sign_in();
    counter.scan(qr);
    counter.answer(counter.basket(qr));
    counter.ui.tap("order.clear");
    counter.ui.settle();
    counter.ui.tap("cart.reason.0");
    counter.ui.settle();
    counter.ui.tap("clear/do");
    counter.ui.settle();
    REQUIRE(counter.all<DropCart>().size() == 1);
    counter.answer(CartDropped{counter.cart().sale_id, Cart{"sale-next"}});
    CHECK(counter.cart().from_basket.empty());
    CHECK(counter.all<SaveCarts>().back().counter.from_basket.empty());
}

TEST_CASE("goods that visitors come for are shown until their time is over, and sold all the same", "[till][basket]") {
    BasketCounter counter;
    const auto& product = counter.goods(0);
    counter.snapshot->stock[product.sku] = Quantity::of(3);
    counter.sign_in();
    counter.snapshot->kept_back = {{product.sku, Quantity::of(2), {counter.ui.options.now.milliseconds + 60'000}}};
    counter.view = std::make_unique<TillView>(counter.snapshot);
    counter.ui.frame();
    CHECK(counter.ui.shows("giữ 2"));
    counter.ui.tap("tile." + product.sku.text());
    CHECK(counter.cart().lines.size() == 1);
    counter.ui.frame(61'000);
    CHECK_FALSE(counter.ui.shows("giữ 2"));
}

TEST_CASE("a basket's words fit on small and tall screens", "[till][basket]") {
    for (const auto& [width, height] : {std::pair{1366.0f, 768.0f}, std::pair{1080.0f, 1920.0f}}) {
        BasketCounter counter(width, height);
        counter.snapshot->stock[counter.goods(0).sku] = Quantity::of(1);
        counter.view = std::make_unique<TillView>(counter.snapshot);
        counter.sign_in();
        counter.ui.type("4827");
        counter.answer(counter.basket("4827"));
        CHECK(counter.ui.problems() == std::vector<std::string>{});
        counter.ui.tap("basket.take");
        counter.ui.settle(5000);
        CHECK(counter.ui.problems() == std::vector<std::string>{});
        counter.scan(qr);
        auto again = counter.basket(qr);
        again.mark = "mark of 4827";
        counter.answer(again);
        CHECK(counter.ui.has("basket/do"));
        CHECK(counter.ui.problems() == std::vector<std::string>{});
    }
}
