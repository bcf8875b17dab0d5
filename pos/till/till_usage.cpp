// The open hour's counts: local state until the hour is over, then an entry.
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ocop {
namespace {

constexpr const char* open_hour = "usage.hour";

} // namespace

void Till::load_usage() {
    usage_.reset();
    const auto text = journal_.local(open_hour);
    if (!text) return;
    const auto body = nlohmann::json::parse(*text, nullptr, false);
    if (!body.is_object() || !body.contains("hour") || !body["hour"].is_number_integer()) return;
    if (auto counts = usage_from_json(body)) usage_ = OpenHour{{body["hour"].get<std::int64_t>()}, std::move(*counts)};
}

Result<> Till::count_usage(UsageHour hour, const UsageCounts& counts) {
    if (counts.empty()) return {};
    OCOP_TRY(still_sound());
    Result<bool> closed;
    if (usage_ && usage_->hour != hour) closed = close_usage_hour(true);
    // Where the disk refused the entry the counts go to the hour that stays open: an hour late, but not lost.
    if (!usage_) usage_ = OpenHour{hour, {}};
    usage_->counts += counts;
    auto body = usage_to_json(usage_->counts);
    body["hour"] = usage_->hour.number;
    OCOP_TRY(journal_.set_local(open_hour, body.dump()));
    OCOP_TRY(closed);
    return {};
}

Result<bool> Till::close_usage_hour(bool even_now) {
    if (!usage_ || (!even_now && usage_->hour == hour_of(clock_->now()))) return false;
    OCOP_TRY(still_sound());
    auto body = usage_to_json(bounded(usage_->counts, most_products_of_an_hour));
    body["hour"] = usage_->hour.number;
    const auto now = clock_->now();
    const EntryDraft draft{kind::usage, make_uuid_v7(now, *randomness_), day_of(usage_->hour.start()), false, {}};
    OCOP_TRY(journal_.append(draft, body, [](Database& database) {
        database.cached("DELETE FROM local_state WHERE name = ?").bind_all(open_hour).run();
    }));
    usage_.reset();
    return true;
}

} // namespace ocop
