// Every screen of the list in every look, checked for what nobody should have to look for.
#include "tests/support/headless_ui.h"
#include "tests/support/layout_lint.h"
#include "tests/support/rounds.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <utility>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

constexpr std::pair<float, float> resolutions[]{{1920, 1080}, {1080, 1920}, {1366, 768}};
constexpr int most_scrolled = 12; // screens of a list that are looked at

std::string size_words(float width, float height) {
    return std::to_string(static_cast<int>(width)) + "x" + std::to_string(static_cast<int>(height));
}

void lint(const ListedScreen& listed, const Look& look, float width, float height, LintReport& report) {
    const auto screen = listed.open(look);
    HeadlessUi ui([&](Ui& drawn) { screen->draw(drawn); }, width, height, shown_at,
                  [&](FrameOptions& options) { screen->prepare(options); });
    if (screen->wait() > 0) ui.frame(static_cast<int>(screen->wait()));
    ui.settle();
    const auto where = look.words() + ", " + size_words(width, height);
    report.add(listed.name, where, ui.problems());
    for (int i = 0; i < most_scrolled && screen->scroll_on(); ++i) {
        ui.frame();
        report.add(listed.name, where, ui.problems());
    }
}

void lint_all(Seat seat, const std::vector<Look>& looks, LintReport& report) {
    const char* only = std::getenv("OCOP_LINT"); // part of a screen's name, to look at one while mending it
    for (const auto& listed : listed_screens()) {
        if (listed.seat != seat || (only != nullptr && listed.name.find(only) == std::string::npos)) continue;
        for (const auto& look : looks)
            for (const auto& [width, height] : resolutions)
                lint(listed, look, width, height, report);
    }
}

} // namespace

TEST_CASE("every visitor screen can be touched and read in every language and text size", "[layout][rounds]") {
    std::vector<Look> looks;
    for (const Language* language : spoken_languages()) {
        const bool own = language->code() == "vi" || language->code() == "en";
        for (const auto size : {TextSize::normal, TextSize::large, TextSize::largest})
            if (own || size == TextSize::normal || test::long_run()) looks.push_back({language->code(), size});
    }
    LintReport report;
    lint_all(Seat::visitor, looks, report);
    INFO(report.text());
    CHECK(report.empty());
}

TEST_CASE("every visitor screen can be touched and read in high contrast", "[layout]") {
    LintReport report;
    lint_all(Seat::visitor, {{"vi", TextSize::normal, true}, {"en", TextSize::largest, true}}, report);
    INFO(report.text());
    CHECK(report.empty());
}

TEST_CASE("every visitor screen can be used from a wheelchair", "[layout]") {
    LintReport report;
    lint_all(Seat::visitor,
             {{"vi", TextSize::normal, false, true},
              {"en", TextSize::largest, false, true},
              {"vi", TextSize::large, true, true}},
             report);
    INFO(report.text());
    CHECK(report.empty());
}

TEST_CASE("every staff screen can be touched and read", "[layout]") {
    LintReport report;
    lint_all(Seat::staff, {{"vi"}, {"en"}}, report);
    INFO(report.text());
    CHECK(report.empty());
}
