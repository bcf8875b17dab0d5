// The till's journal as the sync thread sees it: a read-only connection of its own.
#pragma once

#include "pos/journal/journal.h"
#include "pos/store/data_directory.h"
#include "pos/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct LineageHead {
    std::string lineage;
    std::int64_t seq = 0;
};

// One thread. Everything throws StorageFailure when the disk fails.
class JournalView {
public:
    explicit JournalView(const DataDirectory& directory);

    // All lineages, oldest first; the last one is the one being written.
    std::vector<LineageHead> lineages();
    // The till's own hash of an entry, as stored: zero for seq 0, nothing when there is no such entry.
    std::optional<Hash> hash_at(const std::string& lineage, std::int64_t seq);
    // Entries as stored, with the hash that was stored beside the bytes: bytes changed since do not fit it. Ends before
    // bytes that are no entry.
    std::vector<Entry> entries(const std::string& lineage, std::int64_t from, std::size_t limit);
    // Manifest of the release in force, by its SHA-256; empty when there is none.
    std::string release_manifest();
    // Named local state (Journal::local).
    std::optional<std::string> local(const std::string& name);
    // Code that is printed on receipts.
    std::string till_code();

private:
    Database database_;
    std::vector<std::string> lineages_;
};

} // namespace ocop
