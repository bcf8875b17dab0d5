// SyncEngine: sending entries and moving the watermark.
#include "sync/protocol/journal_batch.h"
#include "sync/till/answers.h"
#include "sync/till/sync_engine.h"

#include <algorithm>

namespace ocop {

const LineageHead* SyncEngine::next_unsent() const {
    const LineageHead* chosen = nullptr;
    for (const auto& head : heads_) {
        if (head.seq <= mark(head.lineage).seq) continue;
        if (head.lineage != avoid_) return &head;
        chosen = &head;
    }
    return chosen;
}

void SyncEngine::push(Monotonic now) {
    if (auto left = leave_forked_lineage(); !left) return push_failed(std::move(left.error()), now);
    const auto* unsent = next_unsent();
    if (unsent == nullptr) return;
    const auto head = *unsent;
    if (auto pushed = push_batch(head, now); !pushed) {
        avoid_ = head.lineage;
        batch_entries_ = std::max<std::size_t>(1, batch_entries_ / 2);
        push_failed(std::move(pushed.error()), now);
    }
}

Result<> SyncEngine::push_batch(const LineageHead& head, Monotonic now) {
    const auto known = mark(head.lineage);
    auto entries = journal_.entries(head.lineage, known.seq + 1, batch_entries_);
    if (entries.empty() || entries.front().header.prev_hash != known.hash)
        return fail(ErrorKind::storage, "error.chain_broken", {{"seq", std::to_string(known.seq + 1)}});
    entries.resize(batch_size(entries, batch_entries_));
    const auto sent_to = entries.back().header.seq;
    HttpRequest request;
    request.path = calls::journal;
    request.content_type = media_type::batch;
    OCOP_TRY_ASSIGN(request.body, encode_batch(parts_.hub.till_id, known.branch, entries, parts_.key));
    auto response = exchange(request);
    if (!response) { // perhaps stored, perhaps not: the hub says so at the next hello
        greeted_ = false;
        hello_time_.fail(now, *parts_.randomness);
        return fail(std::move(response.error()));
    }
    OCOP_TRY(require_answer(*response, {200, 409}));
    OCOP_TRY_ASSIGN(const auto answer, read_batch_answer(response->body));
    OCOP_TRY(require_hub(answer.hub_id));
    if (answer.lineage != head.lineage || answer.branch != known.branch)
        return fail(ErrorKind::offline, "error.hub_answer_differs", {}, "answer about another lineage");
    if (answer.epoch != memory_.epoch) { // restored or promoted since the hello: compare everything again
        greeted_ = false;
        hello_time_.poke(now);
        push_time_.fail(now, *parts_.randomness);
        return {};
    }
    return accept(answer, head, sent_to, now);
}

Result<> SyncEngine::accept(const BatchAnswer& answer, const LineageHead& head, std::int64_t sent_to, Monotonic now) {
    if (answer.fork) { // not believed before the hub's hashes have been compared
        to_search_.insert(head.lineage);
        search_.reset();
        return {};
    }
    if (journal_.hash_at(head.lineage, answer.stored_seq) != answer.stored_hash) {
        greeted_ = false;
        hello_time_.fail(now, *parts_.randomness);
        return fail(ErrorKind::offline, "error.hub_answer_differs", {},
                    "hash at seq " + std::to_string(answer.stored_seq));
    }
    auto memory = memory_;
    memory.lineages[head.lineage] = {answer.stored_seq, answer.stored_hash, answer.branch};
    OCOP_TRY(remember(std::move(memory)));
    status_.last_contact = parts_.clock->now();
    if (answer.stored_seq < sent_to) { // a gap: goes on from what the hub holds, but not in a tight loop
        push_time_.fail(now, *parts_.randomness);
        return {};
    }
    avoid_.clear();
    push_problem_.reset();
    batch_entries_ = std::min(most_batch_entries, batch_entries_ * 2);
    push_time_.succeed(now);
    return {};
}

void SyncEngine::push_failed(Error error, Monotonic now) {
    push_problem_ = std::move(error);
    push_time_.fail(now, *parts_.randomness, asked_wait());
}

} // namespace ocop
