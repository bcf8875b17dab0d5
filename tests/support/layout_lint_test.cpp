// A lint that finds nothing wrong finds nothing: each fault is planted once and must be named, and nothing else.
#include "tests/support/layout_lint.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/scroll_buttons.h"
#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

const Rect roomy{100, 100, 400, 100};

std::vector<std::string> faults_of(const HeadlessUi::Screen& screen) {
    HeadlessUi ui([&](Ui& drawn) {
        drawn.canvas().fill(drawn.screen(), drawn.colours().paper);
        screen(drawn);
    });
    return ui.problems();
}

// The one fault of a screen must begin with these words.
void finds(const std::string& words, const HeadlessUi::Screen& screen) {
    const auto faults = faults_of(screen);
    INFO(words);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().rfind(words, 0) == 0);
}

} // namespace

TEST_CASE("a sound screen has no faults", "[layout]") {
    CHECK(faults_of([](Ui& ui) {
              button(ui, "go", roomy, "Tiếp tục");
              ui.canvas().text(TextRole::T2, {100, 300, 400, 40}, "Chữ ở dưới", ui.colours().ink);
          }).empty());
}

TEST_CASE("a planted fault of a target is found", "[layout]") {
    const auto touch = [](const char* name, const Rect& rect, const char* label) {
        return [=](Ui& ui) { ui.tap_target(name, TargetRole::button, rect, label); };
    };
    finds("too small to touch: tiny is 9.9 x 9.9 mm", touch("tiny", {100, 100, 40, 40}, "Bé"));
    finds("target without a label: mute", touch("mute", roomy, ""));
    finds("target off the screen: away", touch("away", {1800, 100, 200, 100}, "Lệch"));
    finds("two targets are named twin", [&](Ui& ui) {
        ui.tap_target("twin", TargetRole::button, roomy, "Một");
        ui.tap_target("twin", TargetRole::button, moved(roomy, 0, 300), "Hai");
    });
    finds("targets overlap: left | right", [&](Ui& ui) {
        ui.tap_target("left", TargetRole::button, roomy, "Trái");
        ui.tap_target("right", TargetRole::button, moved(roomy, 200, 0), "Phải");
    });
}

TEST_CASE("what can only be dragged is found", "[layout]") {
    ScrollState state;
    finds("can only be dragged: long", [&](Ui& ui) {
        scroll_area(ui, "long", {100, 100, 400, 300}, state, 900, [](const Rect&) {});
    });
    CHECK(faults_of([&](Ui& ui) {
              Rect area{100, 100, 400, 300};
              const Rect gutter = cut_scroll_gutter(ui, area, state);
              scroll_area(ui, "long", area, state, 900, [](const Rect&) {});
              scroll_buttons(ui, "long", gutter, state);
          }).empty());
}

TEST_CASE("a control above the lowered screen is found", "[layout]") {
    HeadlessUi ui([](Ui& drawn) {
        drawn.tap_target("high", TargetRole::button, {100, drawn.freed().y + 10, 200, 100}, "Trên cao");
        drawn.tap_target("low", TargetRole::button, {100, 10, 200, 100}, "Dưới thấp");
    });
    CHECK(ui.problems().empty());
    ui.options.low_reach = true;
    ui.settle();
    CHECK(ui.problems() == std::vector<std::string>{"out of reach: high"});
    CHECK(ui.target("low").rect.y == 1080 - 778 + 10);
}

TEST_CASE("a planted fault of a text is found", "[layout]") {
    const std::string words = "Mật ong rừng Bình Liêu";
    const auto write = [&](const Rect& rect, Colour (*colour)(const Palette&)) {
        return [=](Ui& ui) { ui.canvas().text(TextRole::T2, rect, words, colour(ui.colours())); };
    };
    const auto ink = [](const Palette& p) { return p.ink; };
    finds("text does not fit", write({100, 100, 60, 40}, ink));
    finds("text does not fit", write({100, 100, 600, 4}, ink));
    finds("text off the screen", write({1700, 100, 600, 40}, ink));
    finds("text off the screen", write({100, 1060, 600, 40}, ink));
    finds("contrast 1.4", write({100, 100, 600, 40}, [](const Palette& p) { return p.line; }));
    finds("contrast 2.", write({100, 100, 600, 40}, [](const Palette& p) { return p.ink.with_alpha(0.4f); }));
    finds("letters missing", [](Ui& ui) {
        ui.canvas().text(TextRole::T2, Rect{100, 100, 600, 40}, "★", ui.colours().ink);
    });
    finds("texts overlap", [&](Ui& ui) {
        ui.canvas().text(TextRole::T2, Rect{100, 100, 600, 40}, words, ui.colours().ink);
        ui.canvas().text(TextRole::T2, Rect{160, 110, 600, 40}, words, ui.colours().ink);
    });
}

TEST_CASE("what a later fill covers is not on the screen any more", "[layout]") {
    CHECK(faults_of([](Ui& ui) {
              ui.canvas().text(TextRole::T2, Rect{100, 100, 600, 40}, "Ở dưới", ui.colours().line);
              ui.canvas().fill({0, 0, 800, 300}, ui.colours().surface);
              ui.canvas().text(TextRole::T2, Rect{100, 100, 600, 40}, "Ở trên", ui.colours().ink);
          }).empty());
}

TEST_CASE("the same fault in many looks is one line of the report", "[layout]") {
    LintReport report;
    report.add("story/long names", "vi", {"text does not fit: “a”"});
    report.add("story/long names", "en", {"text does not fit: “a”", "two targets are named b"});
    CHECK(report.count() == 2);
    CHECK(report.text() == "2 faults\nstory/long names: text does not fit: “a” (vi and 1 more)\n"
                           "story/long names: two targets are named b (en)");
}

TEST_CASE("the list has every page, each state once", "[layout]") {
    std::vector<std::string> names;
    for (const auto& screen : listed_screens())
        names.push_back(screen.name);
    for (const char* page : {"attract/", "home/", "story/", "sheet/", "pin/", "selling/", "stopped/"})
        CHECK(
            std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.rfind(page, 0) == 0; }));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK_THROWS_AS(listed_screen("no such screen"), std::out_of_range);
}
