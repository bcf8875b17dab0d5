#include "pos/shifts/clock_check.h"

#include <cstdlib>

namespace ocop {
namespace {

constexpr Day product_born{20'454};                                   // 2026-01-01
constexpr std::int64_t longest_rest = std::int64_t{366} * 86'400'000; // of a till between two fairs, ms

} // namespace

ClockEvidence clock_evidence(Database& database) {
    ClockEvidence evidence;
    auto rows = database.prepare(
        "SELECT business_date, opened_at, max(opened_at, coalesce(pulled_at, 0),"
        " coalesce((SELECT max(sold_at) FROM sale WHERE sale.shift = shift.id), 0))"
        " FROM shift LEFT JOIN shift_pulled ON shift_pulled.shift = shift.id ORDER BY number DESC LIMIT 20");
    for (bool last = true; rows.step(); last = false) {
        const auto day = Day::parse(rows.text(0)).value_or(Day{});
        if (last) evidence.newest_business_date = day;
        if (day != day_of(Instant{rows.integer(1)})) continue;
        evidence.newest = Instant{rows.integer(2)};
        break;
    }
    return evidence;
}

ClockVerdict check_clock(Instant now, const ClockEvidence& evidence) {
    ClockVerdict verdict;
    verdict.likely_day = day_of(now);
    const auto newest = evidence.newest;
    const bool evidence_holds = day_of(newest) >= product_born;
    const bool wrong =
        day_of(now) < product_born || (evidence_holds && (now.milliseconds < newest.milliseconds - tolerated_drift ||
                                                          now.milliseconds > newest.milliseconds + longest_rest));
    const bool hub_answers = evidence.hub_offset.has_value();
    const auto offset = evidence.hub_offset.value_or(0);
    const Day hub_day = day_of(Instant{now.milliseconds + offset});
    if (wrong || (hub_answers && hub_day != verdict.likely_day && std::llabs(offset) > tolerated_drift)) {
        verdict.trouble = ClockTrouble::wrong;
        verdict.likely_day = hub_answers ? hub_day : evidence.newest_business_date;
        if (verdict.likely_day < product_born) verdict.likely_day = product_born;
        verdict.offset = offset;
    } else if (hub_answers && std::llabs(offset) > tolerated_drift) {
        verdict.trouble = ClockTrouble::drifts;
        verdict.offset = offset;
    }
    return verdict;
}

} // namespace ocop
