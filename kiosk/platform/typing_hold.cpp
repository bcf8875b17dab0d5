#include "kiosk/platform/typing_hold.h"

#include <algorithm>

namespace ocop::kiosk {

void TypingHold::character(char32_t c, Monotonic now) {
    held_ += c;
    last_ = now;
}

std::u32string TypingHold::release(Monotonic now) {
    const auto wait = due(now);
    return wait && *wait == 0 ? take() : std::u32string();
}

std::optional<std::int64_t> TypingHold::due(Monotonic now) const {
    if (held_.empty()) return std::nullopt;
    return std::max<std::int64_t>(0, last_.milliseconds + typing_pause - now.milliseconds);
}

} // namespace ocop::kiosk
