#include "kiosk/app/frame_figures.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace ocop::kiosk;

namespace {

FrameFigures::Moment at(int milliseconds) {
    return FrameFigures::Moment(std::chrono::milliseconds(milliseconds));
}

} // namespace

TEST_CASE("a finger is answered by the first frame that changes the screen", "[kiosk][figures]") {
    FrameFigures figures;
    figures.input_taken(at(0));
    figures.input_taken(at(10)); // the release of the same tap
    figures.presented(at(10), at(30), true);
    figures.presented(at(40), at(50), true);
    CHECK(figures.frames().milliseconds() == std::vector<float>{20, 10});
    CHECK(figures.answers().milliseconds() == std::vector<float>{30});
    figures.input_taken(at(60));
    figures.unchanged(); // touched where nothing is
    figures.presented(at(900), at(910), true);
    CHECK(figures.answers().count() == 1);
}

TEST_CASE("a story counts as open with its first frame, and as whole with its pictures", "[kiosk][figures]") {
    FrameFigures figures;
    figures.laid_out(at(0), at(2));
    figures.story_asked(at(3));
    figures.presented(at(0), at(10), true); // still the page before
    CHECK(figures.opened().count() == 0);
    figures.laid_out(at(20), at(21));
    figures.presented(at(20), at(43), false);
    CHECK(figures.opened().milliseconds().at(0) == 40);
    CHECK(figures.opened_whole().count() == 0);
    figures.laid_out(at(50), at(51));
    figures.presented(at(50), at(80), true);
    CHECK(figures.opened_whole().milliseconds().at(0) == 77);
    CHECK(figures.opened().count() == 1);
    CHECK(figures.work().count() == 3);
}

TEST_CASE("of many frames the last are kept", "[kiosk][figures]") {
    RecentTimes times;
    for (int i = 0; i < 600; ++i)
        times.add(std::chrono::milliseconds(i));
    CHECK(times.count() == 600);
    const auto kept = times.milliseconds();
    CHECK(kept.size() == RecentTimes::kept);
    CHECK(std::find(kept.begin(), kept.end(), 599.0f) != kept.end());
    CHECK(std::find(kept.begin(), kept.end(), 80.0f) == kept.end());
}
