// Answer to POST /v1/journal, given after COMMIT (status 200), or saying why nothing was stored (status 409).
#pragma once

#include "pos/base/result.h"
#include "pos/journal/entry.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ocop {

// The till moves its watermark only if stored_hash is its own hash at stored_seq.
struct BatchAnswer {
    std::string hub_id;
    std::string epoch;
    std::string lineage;
    std::string branch;            // empty = main line
    std::int64_t stored_seq = 0;   // 0: the hub holds nothing of it
    Hash stored_hash{};            // zero with stored_seq 0
    bool fork = false;             // another hash is stored at divergent_at; nothing was stored
    std::int64_t divergent_at = 0; // first seq that differs, as far as this batch shows it; 0 = before the batch
    bool gap = false;              // entries between stored_seq and the batch are missing; nothing was stored
    std::int64_t duplicates = 0;   // entries of the batch that were stored already
    bool operator==(const BatchAnswer&) const = default;
};

std::string write_batch_answer(const BatchAnswer& answer);
Result<BatchAnswer> read_batch_answer(std::string_view text);

} // namespace ocop
