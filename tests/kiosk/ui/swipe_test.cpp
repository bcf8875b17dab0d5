#include "kiosk/ui/swipe.h"

#include "kiosk/ui/scroll_list.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop::kiosk;
using ocop::test::HeadlessUi;

namespace {

// A page that can be swiped, with a scrolling list and a button on it.
struct SwipedPage {
    int turned = 0;
    int tapped = 0;
    bool covered = false;
    ScrollState scroll;
    HeadlessUi ui{[this](Ui& drawn) {
        turned += swipe(drawn, "page", {0, 0, 1000, 900});
        scroll_area(drawn, "list", {100, 100, 600, 400}, scroll, 2000, [](const Rect&) {});
        if (drawn.tap_target("go", TargetRole::button, {100, 600, 400, 100}, "go")) ++tapped;
        if (covered) drawn.scrim();
    }};
};

} // namespace

TEST_CASE("a stroke to the left turns on once, to the right turns back", "[ui][swipe]") {
    SwipedPage page;
    page.ui.drag({800, 700}, {300, 720});
    CHECK(page.turned == 1);
    page.ui.drag({300, 700}, {800, 690});
    CHECK(page.turned == 0);
}

TEST_CASE("a swipe over a button does not press it, and a tap does not turn", "[ui][swipe]") {
    SwipedPage page;
    page.ui.drag({480, 650}, {120, 650});
    CHECK(page.turned == 1);
    CHECK(page.tapped == 0);
    page.ui.tap("go");
    CHECK(page.turned == 1);
    CHECK(page.tapped == 1);
}

TEST_CASE("scrolling, slanting and strokes from elsewhere do not turn", "[ui][swipe]") {
    SwipedPage page;
    page.ui.drag({300, 450}, {300, 150});
    CHECK(page.scroll.position > 0);
    page.ui.drag({200, 700}, {500, 880});
    page.ui.drag({1400, 700}, {300, 700});
    CHECK(page.turned == 0);
}

TEST_CASE("under a dialog nothing is turned", "[ui][swipe]") {
    SwipedPage page;
    page.covered = true;
    page.ui.settle();
    page.ui.drag({800, 700}, {300, 700});
    CHECK(page.turned == 0);
}
