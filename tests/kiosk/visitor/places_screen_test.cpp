#include "kiosk/visitor/province_map.h"

#include "tests/support/generated_catalogue.h"
#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <algorithm>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::SmallShowroom;

namespace {

struct PlacesScreen : SmallShowroom {
    explicit PlacesScreen(float width = 1920, float height = 1080, Catalogue catalogue = test::showroom_catalogue())
        : SmallShowroom(width, height, std::move(catalogue)) {
        walk({"attract.start", "bar.places"});
    }
};

// Something from every province of today.
Catalogue from_everywhere() {
    std::vector<Place> places;
    std::vector<Producer> producers;
    std::vector<Product> products;
    for (const auto province : province_names()) {
        const std::string id = fmt::format("p{}", places.size());
        places.push_back({PlaceId{id}, "xã Một, huyện Hai, " + std::string(province), "", std::string(province)});
        Producer producer;
        producer.id = ProducerId{id};
        producer.name.by_language["vi"] = "Hộ kinh doanh " + id;
        producer.place = PlaceId{id};
        producers.push_back(producer);
        Product product;
        product.sku = Sku{id};
        product.name.by_language["vi"] = "Sản vật " + id;
        product.producer = ProducerId{id};
        product.place = PlaceId{id};
        product.group = GroupCode{"food"};
        products.push_back(product);
    }
    return Catalogue(ReleaseId{"everywhere"}, products, producers, places, {});
}

} // namespace

TEST_CASE("a pin and its row of the list carry the same count and open the same place", "[visitor][places]") {
    PlacesScreen screen;
    for (const Area& area : screen.view.areas()) {
        INFO(area.name);
        CHECK(screen.ui.target("pin/" + area.name).label == area.name + " · " + std::to_string(area.count));
        CHECK(screen.ui.has("area/" + area.name));
    }
    screen.tap("pin/Quảng Ninh");
    CHECK(screen.session().open_area == "Quảng Ninh");
    CHECK(screen.ui.shows("4 sản phẩm"));
    CHECK(screen.ui.shows("2 nhà sản xuất"));
    screen.tap("places.all");
    screen.tap("area/An Giang");
    CHECK(screen.session().open_area == "An Giang");
    screen.tap("pin/Hà Nội"); // straight from one to the other
    CHECK(screen.session().open_area == "Hà Nội");
}

TEST_CASE("a place shows its products and leads to all of them", "[visitor][places]") {
    PlacesScreen screen;
    screen.tap("pin/Quảng Ninh");
    CHECK(screen.ui.has("product/ONG"));
    screen.tap("places.products");
    CHECK(screen.session().page == Page::list);
    CHECK(screen.session().filters.area == "Quảng Ninh");
    screen.tap("bar.places");
    CHECK_FALSE(screen.session().open_area);
    screen.tap("area/Quảng Ninh");
    screen.tap("product/ONG");
    CHECK(screen.session().page == Page::story);
    screen.tap("story.back");
    CHECK(screen.session().page == Page::places);
    CHECK(screen.session().open_area == "Quảng Ninh");
}

TEST_CASE("the map says what it is not, and home leads to it", "[visitor][places]") {
    PlacesScreen screen;
    CHECK(screen.ui.shows("Bản đồ minh họa, không theo tỉ lệ"));
    CHECK(screen.ui.shows("Hoàng Sa (Đà Nẵng)"));
    CHECK(screen.ui.shows("Trường Sa (Khánh Hòa)"));
    screen.tap("places.back");
    CHECK(screen.session().page == Page::home);
    CHECK(screen.ui.shows("Mở bản đồ"));
    screen.tap("places/all");
    CHECK(screen.session().page == Page::places);
}

TEST_CASE("a catalogue of one province has its pin, and its districts in the list", "[visitor][places]") {
    PlacesScreen screen(1920, 1080, [] {
        Catalogue all = from_everywhere();
        std::vector<Place> places{all.places().front()};
        places.front().printed = "huyện Bình Liêu, Quảng Ninh";
        places.front().province = "Quảng Ninh";
        return Catalogue(ReleaseId{"one"},
                         {*std::find_if(all.products().begin(), all.products().end(),
                                        [&](const Product& product) { return product.place == places.front().id; })},
                         {all.producers().front()}, places, {});
    }());
    CHECK(screen.ui.has("area/Huyện Bình Liêu"));
    screen.tap("pin/Quảng Ninh");
    CHECK(screen.session().page == Page::list);
}

TEST_CASE("a place nobody knows is in the list and not on the map", "[visitor][places]") {
    PlacesScreen screen(1920, 1080, tests::generate_catalogue(60));
    for (const std::string& name : screen.ui.names())
        if (name.rfind("pin/", 0) == 0) CHECK(province_position(name.substr(4)));
    CHECK_FALSE(screen.view.areas().empty());
}

TEST_CASE("with something from every province the map has room for all, in every size", "[visitor][places]") {
    for (const auto& size : test::screen_sizes) {
        INFO(size.width << " x " << size.height);
        PlacesScreen screen(size.width, size.height, from_everywhere());
        int pins = 0;
        for (const std::string& name : screen.ui.names())
            pins += name.rfind("pin/", 0) == 0 ? 1 : 0;
        CHECK(pins == 34);
        CHECK(screen.problems() == "");
    }
}

TEST_CASE("map, list and place are whole in every size, language, text size and contrast", "[visitor][places]") {
    for (const auto& size : test::screen_sizes)
        for (const auto* language : {"vi", "en"})
            for (const bool changed : {false, true}) {
                INFO(size.width << " x " << size.height << " " << language << (changed ? " largest, contrast" : ""));
                PlacesScreen screen(size.width, size.height);
                if (screen.session().language != language)
                    screen.walk({"bar.language", std::string("language/") + language});
                if (changed) {
                    screen.walk({"bar.access", "access.size/2", "access.contrast"});
                    screen.ui.press_key(Key::escape);
                    screen.settle();
                }
                REQUIRE(screen.session().page == Page::places);
                CHECK(screen.problems() == "");
                screen.tap("pin/Quảng Ninh");
                CHECK(screen.problems() == "");
            }
}
