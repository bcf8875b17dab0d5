// Whether this machine's clock can be believed. It never stops anything: a clock that is plainly wrong makes people
// choose the business date when a shift opens, and one that drifts is told about (reference/field.md §3, Clock).
#pragma once

#include "pos/base/time.h"
#include "pos/store/database.h"

#include <cstdint>
#include <optional>

namespace ocop {

enum class ClockTrouble {
    none,
    drifts, // more than two minutes from the hub
    wrong,  // before this product existed, before what it has shown already, or a year after that
};

// What there is to judge a clock by.
struct ClockEvidence {
    Instant newest;                         // a moment this clock has shown and people believed; 0: none
    Day newest_business_date;               // of the last shift
    std::optional<std::int64_t> hub_offset; // hub minus till in ms, when the hub answers
};

// From the journal's shifts: those whose business date is the day of their own clock. What visitors left in between
// under a wrong clock is no evidence. Any connection.
ClockEvidence clock_evidence(Database& database);

struct ClockVerdict {
    ClockTrouble trouble = ClockTrouble::none;
    Day likely_day;          // the business date to offer to people
    std::int64_t offset = 0; // ms that the hub is ahead, when it drifts
};

inline constexpr std::int64_t tolerated_drift = 120'000; // ms

ClockVerdict check_clock(Instant now, const ClockEvidence& evidence);

} // namespace ocop
