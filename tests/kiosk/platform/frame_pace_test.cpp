#include "kiosk/platform/frame_pace.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr Monotonic start{1'000'000};

Monotonic after(std::int64_t milliseconds) {
    return {start.milliseconds + milliseconds};
}

// The first frames are over.
FramePace at_rest() {
    FramePace pace;
    for (int frame = 0; frame < settle_frames; ++frame)
        pace.frame_drawn(start);
    return pace;
}

} // namespace

TEST_CASE("a screen at rest asks for no frame and lets the loop sleep", "[kiosk][pace]") {
    const auto pace = at_rest();
    const UiState state;
    CHECK_FALSE(pace.frame_wanted(state, false, after(1'000)));
    CHECK(pace.wait(state, false, after(1'000), 5'000) == 5'000);
}

TEST_CASE("what a finger does is drawn at once, and settles", "[kiosk][pace]") {
    auto pace = at_rest();
    const UiState state;
    CHECK(pace.frame_wanted(state, true, start));
    CHECK(pace.wait(state, true, start, 5'000) == 0);
    pace.activity();
    for (int frame = 0; frame < settle_frames; ++frame) {
        CHECK(pace.frame_wanted(state, false, after(frame)));
        pace.frame_drawn(after(frame));
    }
    CHECK_FALSE(pace.frame_wanted(state, false, after(100)));
}

TEST_CASE("what moves by itself gets a frame as often as a screen shows one", "[kiosk][pace]") {
    auto pace = at_rest();
    UiState state;
    state.frames_until = after(10'000);
    pace.frame_drawn(after(100));
    CHECK_FALSE(pace.frame_wanted(state, false, after(101)));
    CHECK(pace.wait(state, false, after(101), 5'000) == shortest_frame - 1);
    CHECK(pace.frame_wanted(state, false, after(100 + shortest_frame)));
    CHECK(pace.frame_wanted(state, true, after(101))); // a finger does not wait
}

TEST_CASE("a frame that asks for one more gets it, however long it took", "[kiosk][pace]") {
    auto pace = at_rest();
    UiState state;
    state.frames_until = after(101); // asked in the frame that began at 100, as every step of a fling does
    pace.frame_drawn(after(100));
    CHECK(pace.moving(state));
    CHECK(pace.frame_wanted(state, false, after(190)));
    pace.frame_drawn(after(190)); // and does not ask again
    CHECK_FALSE(pace.moving(state));
    CHECK_FALSE(pace.frame_wanted(state, false, after(300)));
}

TEST_CASE("a wanted moment ends the sleep", "[kiosk][pace]") {
    const auto pace = at_rest();
    UiState state;
    state.wake_at = after(700);
    CHECK(pace.wait(state, false, after(500), 5'000) == 200);
    CHECK(pace.wait(state, false, after(500), 50) == 50);
    CHECK(pace.frame_wanted(state, false, after(700)));
}
