// How many frames were presented and what the last ones took; all of real time, whatever clock the kiosk was given. UI
// thread.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ocop::kiosk {

// The last so many of a kind.
class RecentTimes {
public:
    static constexpr std::size_t kept = 512;

    void add(std::chrono::steady_clock::duration took) {
        milliseconds_[static_cast<std::size_t>(count_) % kept] = std::chrono::duration<float, std::milli>(took).count();
        ++count_;
    }
    std::int64_t count() const { return count_; } // since the start
    // In no order.
    std::vector<float> milliseconds() const {
        const auto size = std::min<std::int64_t>(count_, kept);
        return {milliseconds_.begin(), milliseconds_.begin() + size};
    }

private:
    std::array<float, kept> milliseconds_{};
    std::int64_t count_ = 0;
};

class FrameFigures {
public:
    using Moment = std::chrono::steady_clock::time_point;

    // A frame takes its share of what fingers did.
    void input_taken(Moment at) {
        if (!input_since_) input_since_ = at;
    }
    // The screen decided what to draw: NewFrame to Render.
    void laid_out(Moment began, Moment at) {
        work_.add(at - began);
        if (asked_ && *asked_ < began) opened_since_ = whole_since_ = std::exchange(asked_, std::nullopt);
    }
    // The frame is on the screen; `whole`: nothing that it shows is still being fetched.
    void presented(Moment began, Moment at, bool whole) {
        frames_.add(at - began);
        if (input_since_) answers_.add(at - *std::exchange(input_since_, std::nullopt));
        if (opened_since_) opened_.add(at - *std::exchange(opened_since_, std::nullopt));
        if (whole && whole_since_) opened_whole_.add(at - *std::exchange(whole_since_, std::nullopt));
    }
    // Nothing had to be presented: what a finger did changed nothing.
    void unchanged() { input_since_.reset(); }
    // A story was asked for; the next frame shows it.
    void story_asked(Moment at) { asked_ = at; }

    const RecentTimes& frames() const { return frames_; }             // drawing and presenting
    const RecentTimes& work() const { return work_; }                 // without drawing
    const RecentTimes& answers() const { return answers_; }           // from input to the frame that shows its effect
    const RecentTimes& opened() const { return opened_; }             // from the touch to the first frame of a story
    const RecentTimes& opened_whole() const { return opened_whole_; } // to the first one with its pictures

private:
    RecentTimes frames_;
    RecentTimes work_;
    RecentTimes answers_;
    RecentTimes opened_;
    RecentTimes opened_whole_;
    std::optional<Moment> input_since_;
    std::optional<Moment> asked_;
    std::optional<Moment> opened_since_;
    std::optional<Moment> whole_since_;
};

} // namespace ocop::kiosk
