#include "sync/till/own_till.h"

#include "sync/till/sync_memory.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {

std::optional<std::string> OwnTill::get() {
    return till_->journal().local(sync_memory_name);
}

Result<> OwnTill::set(const std::string& value) {
    return till_->journal().set_local(sync_memory_name, value);
}

Result<> OwnTill::begin_lineage(const std::string& reason) {
    OCOP_TRY(till_->journal().begin_lineage(reason, *randomness_));
    return {};
}

Result<> OwnTill::adopt_release(const ReleaseId& release, const std::string& manifest_sha256) {
    return till_->adopt_release(release, manifest_sha256);
}

void OwnTill::found(SyncFault fault, const std::string& lineage, std::int64_t seq) {
    if (!recorded_.emplace(name_of(fault) + lineage, seq).second) return;
    const EntryDraft draft{kind::fault, make_uuid_v7(clock_->now(), *randomness_), day_of(clock_->now()), false, {}};
    // A failing disk tells people by itself; the fault was about the hub, and nothing of it is lost.
    static_cast<void>(
        till_->journal()
            .append(draft, {{"fault", name_of(fault)}, {"lineage_at_fault", lineage}, {"seq_at_fault", seq}})
            .has_value());
}

SyncEvents OwnTill::events() {
    SyncEvents events;
    events.begin_lineage = [this](const std::string& reason) { return begin_lineage(reason); };
    events.adopt_release = [this](const ReleaseId& release, const std::string& manifest_sha256) {
        return adopt_release(release, manifest_sha256);
    };
    events.found = [this](SyncFault fault, const std::string& lineage, std::int64_t seq) {
        found(fault, lineage, seq);
    };
    return events;
}

std::int64_t count_unsent(Journal& journal) {
    const auto memory = read_sync_memory(journal.local(sync_memory_name).value_or(""));
    auto& next = journal.database().cached("SELECT min(lineage) FROM entry WHERE lineage > ?");
    auto& head = journal.database().cached("SELECT max(seq) FROM entry WHERE lineage = ?");
    std::int64_t unsent = 0;
    for (std::string lineage;;) {
        next.reset();
        next.bind_all(lineage).step();
        lineage = next.text(0);
        next.reset();
        if (lineage.empty()) break;
        head.reset();
        head.bind_all(lineage).step();
        const auto mark = memory.lineages.find(lineage);
        const auto acknowledged = mark == memory.lineages.end() ? 0 : mark->second.seq;
        unsent += std::max<std::int64_t>(0, head.integer(0) - acknowledged);
        head.reset();
    }
    return unsent;
}

} // namespace ocop
