#include "kiosk/platform/frame_pace.h"

#include <algorithm>

namespace ocop::kiosk {

bool FramePace::frame_wanted(const UiState& state, bool input_pending, Monotonic now) const {
    if (left_ > 0 || input_pending) return true;
    const bool asked = moving(state) || (state.wake_at && *state.wake_at <= now);
    return asked && now.milliseconds >= last_.milliseconds + shortest_frame;
}

std::int64_t FramePace::wait(const UiState& state, bool input_pending, Monotonic now, std::int64_t longest) const {
    if (frame_wanted(state, input_pending, now)) return 0;
    std::int64_t due = last_.milliseconds + shortest_frame;
    if (!moving(state)) {
        if (!state.wake_at) return longest;
        due = std::max(due, state.wake_at->milliseconds);
    }
    return std::clamp<std::int64_t>(due - now.milliseconds, 1, longest);
}

} // namespace ocop::kiosk
