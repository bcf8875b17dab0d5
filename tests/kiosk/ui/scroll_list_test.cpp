#include "kiosk/ui/scroll_list.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using test::HeadlessUi;

namespace {

struct LongList {
    ScrollState state;
    int count = 100;
    int tapped = -1;
    int taps = 0;
    std::set<int> drawn;

    void operator()(Ui& ui) {
        drawn.clear();
        scroll_list(ui, "list", {100, 100, 600, 500}, state, {count, 80, 10}, [&](int index, const Rect& row) {
            drawn.insert(index);
            if (ui.tap_target("row/" + std::to_string(index), TargetRole::row, row, "Row")) {
                tapped = index;
                ++taps;
            }
        });
    }
};

} // namespace

TEST_CASE("a drag that begins on a row scrolls and taps nothing", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.press({300, 400});
    for (int y = 390; y >= 260; y -= 10)
        ui.move({300, static_cast<float>(y)});
    CHECK(list.state.position == Approx(140));
    ui.release();
    CHECK(list.taps == 0);
}

TEST_CASE("a press that trembles less than the slop is still a tap", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.press({300, 120});
    ui.move({303, 126});
    ui.release();
    CHECK(list.tapped == 0);
    CHECK(list.state.position == 0);
}

TEST_CASE("only rows that can be seen are drawn", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    CHECK(list.drawn == std::set<int>{0, 1, 2, 3, 4, 5});
    list.state.position = 900;
    ui.frame();
    CHECK(*list.drawn.begin() == 10);
    CHECK(*list.drawn.rbegin() == 15);
}

TEST_CASE("a fling goes on after release, slows down, asks for frames and then stops", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.drag({300, 500}, {300, 200}, 6);
    const float released_at = list.state.position;
    CHECK(list.state.velocity > 50);
    CHECK(ui.state.wants_frame({ui.options.now.milliseconds}));
    ui.settle(6000);
    CHECK(list.state.position > released_at + 100);
    CHECK(list.state.velocity == 0);
    ui.frame(1000); // the position hint has faded
    CHECK_FALSE(ui.state.wants_frame({ui.options.now.milliseconds + 60000}));
}

TEST_CASE("a press during a fling only stops it", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.drag({300, 500}, {300, 200}, 6);
    ui.frame();
    REQUIRE(list.state.velocity > 50);
    ui.press({300, 300});
    const float stopped_at = list.state.position;
    ui.release();
    ui.settle();
    CHECK(list.taps == 0);
    CHECK(list.state.position == Approx(stopped_at).margin(1));
}

TEST_CASE("the ends give way at most 48 px and return", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.press({300, 150});
    for (int y = 160; y <= 590; y += 10)
        ui.move({300, static_cast<float>(y)});
    CHECK(list.state.position < -20);
    CHECK(list.state.position >= -48);
    ui.release();
    ui.settle(3000);
    CHECK(list.state.position == 0);
}

TEST_CASE("a sideways drag does not scroll an upright list", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.drag({200, 300}, {500, 320});
    CHECK(list.state.position == 0);
}

TEST_CASE("a horizontal strip inside a list takes sideways drags and leaves upright ones", "[kiosk][ui]") {
    ScrollState outer;
    ScrollState inner;
    HeadlessUi ui([&](Ui& frame) {
        scroll_area(frame, "outer", {0, 0, 800, 600}, outer, 2000, [&](const Rect& content) {
            scroll_area(
                frame, "inner", {content.x, content.y + 100, 800, 200}, inner, 3000, [](const Rect&) {},
                ScrollAxis::horizontal);
        });
    });
    ui.drag({600, 200}, {300, 210});
    CHECK(inner.position > 250);
    CHECK(outer.position == 0);
    ui.settle(5000);
    ui.drag({400, 280}, {410, 120});
    CHECK(outer.position > 100);
}

TEST_CASE("a row that is scrolled out of the list cannot be touched", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    list.state.position = 40;
    ui.frame();
    const Target& first = ui.target("row/0");
    CHECK(first.hit.y == 100);
    CHECK(first.hit.h == 40);
    ui.press({300, 80}); // above the viewport, where the row would reach
    ui.release();
    CHECK(list.taps == 0);
}

TEST_CASE("a list shorter than its viewport stays at its start", "[kiosk][ui]") {
    LongList list;
    list.count = 2;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.drag({300, 300}, {300, 120});
    ui.settle(3000);
    CHECK(list.state.position == 0);
}

TEST_CASE("paging glides by most of a viewport and stops at the end", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    scroll_page(list.state, 1);
    ui.settle(3000);
    CHECK(list.state.position == Approx(425));
    for (int i = 0; i < 40; ++i) {
        scroll_page(list.state, 1);
        ui.settle(3000);
    }
    CHECK(list.state.at_end());
    CHECK(list.drawn.contains(99));
}

TEST_CASE("reduced motion stops a list where the finger leaves it", "[kiosk][ui]") {
    LongList list;
    HeadlessUi ui([&](Ui& frame) { list(frame); });
    ui.options.reduced_motion = true;
    ui.drag({300, 500}, {300, 200}, 6);
    const float released_at = list.state.position;
    ui.settle(3000);
    CHECK(list.state.position == Approx(released_at).margin(1));
}
