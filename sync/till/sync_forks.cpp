// SyncEngine: where histories part, and what follows from it.
#include "sync/till/answers.h"
#include "sync/till/sync_engine.h"

#include <algorithm>
#include <utility>

namespace ocop {

void SyncEngine::search_further(Monotonic now) {
    const auto lineage = *to_search_.begin();
    bool no_fork = false;
    const auto attempt = [&]() -> Result<> {
        if (!search_ || search_->lineage() != lineage) {
            const auto head = std::find_if(heads_.begin(), heads_.end(),
                                           [&](const LineageHead& candidate) { return candidate.lineage == lineage; });
            search_.emplace(lineage, head == heads_.end() ? 0 : head->seq);
        }
        HttpRequest request;
        request.path = calls::hashes(lineage, search_->at());
        OCOP_TRY_ASSIGN(const auto response, exchange(request));
        OCOP_TRY(require_answer(response, {200}));
        OCOP_TRY_ASSIGN(const auto ladder, read_hash_ladder(response.body));
        OCOP_TRY(require_hub(ladder.hub_id));
        if (ladder.lineage != lineage || ladder.epoch != memory_.epoch)
            return fail(ErrorKind::offline, "error.hub_answer_differs", {}, "ladder of another lineage or epoch");
        OCOP_TRY(search_->take(ladder, [&](std::int64_t seq) { return journal_.hash_at(lineage, seq); }));
        if (!search_->done()) return {};
        // A new lineage is for ever and people are alarmed: the hub has to say the same twice.
        if (const std::pair found{lineage, search_->common()};
            (search_->diverged() || search_->hub_is_ahead()) && suspected_ != found) {
            suspected_ = found;
            search_.reset();
            return {};
        }
        suspected_.reset();
        OCOP_TRY(conclude(*search_, no_fork));
        search_.reset();
        to_search_.erase(lineage);
        return leave_forked_lineage();
    };
    if (auto done = attempt(); !done) {
        search_.reset();
        greeted_ = false;
        hello_time_.fail(now, *parts_.randomness, asked_wait());
        return push_failed(std::move(done.error()), now);
    }
    // A hub that cries fork where its own hashes show none would be asked for ever: it is asked ever more slowly.
    if (no_fork) return push_time_.fail(now, *parts_.randomness);
    push_time_.poke(now);
}

Result<> SyncEngine::conclude(const ForkSearch& search, bool& no_fork) {
    const auto own = journal_.hash_at(search.lineage(), search.common());
    if (!own) return fail(ErrorKind::storage, "error.storage", {}, "an entry that was there is gone");
    auto memory = memory_;
    auto& mark = memory.lineages[search.lineage()];
    const bool news = mark.branch.empty();
    mark.seq = search.common();
    mark.hash = *own;
    if (search.diverged()) {
        // The name is random and written down before it is used: a clone of this disk makes another one.
        if (news) mark.branch = random_hex(16, *parts_.randomness);
        OCOP_TRY(remember(std::move(memory)));
        if (news && parts_.events.found) parts_.events.found(SyncFault::fork, search.lineage(), search.common() + 1);
        return {};
    }
    mark.branch.clear();
    OCOP_TRY(remember(std::move(memory)));
    no_fork = !search.hub_is_ahead();
    const bool is_current = !heads_.empty() && heads_.back().lineage == search.lineage();
    if (no_fork || !is_current) return {};
    // Numbers that the hub holds already must not be used again: an older copy of the disk was put back.
    OCOP_TRY(parts_.events.begin_lineage(name_of(SyncFault::hub_ahead)));
    if (parts_.events.found) parts_.events.found(SyncFault::hub_ahead, search.lineage(), search.common());
    return {};
}

// A lineage that forked takes no further entries. Tried again before every push until it is so.
Result<> SyncEngine::leave_forked_lineage() {
    heads_ = journal_.lineages();
    if (heads_.empty() || mark(heads_.back().lineage).branch.empty()) return {};
    OCOP_TRY(parts_.events.begin_lineage(name_of(SyncFault::fork)));
    heads_ = journal_.lineages();
    return {};
}

} // namespace ocop
