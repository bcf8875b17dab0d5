#include "kiosk/platform/frame_pace.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

int frames_until_rest(FramePace& pace, const UiState& state, Monotonic now) {
    int frames = 0;
    for (; pace.frame_wanted(state, false, now) && frames < 100; ++frames)
        pace.frame_drawn();
    return frames;
}

} // namespace

TEST_CASE("after input a few frames settle the screen, then nothing is drawn", "[platform]") {
    FramePace pace;
    const UiState state;
    const Monotonic now{1'000};
    CHECK(frames_until_rest(pace, state, now) == settle_frames);
    CHECK(pace.wait(state, false, now, 5'000) == 5'000);
    pace.activity();
    pace.activity(); // two touches do not add up
    CHECK(frames_until_rest(pace, state, now) == settle_frames);
    CHECK(pace.frame_wanted(state, true, now)); // an event still waits in the queue
    CHECK(pace.wait(state, true, now, 5'000) == 0);
}

TEST_CASE("a wanted moment ends the wait, and an animation draws until it is over", "[platform]") {
    FramePace pace;
    UiState state;
    const Monotonic now{1'000};
    frames_until_rest(pace, state, now);
    state.wake_at = Monotonic{1'400};
    CHECK_FALSE(pace.frame_wanted(state, false, now));
    CHECK(pace.wait(state, false, now, 5'000) == 400);
    CHECK(pace.wait(state, false, now, 100) == 100);
    CHECK(pace.frame_wanted(state, false, Monotonic{1'400}));
    state.wake_at.reset();
    state.frames_until = Monotonic{2'000};
    CHECK(pace.frame_wanted(state, false, Monotonic{1'999}));
    CHECK_FALSE(pace.frame_wanted(state, false, Monotonic{2'000}));
}
