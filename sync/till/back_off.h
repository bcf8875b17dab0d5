// When to try again: full jitter over 1 s, 2 s, 4 s ... to 5 min. There is always a next time.
#pragma once

#include "pos/base/clock.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace ocop {

class BackOff {
public:
    static constexpr std::int64_t first_wait = 1'000; // milliseconds
    static constexpr std::int64_t longest_wait = 300'000;
    static constexpr std::int64_t longest_asked_wait = 600'000; // that a hub may ask for by Retry-After

    bool is_due(Monotonic now) const { return now >= due_; }
    Monotonic due() const { return due_; }

    void succeed(Monotonic now, std::int64_t wait = 0) {
        failures_ = 0;
        due_ = {now.milliseconds + wait};
    }
    // `asked`: milliseconds a hub asked to wait, 0 when it did not.
    void fail(Monotonic now, Randomness& randomness, std::int64_t asked = 0) {
        const std::int64_t most = std::min(longest_wait, first_wait << std::min(failures_, 20));
        ++failures_;
        std::uint32_t random = 0;
        randomness.fill(std::as_writable_bytes(std::span(&random, 1)));
        const auto wait = std::min(first_wait + static_cast<std::int64_t>(random) % most, longest_wait);
        due_ = {now.milliseconds + std::max(wait, std::min(asked, longest_asked_wait))};
    }
    void poke(Monotonic now) { due_ = std::min(due_, now); } // failures stay counted

private:
    Monotonic due_{};
    int failures_ = 0;
};

} // namespace ocop
