#include "kiosk/visitor/province_map.h"

#include "kiosk/ui/triangles.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop::kiosk;

namespace {

bool inside(const std::vector<GeoPoint>& outline, GeoPoint point) {
    bool in = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const bool crosses = (outline[i].north > point.north) != (outline[j].north > point.north);
        if (crosses && point.east < outline[i].east + (outline[j].east - outline[i].east) *
                                                          (point.north - outline[i].north) /
                                                          (outline[j].north - outline[i].north))
            in = !in;
    }
    return in;
}

} // namespace

TEST_CASE("all 34 provinces and cities of today lie inside the country", "[visitor][places]") {
    const auto names = province_names();
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == 34);
    for (const auto name : names) {
        INFO(name);
        REQUIRE(province_position(name));
        CHECK(inside(country_outline(), *province_position(name)));
        const Point at = on_map(*province_position(name));
        CHECK((at.x > 0 && at.x < 1 && at.y > 0 && at.y < 1));
    }
    CHECK(province_position("TP.HCM"));
    CHECK_FALSE(province_position("Hà Giang")); // a name of before the mergers
    CHECK_FALSE(province_position(""));
}

TEST_CASE("the map never turns north and south or east and west around", "[visitor][places]") {
    for (int tenth = 0; tenth < 180; ++tenth) {
        const auto degree = static_cast<float>(tenth) / 10;
        CHECK(on_map({102 + degree * 0.7f, 15}).x < on_map({102.07f + degree * 0.7f, 15}).x);
        CHECK(on_map({105, 7 + degree}).y > on_map({105, 7.1f + degree}).y);
    }
}

TEST_CASE("the outlines can be filled", "[visitor][places]") {
    for (const auto& outline : {country_outline(), sea_outline()}) {
        std::vector<Point> points;
        for (const GeoPoint& point : outline)
            points.push_back(on_map(point, {0, 0, 1180, 900}));
        CHECK(triangulate(points).size() == 3 * (points.size() - 2));
    }
}

TEST_CASE("the archipelagos are on the map, each with its province of today", "[visitor][places]") {
    const auto groups = archipelagos();
    REQUIRE(groups.size() == 2);
    CHECK((groups[0].name == "Hoàng Sa" && groups[0].province == "Đà Nẵng"));
    CHECK((groups[1].name == "Trường Sa" && groups[1].province == "Khánh Hòa"));
    for (const auto& group : groups)
        for (const GeoPoint& island : group.islands) {
            const Point at = on_map(island);
            CHECK((at.x > 0 && at.x < 1 && at.y > 0 && at.y < 1));
        }
}

TEST_CASE("pins of all provinces find room without touching each other", "[visitor][places]") {
    struct Size {
        Rect map;
        float width, height;
    };
    const std::vector<Rect> taken{{900, 500, 150, 25}};
    for (const Size& size :
         {Size{{16, 112, 1148, 830}, 170, 64}, Size{{16, 112, 1048, 800}, 170, 64}, Size{{13, 90, 818, 560}, 51, 51}}) {
        std::vector<Rect> wanted;
        for (const auto name : province_names()) {
            const Point at = on_map(*province_position(name), size.map);
            wanted.push_back({at.x, at.y, size.width, size.height});
        }
        const auto placed = spread(wanted, taken, size.map, 8);
        REQUIRE(placed);
        for (std::size_t i = 0; i < placed->size(); ++i) {
            CHECK(size.map.contains((*placed)[i]));
            CHECK_FALSE(overlap((*placed)[i], taken.front()));
            for (std::size_t j = i + 1; j < placed->size(); ++j)
                CHECK_FALSE(overlap((*placed)[i], (*placed)[j]));
        }
    }
}

TEST_CASE("pins in the same place part, and too many have no room", "[visitor][places]") {
    const std::vector<Rect> same(3, Rect{50, 50, 40, 20});
    const auto placed = spread(same, {}, {0, 0, 200, 200}, 4);
    REQUIRE(placed);
    CHECK_FALSE(overlap((*placed)[0], (*placed)[1]));
    CHECK_FALSE(overlap((*placed)[1], (*placed)[2]));
    CHECK_FALSE(overlap((*placed)[0], (*placed)[2]));
    CHECK_FALSE(spread(std::vector<Rect>(50, Rect{0, 0, 40, 40}), {}, {0, 0, 100, 100}, 4));
}
