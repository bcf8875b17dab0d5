#include "sync/till/sync_engine.h"

#include "pos/store/database.h"
#include "sync/till/answers.h"

#include <algorithm>
#include <utility>

namespace ocop {

const char* name_of(SyncFault fault) {
    switch (fault) {
    case SyncFault::fork:
        return "fork";
    case SyncFault::hub_ahead:
        return "hub_ahead";
    case SyncFault::hub_went_back:
        return "hub_went_back";
    }
    return "";
}

SyncEngine::SyncEngine(SyncParts parts) : parts_(std::move(parts)), journal_(parts_.directory) {
    if (const auto text = parts_.watermarks->get()) memory_ = read_sync_memory(*text);
    if (memory_.hub_id != parts_.hub.hub_id) { // enrolled at another hub since: it has to get everything
        memory_ = SyncMemory();
        memory_.hub_id = parts_.hub.hub_id;
    }
    refresh();
}

Monotonic SyncEngine::step() {
    const auto now = parts_.clock->monotonic();
    try {
        refresh();
        work(now);
        refresh();
    } catch (const StorageFailure& failure) {
        push_failed({ErrorKind::storage, "error.storage", {}, failure.what()}, now);
        if (hello_time_.is_due(now)) hello_time_.fail(now, *parts_.randomness);
        release_time_.fail(now, *parts_.randomness);
        status_.problem = push_problem_;
        status_.settled = false;
    }
    return next_step();
}

void SyncEngine::poke() {
    const auto now = parts_.clock->monotonic();
    push_time_.poke(now);
    if (!greeted_) hello_time_.poke(now);
    release_time_.poke(now);
}

void SyncEngine::work(Monotonic now) {
    if (hello_time_.is_due(now)) return say_hello(now);
    if (!greeted_) return;
    if (push_time_.is_due(now)) {
        if (!to_search_.empty()) return search_further(now);
        if (status_.unsent > 0) return push(now);
    }
    if (release_is_wanted() && release_time_.is_due(now)) take_release(now);
}

// Counts what is unsent and gathers the status.
void SyncEngine::refresh() {
    heads_ = journal_.lineages();
    status_.unsent = 0;
    for (const auto& head : heads_)
        status_.unsent += std::max<std::int64_t>(0, head.seq - mark(head.lineage).seq);
    if (greeted_ && status_.unsent == 0 && to_search_.empty()) push_problem_.reset();
    status_.reached = greeted_;
    status_.problem = hello_problem_ ? hello_problem_ : push_problem_ ? push_problem_ : release_problem_;
    status_.blobs = download_ ? download_->blobs() : 0;
    status_.blobs_left = download_ ? download_->blobs_left() : 0;
    status_.settled = greeted_ && status_.unsent == 0 && to_search_.empty() && !release_is_wanted();
}

Monotonic SyncEngine::next_step() const {
    auto next = hello_time_.due();
    if (greeted_ && (status_.unsent > 0 || !to_search_.empty())) next = std::min(next, push_time_.due());
    if (greeted_ && release_is_wanted()) next = std::min(next, release_time_.due());
    return next;
}

void SyncEngine::say_hello(Monotonic now) {
    const auto attempt = [&]() -> Result<> {
        HttpRequest request;
        request.path = calls::hello;
        const auto asked_at = parts_.clock->now();
        OCOP_TRY_ASSIGN(const auto response, exchange(request));
        const auto answered_at = parts_.clock->now();
        OCOP_TRY(require_answer(response, {200}));
        OCOP_TRY_ASSIGN(auto hello, read_hello(response.body));
        OCOP_TRY(require_hub(hello.hub_id));
        OCOP_TRY(reconcile(hello));
        status_.clock_offset = hello.time.milliseconds - (asked_at.milliseconds + answered_at.milliseconds) / 2;
        status_.last_contact = answered_at;
        const auto* safe = heads_.empty() ? nullptr : find_head(hello.safe, heads_.back().lineage, {});
        status_.safe = safe != nullptr ? safe->seq : 0;
        if (hello.release != hello_.release && download_) download_->restart();
        hello_ = std::move(hello);
        return {};
    };
    if (auto done = attempt(); !done) {
        greeted_ = false;
        hello_problem_ = std::move(done.error());
        return hello_time_.fail(now, *parts_.randomness, asked_wait());
    }
    greeted_ = true;
    hello_problem_.reset();
    hello_time_.succeed(now, hello_interval);
}

// The hub's own state is the only truth about what it holds, checked against the till's own hashes.
Result<> SyncEngine::reconcile(const Hello& hello) {
    auto memory = memory_;
    const bool new_epoch = memory.epoch != hello.epoch;
    memory.epoch = hello.epoch;
    std::set<std::string> to_search;
    for (const auto& head : heads_) {
        auto known = mark(head.lineage);
        const auto* stored = find_head(hello.stored, head.lineage, known.branch);
        const bool is_current = head.lineage == heads_.back().lineage;
        if (stored != nullptr && journal_.hash_at(head.lineage, stored->seq) == stored->hash)
            memory.lineages[head.lineage] = {stored->seq, stored->hash, known.branch};
        else if (stored == nullptr && known.branch.empty())
            memory.lineages[head.lineage] = {};
        else if (stored == nullptr || is_current || new_epoch || known.seq != head.seq || stored->seq < head.seq)
            to_search.insert(head.lineage);
        // else: an ended lineage that is all there, though the hub knows how it went on elsewhere
    }
    OCOP_TRY(remember(std::move(memory)));
    if (search_ && to_search.count(search_->lineage()) == 0) search_.reset();
    to_search_ = std::move(to_search);
    return {};
}

bool SyncEngine::release_is_wanted() const {
    return !hello_.release.empty() && memory_.release != hello_.release.text();
}

void SyncEngine::take_release(Monotonic now) {
    if (!download_) download_.emplace(parts_.directory);
    const auto attempt = [&]() -> Result<> {
        OCOP_TRY_ASSIGN(const auto progress, download_->step(*parts_.connection, journal_.release_manifest()));
        if (progress == ReleaseDownload::Progress::more) return {};
        if (progress == ReleaseDownload::Progress::complete)
            OCOP_TRY(parts_.events.adopt_release(download_->release(), download_->manifest_sha256()));
        auto memory = memory_;
        memory.release = hello_.release.text();
        OCOP_TRY(remember(std::move(memory)));
        download_.reset();
        return {};
    };
    if (auto done = attempt(); !done) {
        release_problem_ = std::move(done.error());
        if (download_->moved()) release_time_.succeed(now); // a bad line, but it brings something each time
        return release_time_.fail(now, *parts_.randomness);
    }
    release_problem_.reset();
    release_time_.succeed(now);
}

Result<HttpResponse> SyncEngine::exchange(const HttpRequest& request) {
    last_retry_after_ = 0;
    auto response = parts_.connection->exchange(request);
    if (response) last_retry_after_ = response->retry_after;
    return response;
}

Result<> SyncEngine::require_hub(const std::string& hub_id) const {
    if (hub_id == parts_.hub.hub_id) return {};
    return fail(ErrorKind::offline, "error.hub_other", {{"hub", parts_.hub.url}}, hub_id);
}

Watermark SyncEngine::mark(const std::string& lineage) const {
    const auto found = memory_.lineages.find(lineage);
    return found == memory_.lineages.end() ? Watermark{} : found->second;
}

// Durable first: a watermark that is not written down has not moved.
Result<> SyncEngine::remember(SyncMemory memory) {
    if (memory == memory_) return {};
    OCOP_TRY(parts_.watermarks->set(write_sync_memory(memory)));
    std::swap(memory_, memory);
    for (const auto& [lineage, before] : memory.lineages) {
        const auto after = mark(lineage);
        if (after.branch == before.branch && after.seq < before.seq && parts_.events.found)
            parts_.events.found(SyncFault::hub_went_back, lineage, after.seq);
    }
    return {};
}

} // namespace ocop
