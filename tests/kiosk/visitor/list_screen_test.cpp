#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::SmallShowroom;

namespace {

struct ListScreen : SmallShowroom {
    explicit ListScreen(float width = 1920, float height = 1080) : SmallShowroom(width, height) {
        walk({"attract.start", "bar.products"});
    }
    // The rail is longer than the screen: back to its top, then down until the choice is there.
    void choose(const std::string& target) {
        for (int i = 0; i < 9 && !ui.has("list.products"); ++i)
            pull({260, 300}, {260, 900});
        pull_up_to(target, {260, 800}, 300);
    }
};

} // namespace

TEST_CASE("filters combine, each with its own chip to undo it", "[visitor][list]") {
    ListScreen list;
    CHECK(list.ui.shows("9 sản phẩm"));
    list.choose("filter.stars/5");
    CHECK(list.ui.shows("3 sản phẩm"));
    list.choose("filter.gift");
    CHECK(list.ui.shows("2 sản phẩm"));
    CHECK(list.session().filters.count() == 2);
    list.tap("undo/stars/5");
    CHECK(list.session().filters.stars.empty());
    CHECK(list.session().filters.gift);
    list.tap("undo/gift");
    CHECK(list.session().filters == Filters{});
    CHECK(list.ui.shows("9 sản phẩm"));
}

TEST_CASE("every kind of filter is in the rail and has its chip", "[visitor][list]") {
    struct Each {
        std::string choice, undo;
    };
    for (const Each& each : std::vector<Each>{{"filter.stock", "undo/stock"},
                                              {"filter.season", "undo/season"},
                                              {"filter.maker/1", "undo/maker/1"},
                                              {"filter.group/drink", "undo/group"},
                                              {"filter.price/2", "undo/price/2"},
                                              {"filter.export", "undo/export"}}) {
        INFO(each.choice);
        ListScreen list;
        list.choose(each.choice);
        CHECK(list.session().filters.count() == 1);
        list.tap(each.undo);
        CHECK(list.session().filters.count() == 0);
    }
}

TEST_CASE("a heading whose choices would all show nothing is left out", "[visitor][list]") {
    ListScreen list;
    CHECK(list.ui.shows("Người làm ra"));
    list.choose("filter.gift");
    list.choose("filter.season");
    for (int i = 0; i < 9 && !list.ui.has("list.products"); ++i)
        list.pull({260, 300}, {260, 900});
    CHECK(list.ui.shows("0 sản phẩm"));
    CHECK_FALSE(list.ui.shows("Người làm ra"));
}

TEST_CASE("a place is chosen by province, then by its old district or commune of today", "[visitor][list]") {
    ListScreen list;
    list.choose("filter.area");
    list.tap("area.choose/Quảng Ninh");
    CHECK(list.session().filters.area == "Quảng Ninh");
    CHECK(list.ui.shows("Xã Lục Hồn (tên nay)"));
    list.tap("locality.choose/Huyện Bình Liêu");
    CHECK(list.session().filters.locality == "Huyện Bình Liêu");
    list.tap("areas.show");
    CHECK(list.ui.shows("2 sản phẩm"));
    list.tap("undo/locality");
    CHECK(list.session().filters.area == "Quảng Ninh");
    CHECK(list.ui.shows("4 sản phẩm"));
    list.tap("undo/area");
    CHECK(list.session().filters == Filters{});
}

TEST_CASE("where nothing passes, the choice made last is offered to be dropped", "[visitor][list]") {
    ListScreen list;
    list.choose("filter.gift");
    list.choose("filter.season");
    REQUIRE(list.ui.has("list.drop"));
    CHECK(list.ui.shows("Bỏ “Đang vào mùa”"));
    list.tap("list.drop");
    CHECK(list.session().filters.gift);
    CHECK_FALSE(list.session().filters.in_season);
    // The other way round it is the other one, whatever their order on the screen.
    list.tap("undo/gift");
    list.choose("filter.season");
    list.choose("filter.gift");
    list.tap("list.drop");
    CHECK(list.session().filters.in_season);
    CHECK_FALSE(list.session().filters.gift);
}

TEST_CASE("the list shows makers as well, and leads to their page and back", "[visitor][list][producer]") {
    ListScreen list;
    list.tap("list.makers");
    CHECK(list.ui.shows("5 nhà sản xuất"));
    list.choose("filter.export");
    CHECK(list.ui.shows("1 nhà sản xuất"));
    list.tap("maker/khai-hoan");
    CHECK(list.session().page == Page::producer);
    list.tap("producer.back");
    CHECK(list.session().page == Page::list);
    CHECK(list.session().list_makers);
    list.tap("bar.products");
    CHECK_FALSE(list.session().list_makers);
}

TEST_CASE("list, filter sheet and place sheet are whole in every size and language", "[visitor][list]") {
    for (const auto& size : test::screen_sizes)
        for (const auto* language : {"vi", "en"}) {
            INFO(size.width << " x " << size.height << " " << language);
            ListScreen list(size.width, size.height);
            if (list.session().language != language) list.walk({"bar.language", std::string("language/") + language});
            CHECK(list.problems() == "");
            if (list.ui.has("list.filters")) {
                list.tap("list.filters");
                CHECK(list.problems() == "");
                list.tap("filters.show");
            }
        }
}
