#include "kiosk/platform/frame_pace.h"

#include <algorithm>

namespace ocop::kiosk {

bool FramePace::frame_wanted(const UiState& state, bool input_pending, Monotonic now) const {
    return left_ > 0 || input_pending || state.wants_frame(now);
}

std::int64_t FramePace::wait(const UiState& state, bool input_pending, Monotonic now, std::int64_t longest) const {
    if (frame_wanted(state, input_pending, now)) return 0;
    if (!state.wake_at) return longest;
    return std::clamp<std::int64_t>(state.wake_at->milliseconds - now.milliseconds, 1, longest);
}

} // namespace ocop::kiosk
