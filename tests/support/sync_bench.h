// A till with a real journal and a sync engine, stepped against a hub by a clock that stands still.
#pragma once

#include "pos/base/clock.h"
#include "pos/journal/journal.h"
#include "sync/till/sync_engine.h"
#include "tests/support/fake_hub.h"
#include "tests/support/real_hub.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ocop::testing {

class SyncBench final : public WatermarkStore {
public:
    // Opens the till in the folder, or creates it.
    SyncBench(const std::filesystem::path& folder, FakeHub& fake_hub, std::uint64_t seed = 1);
    // Enrolled at a real one; a copy of the folder is the same till to it.
    SyncBench(const std::filesystem::path& folder, RealHub& real_hub, std::uint64_t seed = 1);

    void sell(int count);
    void restart(); // a new engine over the same journal, as after a power cut
    // One step; the clock then stands where the next one is due. Throws when that is not within the longest wait.
    void step();
    // Steps until settled, at most `steps` times; whether it got there.
    bool settle(int steps = 400);
    std::vector<Entry> entries(const std::string& lineage);
    std::string lineage() { return journal->head().lineage; }
    SyncMemory memory();

    std::optional<std::string> get() override;
    Result<> set(const std::string& value) override;

    DataDirectory directory;
    HubConnection* line = nullptr;
    HubSettings settings;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness;
    std::optional<Journal> journal;
    std::unique_ptr<SyncEngine> engine;
    std::vector<std::pair<SyncFault, std::int64_t>> faults;
    std::vector<std::pair<ReleaseId, std::string>> adopted;
    int failing_writes = 0; // so many of the next set() fail
    int sold = 0;

private:
    SyncBench(const std::filesystem::path& folder, HubConnection& connection, std::uint64_t seed);
};

} // namespace ocop::testing
