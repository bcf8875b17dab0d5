#include "sync/till/fork_search.h"

#include "sync/protocol/documents.h"

#include <algorithm>

namespace ocop {

Result<> ForkSearch::take(const HashLadder& ladder, const std::function<std::optional<Hash>(std::int64_t)>& own_hash) {
    if (!hub_seq_) {
        hub_seq_ = ladder.stored_seq;
        lowest_different_ = std::min(own_seq_, ladder.stored_seq) + 1; // beyond the shorter one there is nothing equal
    } else if (*hub_seq_ != ladder.stored_seq) {                       // it took in entries meanwhile, or lost some
        *this = ForkSearch(std::move(lineage_), own_seq_);
        return {};
    }
    const auto before_equal = highest_equal_;
    const auto before_different = lowest_different_;
    for (const auto& rung : ladder.rungs) {
        if (rung.seq >= lowest_different_ || rung.seq > at_) continue;
        if (own_hash(rung.seq) == rung.hash) {
            highest_equal_ = std::max(highest_equal_, rung.seq);
            break;
        }
        lowest_different_ = rung.seq;
    }
    const bool learned = highest_equal_ != before_equal || lowest_different_ != before_different || done();
    if (!learned || highest_equal_ >= lowest_different_) return protocol_broken("hash ladder", "no rung of use");
    at_ = lowest_different_ - 1;
    return {};
}

} // namespace ocop
