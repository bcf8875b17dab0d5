// Cash counted by hand, note by note: the float when a shift opens, the drawer when it closes.
#pragma once

#include "pos/base/result.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace ocop {

struct NoteCount {
    Dong note;
    std::int64_t count = 0;
    bool operator==(const NoteCount&) const = default;
};
// Dearest first; notes of which there are none are left out.
using CashCount = std::vector<NoteCount>;

// What the counting screens ask for.
inline constexpr std::array<std::int64_t, 9> counted_notes{500'000, 200'000, 100'000, 50'000, 20'000,
                                                           10'000,  5'000,   2'000,   1'000};

Dong total_of(const CashCount& count);

nlohmann::json cash_count_to_json(const CashCount& count);
// Throws json::exception when it is not such a list; an entry's reader turns that into its error.
CashCount cash_count_from_json(const nlohmann::json& body);

// A count that somebody could have made: known notes only, none of them negative, each once, and a sum that fits.
Result<> check_cash_count(const CashCount& count);

} // namespace ocop
