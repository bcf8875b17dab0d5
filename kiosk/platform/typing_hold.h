// Characters wait here until it is clear that no scanner sent them: a code typed into the cash field would be money.
// Pure bookkeeping, on the clock given to it. UI thread.
#pragma once

#include "pos/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace ocop::kiosk {

// Scanners send a character every few milliseconds, a person waits longer than this after each burst.
inline constexpr std::int64_t typing_pause = 120; // ms

class TypingHold {
public:
    void character(char32_t c, Monotonic now);
    // What was held was a code: no field gets it.
    void scanned() { held_.clear(); }
    // Another key was pressed: what was typed before it comes first.
    std::u32string take() { return std::exchange(held_, {}); }
    // What was typed and followed by a pause, else nothing.
    std::u32string release(Monotonic now);
    // ms until release() has something; nullopt while nothing is held.
    std::optional<std::int64_t> due(Monotonic now) const;

private:
    std::u32string held_;
    Monotonic last_;
};

} // namespace ocop::kiosk
