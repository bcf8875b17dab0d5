// When the next frame is drawn: after input, while something moves, at a wanted moment, and otherwise never.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/base/time.h"

#include <cstdint>

namespace ocop::kiosk {

// ImGui shows the effect of an event a frame or two later; frames after the last event (reference: kiosk-craft.md §8).
inline constexpr int settle_frames = 3;

// Pure bookkeeping, without window or clock. UI thread.
class FramePace {
public:
    // Something happened: input, data from another thread, a resize.
    void activity() { left_ = settle_frames; }
    bool frame_wanted(const UiState& state, bool input_pending, Monotonic now) const;
    void frame_drawn() { left_ = left_ > 0 ? left_ - 1 : 0; }
    // How long the loop may sleep, in ms; 0: draw at once.
    std::int64_t wait(const UiState& state, bool input_pending, Monotonic now, std::int64_t longest) const;

private:
    int left_ = settle_frames;
};

} // namespace ocop::kiosk
