#include "kiosk/visitor/usage_watch.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

UsageCounts& UsageWatch::of(UsageHour hour) {
    if (hour != hour_ && !counts_.empty()) {
        // A clock that jumps twice between two frames: both parts go to the first hour rather than nowhere.
        if (over_)
            over_->counts += counts_;
        else
            over_ = Hour{hour_, std::move(counts_)};
        counts_ = {};
    }
    hour_ = hour;
    return counts_;
}

void UsageWatch::advance(Monotonic now) {
    if (!view_) return;
    if (view_->active)
        view_->shown = std::min(view_->longest, view_->shown + now.milliseconds - view_->seen.milliseconds);
    view_->seen = now;
}

void UsageWatch::end_view() {
    if (!view_) return;
    auto& usage = counts_.products[view_->sku];
    usage.dwell += view_->shown;
    usage.codes += view_->code ? 1 : 0;
    view_.reset();
}

void UsageWatch::look(const Session& session, bool active, std::int64_t longest, UsageHour hour, Monotonic now) {
    advance(now);
    if (session.page != Page::attract && !in_session_) {
        in_session_ = true;
        of(hour).measures[measure::sessions] += 1;
    }
    const bool reading = session.page == Page::story;
    if (view_ && (!reading || session.open_product != view_->sku)) {
        of(hour);
        end_view();
    }
    if (!reading) return;
    if (!view_) {
        of(hour).products[session.open_product].views += 1;
        view_ = View{session.open_product, 0, now, active, longest, false};
    }
    view_->active = active;
    view_->longest = std::max(view_->longest, longest);
    view_->code = view_->code || session.code_seen;
}

void UsageWatch::ended(const Session& session, SessionEnd end, UsageHour hour, Monotonic now) {
    advance(now);
    auto& counts = of(hour);
    end_view();
    if (!in_session_) return;
    in_session_ = false;
    switch (end) {
    case SessionEnd::idle:
        counts.measures[measure::ended_idle] += 1;
        break;
    case SessionEnd::asked:
        counts.measures[measure::ended_asked] += 1;
        break;
    case SessionEnd::staff:
        counts.measures[measure::ended_staff] += 1;
        break;
    }
    counts.measures[measure::language + session.language] += 1;
    due_ = true;
}

void UsageWatch::face(const Sku& sku, Face face, UsageHour hour) {
    auto& usage = of(hour).products[sku];
    switch (face) {
    case Face::good:
        usage.good += 1;
        return;
    case Face::fair:
        usage.fair += 1;
        return;
    case Face::poor:
        usage.poor += 1;
        return;
    }
}

void UsageWatch::searched(bool found, UsageHour hour) {
    auto& counts = of(hour);
    counts.measures[measure::searches] += 1;
    if (!found) counts.measures[measure::found_nothing] += 1;
}

std::optional<UsageWatch::Hour> UsageWatch::take_due(UsageHour hour, Monotonic now) {
    if (over_) return std::exchange(over_, std::nullopt);
    if (counts_.empty()) {
        due_ = false;
        return std::nullopt;
    }
    if (!due_ && hour == hour_ && now.milliseconds - handed_over_.milliseconds < hand_over_every) return std::nullopt;
    due_ = false;
    handed_over_ = now;
    return Hour{hour_, std::exchange(counts_, {})};
}

std::optional<UsageWatch::Hour> UsageWatch::take_all() {
    end_view();
    due_ = true;
    return take_due(hour_, handed_over_);
}

} // namespace ocop::kiosk
