// What the sync engine needs of a till whose thread this is: the command line's, or the kiosk's storage thread.
#pragma once

#include "pos/till/till.h"
#include "sync/till/sync_engine.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace ocop {

// The thread that owns the till. The till outlives it.
class OwnTill final : public WatermarkStore {
public:
    OwnTill(Till& till, const Clock& clock, Randomness& randomness)
        : till_(&till), clock_(&clock), randomness_(&randomness) {}

    std::optional<std::string> get() override;
    Result<> set(const std::string& value) override;

    Result<> begin_lineage(const std::string& reason);
    Result<> adopt_release(const ReleaseId& release, const std::string& manifest_sha256);
    // Writes a fault entry, so that organisers see it; the same one once.
    void found(SyncFault fault, const std::string& lineage, std::int64_t seq);
    SyncEvents events(); // these three

private:
    Till* till_;
    const Clock* clock_;
    Randomness* randomness_;
    std::set<std::pair<std::string, std::int64_t>> recorded_;
};

// Entries that the hub has not acknowledged, by what the till remembers of it; all of them when it never met one.
std::int64_t count_unsent(Journal& journal);

} // namespace ocop
