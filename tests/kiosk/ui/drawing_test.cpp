#include "kiosk/ui/canvas.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/patterns.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/soft_shadow.h"
#include "kiosk/ui/triangles.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

float area_of(const std::vector<Point>& p, const std::vector<std::uint16_t>& triangles) {
    float sum = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        const Point a = p[triangles[i]], b = p[triangles[i + 1]], c = p[triangles[i + 2]];
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    return sum;
}

} // namespace

TEST_CASE("every icon is drawn and stays inside its 24 unit grid", "[kiosk][ui]") {
    for (int i = 1; i < icon_count; ++i) {
        INFO("icon " << i);
        const auto& strokes = icon_strokes(static_cast<Icon>(i));
        CHECK_FALSE(strokes.empty());
        for (const IconStroke& stroke : strokes) {
            CHECK(stroke.points.size() >= 2);
            for (const Point point : stroke.points) {
                CHECK(point.x >= 1);
                CHECK(point.x <= 23);
                CHECK(point.y >= 1);
                CHECK(point.y <= 23.5f);
            }
        }
    }
}

TEST_CASE("an icon path with an unknown command or a missing number is a broken invariant", "[kiosk][ui]") {
    CHECK_THROWS_AS(parse_icon("M1 2 K3"), std::logic_error);
    CHECK_THROWS_AS(parse_icon("O1 2"), std::logic_error);
    CHECK(parse_icon("M1 1 5 1 5 5 Z").front().closed);
}

TEST_CASE("a star is concave and its triangles cover it exactly", "[kiosk][ui]") {
    const auto star = star_points({50, 50}, 40);
    const auto triangles = triangulate(star);
    CHECK(triangles.size() == 3 * (star.size() - 2));
    float twice = 0;
    for (std::size_t i = 0; i < star.size(); ++i) {
        const Point a = star[i], b = star[(i + 1) % star.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    CHECK(area_of(star, triangles) == Approx(std::abs(twice) / 2).epsilon(0.001));
    CHECK(triangulate({{0, 0}, {1, 1}}).empty());
}

TEST_CASE("the focus point of a picture stays inside every crop", "[kiosk][ui]") {
    for (const float focus : {0.0f, 0.2f, 0.5f, 0.93f, 1.0f}) {
        const Picture picture{{7}, 1600, 1000, focus, focus};
        for (const Rect rect :
             {Rect{0, 0, 300, 300}, Rect{0, 0, 172, 232}, Rect{0, 0, 1900, 300}, Rect{0, 0, 100, 900}})
            for (const float zoom : {1.0f, 1.02f, 2.0f}) {
                const Rect crop = crop_of(picture, rect, zoom);
                CHECK(crop.x >= -0.0001f);
                CHECK(crop.y >= -0.0001f);
                CHECK(crop.right() <= 1.0001f);
                CHECK(crop.bottom() <= 1.0001f);
                CHECK(crop.x <= focus + 0.0001f);
                CHECK(crop.right() >= focus - 0.0001f);
                CHECK(crop.y <= focus + 0.0001f);
                CHECK(crop.bottom() >= focus - 0.0001f);
                CHECK((crop.w * 1600) / (crop.h * 1000) == Approx(rect.w / rect.h).epsilon(0.01));
            }
    }
}

TEST_CASE("a crop wider than 8 to 5 is centred vertically", "[kiosk][ui]") {
    const Picture picture{{7}, 1600, 1000, 0.5f, 0.55f};
    const Rect crop = crop_of(picture, {0, 0, 1600, 500});
    CHECK(crop.centre_y() == Approx(0.5));
}

TEST_CASE("a shadow fades to nothing at the edge of its picture", "[kiosk][ui]") {
    const ShadowPicture shadow = soft_shadow(32, 20, {{2, 4, 0.1f}, {8, 22, 0.1f}});
    CHECK(shadow.size == 129);
    CHECK(shadow.strength == Approx(0.19).margin(0.01));
    for (int i = 0; i < shadow.size; ++i)
        CHECK(shadow.coverage[static_cast<std::size_t>(i)] <= 2);
    CHECK(shadow.coverage[static_cast<std::size_t>(64 * 129 + 64)] >= 250);
}

TEST_CASE("a QR code has its three finders and refuses what does not fit", "[kiosk][ui]") {
    const auto matrix = qr_matrix("https://ocop.example/p/MAT-ONG");
    REQUIRE(matrix);
    CHECK((matrix->size - 17) % 4 == 0);
    const int last = matrix->size - 7;
    for (const auto& [x, y] : {std::pair{0, 0}, {last, 0}, {0, last}}) {
        CHECK(matrix->at(x, y));
        CHECK_FALSE(matrix->at(x + 1, y + 1));
        CHECK(matrix->at(x + 3, y + 3));
    }
    CHECK(qr_tile_side(*matrix, 3.4f) == static_cast<float>(matrix->size + 8) * 4);
    const auto refused = qr_matrix(std::string(3000, 'x'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "error.qr_too_long");
}

TEST_CASE("neighbouring products have different pattern phases", "[kiosk][ui]") {
    std::set<float> phases;
    for (int i = 0; i < 50; ++i) {
        const float phase = phase_of("P-" + std::to_string(i));
        CHECK(phase >= 0);
        CHECK(phase < 1);
        phases.insert(phase);
    }
    CHECK(phases.size() > 40);
}

TEST_CASE("every group has its icon and a placeholder with the product's name", "[kiosk][ui]") {
    test::HeadlessUi ui([](Ui& frame) {
        float x = 0;
        for (const char* code : {"food", "drink", "herbal", "craft", "ornamental", "tourism"}) {
            placeholder_picture(frame, {x, 0, 300, 400}, {GroupCode(code), code, "Cao lá vối rừng", "HTX Suối Mây"},
                                20);
            x += 310;
        }
    });
    CHECK(ui.texts().size() == 12);
    CHECK(ui.problems().empty());
}
