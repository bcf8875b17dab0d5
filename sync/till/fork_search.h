// Where the till's history of a lineage and the hub's last agree, found by hash ladders: a pure state machine.
#pragma once

#include "pos/base/result.h"
#include "sync/protocol/hash_ladder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace ocop {

class ForkSearch {
public:
    ForkSearch(std::string lineage, std::int64_t own_seq)
        : lineage_(std::move(lineage)), own_seq_(own_seq), at_(own_seq) {}

    const std::string& lineage() const { return lineage_; }
    std::int64_t at() const { return at_; } // the ladder to ask for

    // Takes the hub's ladder from at(). `own_hash` is the till's hash of a seq. Refused when the ladder says nothing
    // new. Begins again when the hub's end has moved meanwhile.
    Result<> take(const HashLadder& ladder, const std::function<std::optional<Hash>(std::int64_t)>& own_hash);

    bool done() const { return hub_seq_ && lowest_different_ == highest_equal_ + 1; }
    // Valid when done. The histories agree up to common(); diverged(): both go on behind it, differently.
    std::int64_t common() const { return highest_equal_; }
    bool diverged() const { return common() < own_seq_ && common() < *hub_seq_; }
    bool hub_is_ahead() const { return common() == own_seq_ && *hub_seq_ > own_seq_; }

private:
    std::string lineage_;
    std::int64_t own_seq_;
    std::int64_t at_;
    std::optional<std::int64_t> hub_seq_;
    std::int64_t highest_equal_ = 0; // nothing before the first entry differs
    std::int64_t lowest_different_ = 0;
};

} // namespace ocop
