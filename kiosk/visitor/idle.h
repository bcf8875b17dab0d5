// When nobody touches the screen any more: first it asks, then it starts over. Counts every movement of the pointer, on
// the monotonic clock.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/base/time.h"

#include <cstdint>
#include <string>

namespace ocop::kiosk {

inline constexpr std::int64_t idle_after = 90'000;  // ms without any activity
inline constexpr std::int64_t idle_answer = 20'000; // ms to answer "Bạn còn xem không?"

// How long a screen may rest before it asks: longer where there is much to read (3 words a second) and for large text.
std::int64_t idle_limit(int words, TextSize text_size);

class IdleWatch {
public:
    // Once a frame: notices whatever the pointer or the keys did since the last one.
    void observe(Ui& ui);
    void restart(Monotonic now) { last_activity_ = now; }

    enum class State { active, asking, over };
    // Asks for the frame in which the state will change.
    State state(Ui& ui, std::int64_t limit) const;
    // ms left to answer while asking.
    std::int64_t time_left(Monotonic now, std::int64_t limit) const;

private:
    Monotonic last_activity_;
    Pointer before_;
    bool started_ = false;
};

enum class IdleAnswer { none, continue_looking, start_over };
// The dialog over everything; the whole screen is "continue". `asked_at`: when it appeared; `sentence`: what will be
// lost and what is kept.
IdleAnswer draw_idle_question(Ui& ui, std::int64_t time_left, Monotonic asked_at, const std::string& sentence);

} // namespace ocop::kiosk
