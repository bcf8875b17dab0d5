#include "kiosk/visitor/gift_plan.h"

#include "kiosk/visitor/take_away.h"
#include "kiosk/visitor/visitor.h"
#include "kiosk/visitor/visitor_intent.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::HeadlessUi;

namespace {

struct GiftPictures final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

const Day gift_day = *Day::parse("2026-11-23");

// 360 generated products, two of three of them gifts.
std::shared_ptr<const Catalogue> gift_catalogue() {
    const auto plain = tests::generate_catalogue(360);
    auto products = plain.products();
    for (std::size_t i = 0; i < products.size(); ++i) {
        products[i].gift = i % 3 != 0;
        products[i].alcohol = i % 5 == 0;
    }
    return std::make_shared<const Catalogue>(plain.release(), std::move(products), plain.producers(), plain.places(),
                                             plain.certificates());
}

VisitorView view_of(const std::shared_ptr<const Catalogue>& catalogue) {
    StockLevels stock;
    std::size_t i = 0;
    for (const auto& product : catalogue->products())
        if (++i % 4 != 0) stock[product.sku] = Quantity::of(i % 4 == 1 ? 0 : 2);
    return VisitorView(catalogue, stock, gift_day);
}

void check_plan(const GiftPlan& plan, const VisitorView& view) {
    CHECK(gift_total(plan, view) <= plan.budget);
    CHECK(plan.lines.size() <= most_gift_products);
    std::set<const Producer*> makers;
    for (const auto& line : plan.lines) {
        const auto* product = view.find(line.sku);
        REQUIRE(product != nullptr);
        CHECK(product->product->gift);
        CHECK(product->stars);
        CHECK(line.quantity <= product->stock);
        CHECK(makers.insert(product->producer).second);
    }
}

} // namespace

TEST_CASE("a suggested gift is of certified gifts on the shelf, of different makers, within the budget",
          "[visitor][gift]") {
    const auto catalogue = gift_catalogue();
    const auto view = view_of(catalogue);
    std::size_t made = 0;
    for (const Occasion occasion : gift_occasions)
        for (const Dong budget : gift_budgets) {
            const auto plan = plan_gift(view, occasion, budget);
            check_plan(plan, view);
            made += plan.lines.empty() ? 0 : 1;
        }
    CHECK(made >= gift_budgets.size());
    for (const auto& line : plan_gift(view, Occasion::visiting, Dong{2'000'000}).lines)
        CHECK_FALSE(view.find(line.sku)->product->alcohol);
}

TEST_CASE("a swap keeps to the budget and to one product of a maker", "[visitor][gift]") {
    const auto catalogue = gift_catalogue();
    const auto view = view_of(catalogue);
    auto plan = plan_gift(view, Occasion::business, Dong{1'000'000});
    REQUIRE(plan.lines.size() > 1);
    for (int i = 0; i < 12; ++i) {
        plan = swap_gift(std::move(plan), view, plan.lines[static_cast<std::size_t>(i) % plan.lines.size()].sku);
        check_plan(plan, view);
    }
    const auto same = swap_gift(plan, view, Sku{"NOT-THERE"});
    CHECK(same.lines == plan.lines);
    Session session;
    session.gift = plan;
    session = apply(std::move(session), SwapGift{Sku{"NOT-THERE"}}, view, {});
    REQUIRE(session.notice);
    CHECK(session.notice->kind == Notice::Kind::no_other_gift);
}

TEST_CASE("a visitor plans a gift, edits it and puts it into the basket", "[visitor][gift]") {
    const auto catalogue = gift_catalogue();
    StockLevels stock;
    for (const auto& product : catalogue->products())
        stock[product.sku] = Quantity::of(5);
    const VisitorView view(catalogue, stock, gift_day);
    GiftPictures pictures;
    for (const auto& [width, height] :
         {std::pair{1920.0f, 1080.0f}, std::pair{1366.0f, 768.0f}, std::pair{1080.0f, 1920.0f}}) {
        for (const char* code : {"vi", "en"}) {
            INFO(width << "x" << height << " " << code);
            Visitor visitor;
            HeadlessUi ui(
                [&](Ui& drawn) {
                    visitor.draw(drawn, {view, pictures, instant_of(gift_day, {9, 0, 0}), "Đặc sản Hạ Long", "", true});
                    visitor.prepare(ui.options, {&test::language("vi"), &test::language("en")});
                },
                width, height);
            ui.settle();
            ui.tap("attract.start");
            ui.settle();
            ui.tap("bar.language");
            ui.settle();
            ui.tap("language/" + std::string(code));
            ui.settle();
            ui.settle();
            ui.tap("bar.basket");
            ui.settle();
            ui.tap("basket.gift");
            ui.settle();
            REQUIRE(visitor.session().page == Page::gift);
            CHECK(ui.problems() == std::vector<std::string>{});
            ui.tap("gift.budget/5000000");
            ui.tap("gift.occasion/business");
            ui.settle();
            auto plan = visitor.session().gift;
            REQUIRE(plan.lines.size() > 1);
            CHECK(ui.problems() == std::vector<std::string>{});
            const auto first = plan.lines.front().sku;
            ui.tap("gift.swap/" + first.text());
            ui.settle();
            CHECK(visitor.session().gift.lines.front().sku != first);
            ui.tap("gift.quantity/" + visitor.session().gift.lines.front().sku.text() + "/less");
            ui.settle();
            CHECK(visitor.session().gift.lines.size() == plan.lines.size() - 1);
            plan = visitor.session().gift;
            ui.tap("gift.take");
            ui.settle();
            CHECK(visitor.session().page == Page::basket);
            CHECK(visitor.session().basket == plan.lines);
            ui.tap("basket.back");
            ui.settle();
            CHECK(visitor.session().page == Page::gift);
        }
    }
}

TEST_CASE("without a fitting product the gift builder says what else to choose", "[visitor][gift]") {
    const auto catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(10)); // none is a gift
    const VisitorView view(catalogue, {}, gift_day);
    GiftPictures pictures;
    Visitor visitor;
    HeadlessUi ui([&](Ui& drawn) {
        visitor.draw(drawn, {view, pictures, instant_of(gift_day, {9, 0, 0}), "Đặc sản Hạ Long", "", true});
    });
    ui.settle();
    ui.tap("attract.start");
    ui.settle();
    ui.tap("gift");
    ui.settle();
    CHECK(ui.shows("Chưa có bộ quà"));
    CHECK_FALSE(ui.has("gift.take"));
    CHECK(ui.problems() == std::vector<std::string>{});
}

TEST_CASE("the story to take home is short text with maker, place and certificate", "[visitor]") {
    const auto catalogue = gift_catalogue();
    const auto view = view_of(catalogue);
    for (const auto& product : view.products()) {
        const auto text = take_away_text(test::language("vi"), product);
        CHECK(text.size() <= 260);
        CHECK(text.find(product.product->name.in("vi")) == 0);
        CHECK(text.find(product.producer->name.in("vi")) != std::string::npos);
        CHECK((text.find("OCOP") != std::string::npos) == product.stars.has_value());
        CHECK(qr_matrix(text));
    }
}
