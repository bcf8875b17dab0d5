#include "kiosk/ui/rect.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace ocop::kiosk;

TEST_CASE("cutting pieces off leaves the rest without the gap", "[kiosk][ui]") {
    Rect rest{10, 20, 300, 200};
    CHECK(cut_top(rest, 50, 10) == Rect{10, 20, 300, 50});
    CHECK(rest == Rect{10, 80, 300, 140});
    CHECK(cut_left(rest, 100, 20) == Rect{10, 80, 100, 140});
    CHECK(rest == Rect{130, 80, 180, 140});
    CHECK(cut_bottom(rest, 40) == Rect{130, 180, 180, 40});
    CHECK(cut_right(rest, 30, 5) == Rect{280, 80, 30, 100});
    CHECK(rest == Rect{130, 80, 145, 100});
}

TEST_CASE("a piece larger than what is left takes all of it", "[kiosk][ui]") {
    Rect rest{0, 0, 100, 40};
    CHECK(cut_top(rest, 60, 10) == Rect{0, 0, 100, 40});
    CHECK(rest.h == 0);
    CHECK(cut_right(rest, 500).w == 100);
    CHECK(rest.empty());
}

TEST_CASE("columns and rows fill their rectangle exactly on whole pixels", "[kiosk][ui]") {
    for (const int count : {1, 2, 3, 4, 5, 7}) {
        const Rect whole{64, 10, 1793, 100};
        const auto parts = columns(whole, count, 16);
        REQUIRE(parts.size() == static_cast<std::size_t>(count));
        CHECK(parts.front().x == whole.x);
        CHECK(parts.back().right() == whole.right());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CHECK(parts[i].w == std::round(parts[i].w));
            if (i > 0) CHECK(parts[i].x - parts[i - 1].right() == 16);
        }
    }
    const auto lines = rows({0, 0, 50, 100}, 3, 5);
    CHECK(lines[0].y == 0);
    CHECK(lines[2].bottom() == 100);
    CHECK(lines[1].w == 50);
}

TEST_CASE("a grid lists its cells in reading order", "[kiosk][ui]") {
    const auto cells = grid({0, 0, 320, 210}, 3, 2, 10, 10);
    REQUIRE(cells.size() == 6);
    CHECK(cells[0] == Rect{0, 0, 100, 100});
    CHECK(cells[2] == Rect{220, 0, 100, 100});
    CHECK(cells[3] == Rect{0, 110, 100, 100});
}

TEST_CASE("a rectangle owns its left and top edge only", "[kiosk][ui]") {
    const Rect rect{10, 10, 20, 20};
    CHECK(rect.contains(Point{10, 10}));
    CHECK_FALSE(rect.contains(Point{30, 15}));
    CHECK_FALSE(overlap(rect, {30, 10, 5, 5}));
    CHECK(overlap(rect, {29, 29, 5, 5}));
    CHECK(intersection(rect, {100, 100, 5, 5}).empty());
}

TEST_CASE("centred and fitted rectangles stay inside", "[kiosk][ui]") {
    CHECK(centre({0, 0, 101, 101}, 50, 50) == Rect{26, 26, 50, 50});
    const Rect fitted = fit_ratio({0, 0, 300, 100}, 1.5f);
    CHECK(fitted.h == Approx(100));
    CHECK(fitted.w == Approx(150));
    CHECK(fitted.x == Approx(75));
}

TEST_CASE("the bands of a rounded rectangle cover its height and stay out of its corners", "[kiosk][ui]") {
    const Rect rect{100, 50, 200, 120};
    const float radius = 20;
    float height = 0;
    for (const Rect& band : rounded_bands(rect, radius, true, true)) {
        height += band.h;
        CHECK(rect.contains(band));
        for (const Point corner : {Point{band.x, band.y}, Point{band.x, band.bottom()}}) {
            const float dx = std::max(0.0f, rect.x + radius - corner.x);
            const float dy = std::max({0.0f, rect.y + radius - corner.y, corner.y - (rect.bottom() - radius)});
            CHECK(std::hypot(dx, dy) <= radius + 0.01f);
        }
    }
    CHECK(height == rect.h);
}
