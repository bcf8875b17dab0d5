#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::HeadlessUi;

namespace {

struct TwoButtons {
    int first = 0;
    int second = 0;
    TapOptions options;

    void operator()(Ui& ui) {
        if (ui.tap_target("first", TargetRole::button, {100, 100, 200, 80}, "One", options)) ++first;
        if (ui.tap_target("second", TargetRole::button, {400, 100, 200, 80}, "Two", options)) ++second;
    }
};

} // namespace

TEST_CASE("a press counts on release inside the target", "[kiosk][ui]") {
    TwoButtons screen;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.press({150, 120});
    CHECK(screen.first == 0);
    ui.release();
    CHECK(screen.first == 1);
    ui.frame();
    CHECK(screen.first == 1);
    CHECK(screen.second == 0);
}

TEST_CASE("sliding off before release cancels a press", "[kiosk][ui]") {
    TwoButtons screen;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.press({150, 120});
    ui.move({150, 400});
    ui.release();
    ui.press({150, 120});
    ui.move({450, 120}); // onto the other button
    ui.release();
    CHECK(screen.first == 0);
    CHECK(screen.second == 0);
}

TEST_CASE("a press that began outside does not count when it slides in", "[kiosk][ui]") {
    TwoButtons screen;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.press({10, 10});
    ui.move({150, 120});
    ui.release();
    CHECK(screen.first == 0);
}

TEST_CASE("a guarded target ignores a second press for 600 ms", "[kiosk][ui]") {
    TwoButtons screen;
    screen.options.guarded = true;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.tap("first");
    ui.tap("first");
    CHECK(screen.first == 1);
    ui.tap("second"); // another target is free
    CHECK(screen.second == 1);
    ui.frame(600);
    ui.tap("first");
    CHECK(screen.first == 2);
}

TEST_CASE("a disabled target is recorded and cannot be tapped", "[kiosk][ui]") {
    TwoButtons screen;
    screen.options.enabled = false;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.tap("first");
    CHECK(screen.first == 0);
    CHECK_FALSE(ui.target("first").enabled);
}

TEST_CASE("a held repeating target fires after 400 ms and then every 60 ms", "[kiosk][ui]") {
    TwoButtons screen;
    screen.options.repeat = true;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.press({150, 120});
    ui.frame(383);
    CHECK(screen.first == 0);
    ui.frame(20);
    CHECK(screen.first == 1);
    ui.frame(60);
    ui.frame(60);
    CHECK(screen.first == 3);
    ui.release(); // the release adds nothing
    CHECK(screen.first == 3);
    ui.tap("first");
    CHECK(screen.first == 4);
}

TEST_CASE("a dialog takes presses from everything below it", "[kiosk][ui]") {
    TwoButtons screen;
    int answer = 0;
    bool open = true;
    HeadlessUi ui([&](Ui& frame) {
        screen(frame);
        if (!open) return;
        frame.scrim();
        if (frame.tap_target("answer", TargetRole::button, {150, 90, 100, 100}, "Yes")) ++answer;
    });
    ui.press({150, 120});
    ui.release();
    CHECK(answer == 1);
    ui.press({450, 120});
    ui.release();
    CHECK(screen.first + screen.second == 0);
    CHECK_FALSE(ui.has("second"));
    open = false;
    ui.frame();
    ui.tap("second");
    CHECK(screen.second == 1);
}

TEST_CASE("the registry holds name, role, label and rectangle of every target", "[kiosk][ui]") {
    TwoButtons screen;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    CHECK(ui.names() == std::vector<std::string>{"first", "second"});
    CHECK(ui.target("second").label == "Two");
    CHECK(ui.target("second").rect == Rect{400, 100, 200, 80});
    CHECK(ui.target("second").role == TargetRole::button);
    CHECK(ui.problems().empty());
}

TEST_CASE("small, overlapping and doubled targets are found", "[kiosk][ui]") {
    HeadlessUi ui([](Ui& frame) {
        frame.tap_target("small", TargetRole::button, {0, 0, 30, 30}, "Small");
        frame.tap_target("left", TargetRole::button, {100, 0, 100, 100}, "Left");
        frame.tap_target("right", TargetRole::button, {190, 0, 100, 100}, "Right");
        frame.tap_target("twice", TargetRole::button, {400, 0, 100, 100}, "A");
        frame.tap_target("twice", TargetRole::button, {600, 0, 100, 100}, "B");
    });
    CHECK(ui.registry().too_small(ui.options.scale.px_per_mm) == std::vector<std::string>{"small"});
    CHECK(ui.registry().overlapping() == std::vector<std::string>{"left | right"});
    CHECK(ui.registry().duplicate_names() == std::vector<std::string>{"twice"});
}

TEST_CASE("the tabulator walks targets in reading order and Enter acts", "[kiosk][ui]") {
    TwoButtons screen;
    HeadlessUi ui([&](Ui& frame) { screen(frame); });
    ui.press_key(Key::tab);
    CHECK(ui.state.targets.focused() == "first");
    ui.press_key(Key::tab);
    ui.press_key(Key::enter);
    CHECK(screen.first == 0);
    CHECK(screen.second == 1);
}

TEST_CASE("press feedback is full while held and fades in 120 ms", "[kiosk][ui]") {
    float pressed = -1;
    HeadlessUi ui([&](Ui& frame) {
        pressed = frame.tap_target("only", TargetRole::button, {100, 100, 200, 80}, "One").pressed;
    });
    CHECK(pressed == 0);
    ui.press({150, 120});
    CHECK(pressed == 1);
    ui.release();
    ui.frame(60);
    CHECK(pressed > 0);
    CHECK(pressed < 1);
    ui.frame(80);
    CHECK(pressed == 0);
    CHECK_FALSE(ui.state.wants_frame({ui.options.now.milliseconds + 16}));
}
