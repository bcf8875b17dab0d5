// Notes being counted on the screen: how many of each, and which one the number pad writes.
#pragma once

#include "kiosk/ui/number_pad.h"
#include "pos/shifts/cash_count.h"

#include <array>
#include <cstddef>

namespace ocop::kiosk {

struct NoteTally {
    std::array<std::int64_t, counted_notes.size()> counts{};
    std::size_t selected = 0; // row that the pad writes
    bool fresh = true;        // the next digit begins its number anew

    bool empty() const; // nothing was counted
    bool operator==(const NoteTally&) const = default;
};

inline constexpr std::size_t most_note_digits = 3;

CashCount cash_count_of(const NoteTally& tally);
Dong total_of(const NoteTally& tally);
// The same notes counted; notes that the screen does not have are left out.
NoteTally tally_of(const CashCount& count);

void select_note(NoteTally& tally, std::size_t row);
void step_note(NoteTally& tally, std::size_t row, int steps); // selects it too; never below none
void press_note(NoteTally& tally, const PadPress& press);

} // namespace ocop::kiosk
