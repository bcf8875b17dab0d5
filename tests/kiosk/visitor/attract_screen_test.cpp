#include "kiosk/visitor/attract.h"

#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::SmallShowroom;

namespace {

const ProductView& shown(const SmallShowroom& room) {
    const auto& slides = room.view.slides();
    return *slides[static_cast<std::size_t>(slide_clock(room.ui.options.now, static_cast<int>(slides.size())).index)];
}

} // namespace

TEST_CASE("slides are products with a valid certificate that are not sold out, in season first", "[visitor][attract]") {
    const SmallShowroom room;
    REQUIRE_FALSE(room.view.slides().empty());
    CHECK(room.view.slides().front()->product->sku == Sku{"ONG"});
    for (const ProductView* slide : room.view.slides()) {
        INFO(slide->product->sku.text());
        CHECK(slide->stars);
        CHECK_FALSE(slide->sold_out());
    }
}

TEST_CASE("without any valid certificate the others are shown rather than nothing", "[visitor][attract]") {
    const VisitorView later(std::make_shared<const Catalogue>(test::showroom_catalogue()), {},
                            *Day::parse("2035-01-01"));
    CHECK_FALSE(later.slides().empty());
}

TEST_CASE("each slide stays for eight seconds, and side and crop change with each round", "[visitor][attract]") {
    const SlideClock first = slide_clock(Monotonic{0}, 5);
    CHECK(slide_clock(Monotonic{7'999}, 5).index == first.index);
    CHECK(slide_clock(Monotonic{8'000}, 5).index == (first.index + 1) % 5);
    CHECK(slide_clock(Monotonic{5 * 8'000}, 5).index == first.index);
    CHECK(slide_clock(Monotonic{5 * 8'000}, 5).round == first.round + 1);

    SmallShowroom room;
    const Rect before = room.ui.target("attract.start").rect;
    room.ui.frame(static_cast<int>(room.view.slides().size()) * 8'000);
    room.ui.frame();
    CHECK(room.ui.target("attract.start").rect.x != before.x);
}

TEST_CASE("touching what is shown opens its story", "[visitor][attract]") {
    SmallShowroom room;
    const Sku sku = shown(room).product->sku;
    room.tap("attract.product");
    CHECK(room.session().page == Page::story);
    CHECK(room.session().open_product == sku);
}

TEST_CASE("touching anywhere else starts, and presses nothing that appears under the finger", "[visitor][attract]") {
    SmallShowroom room;
    const Rect start = room.ui.target("attract.start").rect;
    room.ui.press({start.x - 8, start.y - 8});
    room.ui.release();
    room.settle();
    CHECK(room.session().page == Page::home);
    CHECK(room.session().filters == Filters{});
    CHECK(room.session().basket.empty());
}

TEST_CASE("a language chosen on the first screen is spoken from then on", "[visitor][attract]") {
    SmallShowroom room;
    CHECK(room.ui.shows("English"));
    room.tap("attract.language/en");
    CHECK(room.session().page == Page::home);
    CHECK(room.session().language == "en");
    CHECK(room.ui.shows("Products"));
}

TEST_CASE("the waiting screen is whole in every size", "[visitor][attract]") {
    for (const auto& size : test::screen_sizes) {
        SmallShowroom room(size.width, size.height);
        for (std::size_t slide = 0; slide <= room.view.slides().size(); ++slide) {
            INFO(size.width << " x " << size.height << ", slide " << slide);
            CHECK(room.problems() == "");
            room.ui.frame(8'000);
            room.ui.frame();
        }
    }
}
