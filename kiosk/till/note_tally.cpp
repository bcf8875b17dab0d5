#include "kiosk/till/note_tally.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

constexpr std::int64_t most = 999;

} // namespace

bool NoteTally::empty() const {
    return std::all_of(counts.begin(), counts.end(), [](std::int64_t count) { return count == 0; });
}

CashCount cash_count_of(const NoteTally& tally) {
    CashCount count;
    for (std::size_t i = 0; i < tally.counts.size(); ++i)
        if (tally.counts[i] > 0) count.push_back({Dong{counted_notes[i]}, tally.counts[i]});
    return count;
}

Dong total_of(const NoteTally& tally) {
    return ocop::total_of(cash_count_of(tally));
}

NoteTally tally_of(const CashCount& count) {
    NoteTally tally;
    for (const auto& each : count)
        for (std::size_t i = 0; i < counted_notes.size(); ++i)
            if (counted_notes[i] == each.note.amount) tally.counts[i] = std::clamp<std::int64_t>(each.count, 0, most);
    return tally;
}

void select_note(NoteTally& tally, std::size_t row) {
    tally.selected = std::min(row, tally.counts.size() - 1);
    tally.fresh = true;
}

void step_note(NoteTally& tally, std::size_t row, int steps) {
    select_note(tally, row);
    auto& count = tally.counts[tally.selected];
    count = std::clamp<std::int64_t>(count + steps, 0, most);
}

void press_note(NoteTally& tally, const PadPress& press) {
    auto& count = tally.counts[tally.selected];
    const auto before = count == 0 || (tally.fresh && !press.erase) ? std::string() : std::to_string(count);
    const auto digits = applied(before, press, PadLayout::count, most_note_digits);
    count = typed_number(digits);
    tally.fresh = false;
}

} // namespace ocop::kiosk
