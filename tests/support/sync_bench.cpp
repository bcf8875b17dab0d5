#include "tests/support/sync_bench.h"

#include "pos/journal/signature.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace ocop::testing {

SyncBench::SyncBench(const std::filesystem::path& folder, HubConnection& connection, std::uint64_t seed)
    : directory{folder}, line(&connection), randomness(seed) {
    auto opened = directory.exists() ? Journal::open(directory, "test", clock, randomness)
                                     : Journal::create(directory, "test", "Q2", clock, randomness);
    if (!opened) throw std::runtime_error(opened.error().key + " " + opened.error().detail);
    journal.emplace(std::move(*opened));
}

SyncBench::SyncBench(const std::filesystem::path& folder, FakeHub& fake_hub, std::uint64_t seed)
    : SyncBench(folder, static_cast<HubConnection&>(fake_hub), seed) {
    settings.url = "fake";
    settings.hub_id = identity('1');
    settings.till_id = identity('7');
    fake_hub.time = [start = clock.now()] { return start; };
    restart();
}

SyncBench::SyncBench(const std::filesystem::path& folder, RealHub& real_hub, std::uint64_t seed)
    : SyncBench(folder, static_cast<HubConnection&>(real_hub), seed) {
    settings = real_hub.enrol(TillKey::load_or_create(directory.key())->public_key());
    restart();
}

void SyncBench::restart() {
    SyncParts parts{directory, settings,   *TillKey::load_or_create(directory.key()), line, this, {},
                    &clock,    &randomness};
    parts.events.begin_lineage = [this](const std::string& reason) -> Result<> {
        OCOP_TRY(journal->begin_lineage(reason, randomness));
        return {};
    };
    parts.events.adopt_release = [this](const ReleaseId& release, const std::string& manifest) -> Result<> {
        adopted.emplace_back(release, manifest);
        return {};
    };
    parts.events.found = [this](SyncFault fault, const std::string&, std::int64_t seq) {
        faults.emplace_back(fault, seq);
    };
    engine = std::make_unique<SyncEngine>(std::move(parts));
}

void SyncBench::sell(int count) {
    for (int i = 0; i < count; ++i) {
        const EntryDraft draft{
            kind::cash_movement, make_uuid_v7(clock.now(), randomness), day_of(clock.now()), false, {}};
        if (!journal->append(draft, {{"shift", "s"}, {"amount", 1000 + sold++}, {"reason", "đổi tiền lẻ"}}))
            throw std::runtime_error("the journal refuses");
    }
}

void SyncBench::step() {
    const auto before = clock.monotonic();
    const auto next = engine->step();
    if (next.milliseconds > before.milliseconds + BackOff::longest_asked_wait)
        throw std::runtime_error("the engine is not armed again");
    if (next > before) clock.advance(next.milliseconds - before.milliseconds);
}

bool SyncBench::settle(int steps) {
    for (int i = 0; i < steps; ++i) {
        step();
        if (engine->status().settled) return true;
    }
    return false;
}

std::vector<Entry> SyncBench::entries(const std::string& lineage) {
    return read_entries(journal->database(), lineage, 1, 1'000'000);
}

SyncMemory SyncBench::memory() {
    return read_sync_memory(get().value_or(""));
}

std::optional<std::string> SyncBench::get() {
    return journal->local(sync_memory_name);
}

Result<> SyncBench::set(const std::string& value) {
    if (failing_writes > 0) {
        --failing_writes;
        return fail(ErrorKind::storage, "error.storage", {}, "as the test asked");
    }
    return journal->set_local(sync_memory_name, value);
}

} // namespace ocop::testing
