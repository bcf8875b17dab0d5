// GET /v1/journal/{lineage}/hashes?at=n: hashes of the main line at seq n, n−1, n−2, n−4 ... (n cut to the stored end),
// by which a till finds where two histories last agree in a few calls.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/entry.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct Rung {
    std::int64_t seq = 0;
    Hash hash{};
    bool operator==(const Rung&) const = default;
};

struct HashLadder {
    std::string hub_id;
    std::string epoch;
    std::string lineage;
    std::int64_t stored_seq = 0; // end of the main line; 0: the hub holds nothing of it
    std::vector<Rung> rungs;     // seq falling
    bool operator==(const HashLadder&) const = default;
};

// The seqs that a ladder from `at` on holds: at, at−1, at−2, at−4 ... and always 1.
std::vector<std::int64_t> ladder_seqs(std::int64_t at);

std::string write_hash_ladder(const HashLadder& ladder);
Result<HashLadder> read_hash_ladder(std::string_view text);

} // namespace ocop
