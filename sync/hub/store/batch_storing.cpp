#include "sync/hub/store/batch_storing.h"

#include "sync/hub/store/hub_projections.h"
#include "sync/hub/store/stored_hash.h"

#include <span>

namespace ocop {
namespace {

// The chain that a batch belongs to, as stored before it.
struct StoredChain {
    std::int64_t first_seq = 0; // 0: nothing is stored
    std::int64_t last_seq = 0;
    Hash last_hash{};
};

StoredChain read_chain(Database& database, const std::string& lineage, const std::string& branch) {
    auto& find = database.cached("SELECT first_seq, last_seq, last_hash FROM chain WHERE lineage = ? AND branch = ?");
    find.bind_all(lineage, branch);
    if (!find.step()) return {};
    StoredChain chain{find.integer(0), find.integer(1), from_column(find.bytes(2))};
    find.reset();
    return chain;
}

// Hash at seq in the history that this chain is the end of: before a tail begins, the main line's.
std::optional<Hash> hash_in_history(Database& database, const BatchHeader& header, const StoredChain& chain,
                                    std::int64_t seq) {
    const bool in_tail = chain.first_seq != 0 && seq >= chain.first_seq;
    return find_hash(database, header.lineage, in_tail ? header.branch : std::string(), seq);
}

void note_fork(Database& database, const BatchHeader& header, const EnrolledTill& sender, std::int64_t seq,
               Instant now) {
    database.cached("INSERT OR IGNORE INTO fork VALUES (?, ?, ?, ?)")
        .bind_all(header.lineage, seq, sender.code, now.milliseconds)
        .run();
}

void insert_entry(Database& database, const StoredPlace& place, const EnrolledTill& sender, const Entry& entry,
                  Instant now) {
    database.cached("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(1, place.lineage)
        .bind(2, place.branch)
        .bind(3, entry.header.seq)
        .bind(4, std::span<const std::byte>(entry.hash))
        .bind(5, std::as_bytes(std::span(entry.bytes)))
        .bind(6, place.till)
        .bind(7, now.milliseconds)
        .run();
    if (sender.revoked)
        put_into_quarantine(database, place, entry.header.seq, "revoked", "");
    else
        project_at_hub(database, place, entry);
}

} // namespace

StoredHead find_chain(Database& database, const std::string& lineage, const std::string& branch) {
    const auto chain = read_chain(database, lineage, branch);
    return {lineage, branch, chain.last_seq, chain.last_hash};
}

std::optional<Hash> find_hash(Database& database, const std::string& lineage, const std::string& branch,
                              std::int64_t seq) {
    auto& find = database.cached("SELECT hash FROM entry WHERE lineage = ? AND branch = ? AND seq = ?");
    find.bind_all(lineage, branch, seq);
    if (!find.step()) return std::nullopt;
    const auto hash = from_column(find.bytes(0));
    find.reset();
    return hash;
}

BatchAnswer lay_batch(Database& database, const JournalBatch& batch, const EnrolledTill& sender, Instant now) {
    const auto& header = batch.header;
    auto chain = read_chain(database, header.lineage, header.branch);
    BatchAnswer answer;
    answer.lineage = header.lineage;
    answer.branch = header.branch;
    answer.stored_seq = chain.last_seq;
    answer.stored_hash = chain.last_hash;

    if (header.from_seq > 1) {
        const auto before = hash_in_history(database, header, chain, header.from_seq - 1);
        answer.gap = !before;
        answer.fork = before && *before != header.prev_hash;
    }
    // The first batch of a tail begins where it says: its entries are not those of the main line.
    const bool new_tail = !header.branch.empty() && chain.first_seq == 0;
    for (const auto& entry : batch.entries) {
        if (answer.gap || answer.fork || new_tail || entry.header.seq > chain.last_seq) break;
        const auto known = hash_in_history(database, header, chain, entry.header.seq);
        if (!known) break;
        ++answer.duplicates;
        if (*known == entry.hash) continue;
        answer.fork = true;
        answer.divergent_at = entry.header.seq;
    }
    if (answer.fork)
        note_fork(database, header, sender, answer.divergent_at != 0 ? answer.divergent_at : header.from_seq - 1, now);
    if (answer.fork || answer.gap) return answer;

    const StoredPlace place{header.lineage, header.branch, sender.id};
    // A till may find the fork by the hub's hashes before it ever sends a batch that does not fit.
    if (new_tail) note_fork(database, header, sender, header.from_seq, now);
    if (chain.first_seq == 0) chain.first_seq = header.from_seq;
    for (auto at = static_cast<std::size_t>(answer.duplicates); at < batch.entries.size(); ++at) {
        insert_entry(database, place, sender, batch.entries[at], now);
        chain.last_seq = batch.entries[at].header.seq;
        chain.last_hash = batch.entries[at].hash;
    }
    database.cached("INSERT OR REPLACE INTO chain VALUES (?, ?, ?, ?, ?)")
        .bind_all(header.lineage, header.branch, chain.first_seq, chain.last_seq, to_column(chain.last_hash))
        .run();
    database.cached("INSERT OR IGNORE INTO chain_sender VALUES (?, ?, ?)")
        .bind_all(sender.id, header.lineage, header.branch)
        .run();
    answer.stored_seq = chain.last_seq;
    answer.stored_hash = chain.last_hash;
    return answer;
}

} // namespace ocop
