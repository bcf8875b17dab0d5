#include "kiosk/visitor/visitor.h"

#include "tests/support/generated_catalogue.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::HeadlessUi;

namespace {

struct PickUpPictures final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

constexpr const char* qr = "OCOP-B1-4827-2EP-OC001-2-OC031A-1-AAAAA";

// The visitors' half with 30 products, of which the first is down to three.
struct PickUpShowroom {
    std::shared_ptr<const Catalogue> catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(60));
    std::unique_ptr<VisitorView> view;
    PickUpPictures pictures;
    Visitor visitor;
    std::vector<Visitor::CodeRequest> asked;
    std::optional<SessionEnd> ended;
    std::vector<Sku> shown; // in the order of the list
    HeadlessUi ui;

    explicit PickUpShowroom(float width = 1920, float height = 1080)
        : ui([this](Ui& drawn) { draw(drawn); }, width, height) {
        StockLevels stock;
        for (const auto& product : catalogue->products())
            stock[product.sku] = Quantity::of(50);
        const Day today = *Day::parse("2026-11-23");
        view = std::make_unique<VisitorView>(catalogue, stock, today);
        for (const auto* each : view->list({}).products)
            if (each->product->price) shown.push_back(each->product->sku);
        stock[sku(0)] = Quantity::of(3);
        view = std::make_unique<VisitorView>(catalogue, stock, today);
        ui.settle();
        ui.tap("attract.start");
        ui.settle();
    }
    void draw(Ui& drawn) {
        if (!view) return;
        const auto outcome = visitor.draw(
            drawn, {*view, pictures, instant_of(view->today(), {9, 0, 0}), "Đặc sản Hạ Long", "Hội chợ OCOP", true});
        visitor.prepare(ui.options, {&test::language("vi"), &test::language("en")});
        if (outcome.wants_code) asked.push_back(*outcome.wants_code);
        if (outcome.ended) ended = outcome.ended;
    }
    const Sku& sku(std::size_t index) const { return shown.at(index); }
    // As a visitor does: open the story, put it into the basket.
    void pick(std::size_t index) {
        ui.tap("bar.products");
        ui.settle();
        ui.tap("product/" + sku(index).text());
        ui.settle();
        ui.tap("story.add");
        ui.settle();
    }
    void open_basket() {
        ui.tap("bar.basket");
        ui.settle();
    }
    Basket basket() const { return {"4827", view->today(), visitor.session().basket}; }
    void give_code() {
        visitor.give_code(asked.back().visit, basket(), qr, {ui.options.now.milliseconds + 20 * 60'000});
        ui.frame();
    }
};

} // namespace

TEST_CASE("a visitor gets a code for the basket, large and as a QR code, and how long it is held",
          "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(0);
    room.pick(1);
    room.open_basket();
    CHECK(room.ui.shows("Chỉ còn 3"));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    room.ui.tap("basket.code");
    room.ui.tap("basket.code"); // a double tap asks once
    REQUIRE(room.asked.size() == 1);
    CHECK(room.asked[0].lines == room.visitor.session().basket);
    CHECK(room.asked[0].lines.size() == 2);
    room.give_code();
    CHECK(room.ui.shows("Giữ hàng 19:59"));
    room.ui.frame(18'000);
    CHECK(room.ui.shows("Giữ hàng 19:41"));
    for (const char* digit : {"4", "8", "2", "7"})
        CHECK(room.ui.shows(digit));
    CHECK(room.visitor.session().pick_up.qr->size > 0);
    CHECK(room.ui.problems() == std::vector<std::string>{});
    room.ui.tap("basket.done");
    room.ui.settle();
    CHECK(room.visitor.session().page == Page::attract);
    CHECK(room.visitor.session().basket.empty());
    CHECK(room.ended == SessionEnd::asked);
}

TEST_CASE("a basket that changed asks for its code again", "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(1);
    room.open_basket();
    room.ui.tap("basket.code");
    room.give_code();
    room.ui.tap("basket.quantity/" + room.sku(1).text() + "/more");
    room.ui.settle();
    CHECK_FALSE(room.ui.has("basket.done"));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    room.ui.tap("basket.code");
    REQUIRE(room.asked.size() == 2);
    CHECK(room.asked[1].code == "4827");
    CHECK(room.asked[1].lines[0].quantity == Quantity::of(2));
}

TEST_CASE("a code that comes after its visitor has gone is shown to nobody", "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(1);
    room.open_basket();
    room.ui.tap("basket.code");
    REQUIRE(room.asked.size() == 1);
    const auto late = room.basket();
    room.ui.frame(200'000);
    room.ui.frame(1);
    REQUIRE(room.visitor.session().page == Page::attract);
    room.visitor.give_code(room.asked[0].visit, late, qr, {});
    room.visitor.refuse_code(room.asked[0].visit, {ErrorKind::storage, "error.storage", {}, {}});
    CHECK(room.visitor.session().pick_up.code.empty());
    CHECK_FALSE(room.visitor.session().pick_up.refused);
}

TEST_CASE("an idle reset drops the basket and its code from the screen", "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(1);
    room.open_basket();
    room.ui.tap("basket.code");
    room.give_code();
    room.ui.frame(idle_after + 1000);
    room.ui.frame(1);
    CHECK(room.ui.shows("mã 4827"));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    room.ui.frame(200'000);
    room.ui.frame(1);
    CHECK(room.visitor.session().page == Page::attract);
    CHECK(room.visitor.session().basket.empty());
    CHECK(room.visitor.session().pick_up.code.empty());
}

TEST_CASE("a code that could not be given says why, and can be asked for again", "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(1);
    room.open_basket();
    room.ui.tap("basket.code");
    room.visitor.refuse_code(room.asked[0].visit, {ErrorKind::refused, "error.basket_codes_used", {}, {}});
    room.ui.settle();
    CHECK(room.ui.shows("phát hết mã"));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    room.ui.tap("basket.code");
    CHECK(room.asked.size() == 2);
}

TEST_CASE("the last one of a line is taken out by the bin and can be put back", "[visitor][basket]") {
    PickUpShowroom room;
    room.pick(1);
    room.open_basket();
    CHECK(room.ui.target("basket.quantity/" + room.sku(1).text() + "/less").label == "Bỏ món này");
    room.ui.tap("basket.quantity/" + room.sku(1).text() + "/less");
    room.ui.settle(100);
    CHECK(room.visitor.session().basket.empty());
    room.ui.tap("notice.action");
    room.ui.settle();
    CHECK(room.visitor.session().basket.size() == 1);
}

TEST_CASE("a double tap adds one, a second tap after a moment another one", "[visitor][basket]") {
    PickUpShowroom room;
    room.ui.tap("bar.products");
    room.ui.settle();
    room.ui.tap("product/" + room.sku(0).text());
    room.ui.settle();
    room.ui.tap("story.add");
    room.ui.tap("story.add");
    room.ui.settle();
    CHECK(room.visitor.session().in_basket(room.sku(0)) == Quantity::of(1));
    room.ui.frame(motion::guard);
    room.ui.tap("story.add");
    CHECK(room.visitor.session().in_basket(room.sku(0)) == Quantity::of(2));
}

TEST_CASE("a basket holds forty products and says when it is full", "[visitor][basket]") {
    PickUpShowroom room;
    Session session;
    std::size_t added = 0;
    for (const auto& product : room.catalogue->products()) {
        if (!product.price) continue;
        session = apply(std::move(session), AddToBasket{product.sku, Quantity::of(1)}, *room.view, {});
        ++added;
    }
    REQUIRE(added > most_basket_lines);
    CHECK(session.basket.size() == most_basket_lines);
    REQUIRE(session.notice);
    CHECK(session.notice->kind == Notice::Kind::basket_full);
    CHECK(check_basket_lines(session.basket));
}

TEST_CASE("the basket with its code fits every screen in both languages and text sizes", "[visitor][basket]") {
    for (const auto& [width, height] :
         {std::pair{1920.0f, 1080.0f}, std::pair{1366.0f, 768.0f}, std::pair{1080.0f, 1920.0f}}) {
        for (const char* language : {"vi", "en"}) {
            PickUpShowroom room(width, height);
            room.ui.tap("bar.language");
            room.ui.settle();
            room.ui.tap("language/" + std::string(language));
            room.ui.settle();
            for (std::size_t i = 0; i < 3; ++i)
                room.pick(i);
            room.open_basket();
            INFO(width << "x" << height << " " << language);
            CHECK(room.ui.problems() == std::vector<std::string>{});
            room.ui.tap("basket.code");
            room.give_code();
            room.ui.settle(100);
            CHECK(room.ui.problems() == std::vector<std::string>{});
        }
    }
}
