// How many frames were presented and how long the last ones took, drawing and presenting. UI thread.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ocop::kiosk {

class FrameFigures {
public:
    static constexpr std::size_t kept = 512;

    void presented(std::chrono::steady_clock::duration took) {
        milliseconds_[static_cast<std::size_t>(frames_) % kept] =
            std::chrono::duration<float, std::milli>(took).count();
        ++frames_;
    }
    std::int64_t frames() const { return frames_; } // since the start
    // Of the last frames, in no order.
    std::vector<float> milliseconds() const {
        const auto count = static_cast<std::ptrdiff_t>(frames_ < static_cast<std::int64_t>(kept) ? frames_ : kept);
        return {milliseconds_.begin(), milliseconds_.begin() + count};
    }

private:
    std::array<float, kept> milliseconds_{};
    std::int64_t frames_ = 0;
};

} // namespace ocop::kiosk
