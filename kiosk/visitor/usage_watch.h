// Counts what a visitor does by looking at the session after every frame. Knows no visitor: what it keeps are sums,
// handed over by the hour. A pure value; UI thread.
#pragma once

#include "kiosk/visitor/visitor_session.h"
#include "pos/usage/usage_counts.h"

#include <cstdint>
#include <optional>

namespace ocop::kiosk {

// Why a session ended.
enum class SessionEnd { idle, asked, staff };

class UsageWatch {
public:
    // After a frame that showed `session`. `active`: nobody was being asked whether they are still there. A view lasts
    // while its story is on the screen and the session active, and counts `longest` ms (the idle limit) at most.
    void look(const Session& session, bool active, std::int64_t longest, UsageHour hour, Monotonic now);
    // The session is about to be replaced.
    void ended(const Session& session, SessionEnd end, UsageHour hour, Monotonic now);
    void picked(const Sku& sku, UsageHour hour) { of(hour).products[sku].picks += 1; }
    void face(const Sku& sku, Face face, UsageHour hour);
    void searched(bool found, UsageHour hour);

    struct Hour {
        UsageHour hour;
        UsageCounts counts;
    };
    // What is to be handed over now: after a session's end, when the hour has changed, and once a minute.
    std::optional<Hour> take_due(UsageHour hour, Monotonic now);
    // Whatever there is, also of the view that goes on: the program ends.
    std::optional<Hour> take_all();

    static constexpr std::int64_t hand_over_every = 60'000; // ms

private:
    struct View {
        Sku sku;
        std::int64_t shown = 0; // ms so far
        Monotonic seen;         // in the last frame
        bool active = false;    // in the last frame
        std::int64_t longest = 0;
        bool code = false;
    };
    UsageCounts& of(UsageHour hour);
    void advance(Monotonic now);
    void end_view();

    std::optional<View> view_;
    bool in_session_ = false;
    UsageHour hour_; // of counts_
    UsageCounts counts_;
    std::optional<Hour> over_; // of an hour that ended before it was taken
    bool due_ = false;
    Monotonic handed_over_;
};

} // namespace ocop::kiosk
