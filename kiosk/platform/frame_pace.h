// When the next frame is drawn: after input, while something moves, at a wanted moment, and otherwise never.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/base/time.h"

#include <cstdint>

namespace ocop::kiosk {

// ImGui shows the effect of an event a frame or two later; frames after the last event (reference: kiosk-craft.md §8).
inline constexpr int settle_frames = 3;
// What moves by itself asks for the next frame at once; more often than a screen shows them is wasted.
inline constexpr std::int64_t shortest_frame = 15; // ms

// Pure bookkeeping, without window or clock. UI thread.
class FramePace {
public:
    // Something happened: input, data from another thread, a resize.
    void activity() { left_ = settle_frames; }
    bool frame_wanted(const UiState& state, bool input_pending, Monotonic now) const;
    void frame_drawn(Monotonic began) {
        left_ = left_ > 0 ? left_ - 1 : 0;
        last_ = began;
    }
    // The last frame asked for another one, which is still to come however long the last one took.
    bool moving(const UiState& state) const { return last_ < state.frames_until; }
    // How long the loop may sleep, in ms; 0: draw at once.
    std::int64_t wait(const UiState& state, bool input_pending, Monotonic now, std::int64_t longest) const;

private:
    int left_ = settle_frames;
    Monotonic last_; // when the last frame began
};

} // namespace ocop::kiosk
