// The real clock, moved forward on demand: an idle reset is tested without waiting for it.
#pragma once

#include "pos/base/clock.h"

#include <atomic>
#include <cstdint>

namespace ocop::kiosk {

// Any thread.
class TestClock final : public Clock {
public:
    Instant now() const override { return {real_.now().milliseconds + ahead_}; }
    Monotonic monotonic() const override { return {real_.monotonic().milliseconds + ahead_}; }
    void advance(std::int64_t milliseconds) { ahead_ += milliseconds; }

private:
    SystemClock real_;
    std::atomic<std::int64_t> ahead_{0};
};

} // namespace ocop::kiosk
