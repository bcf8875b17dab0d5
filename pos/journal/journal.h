// The one append-only journal of a till. What it says is saved is on the disk.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/journal/entry.h"
#include "pos/store/data_directory.h"
#include "pos/store/database.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ocop {

// What is known of the end of the chain; all of it follows from the stored entries.
struct JournalHead {
    std::string till;
    std::string lineage;
    std::string series = "A";         // letter of the receipt numbers
    std::int64_t receipt_counter = 0; // last one used
    std::int64_t position = 0;        // of the last entry, over all lineages
    std::int64_t seq = 0;
    Hash hash{};
    Dong perpetual_total;
    Instant recorded_at; // of the last entry
};

// A document about to become an entry.
struct EntryDraft {
    std::string kind;
    std::string id; // made when the document was begun, so that a repeated attempt is seen
    Day business_date;
    bool training = false;
    Dong adds_to_perpetual; // non-training sales only
};

// What is written beside an entry in the same transaction: a personal row, local state that the entry replaces. Both
// are there, or neither.
using Beside = std::function<void(Database&)>;

struct JournalOptions {
    std::string vfs; // SQLite VFS, for fault tests
};

// Owned and called by one thread (the storage thread). Owns the writing connection and the writer lock.
class Journal {
public:
    // Opens an existing data directory for writing. Fails with busy (held by another program), newer, storage. A
    // database older than the high-water file (put back from a copy), or with a log that cannot be read to its end,
    // continues in a new lineage: a seq or receipt number that was once given is never given again.
    static Result<Journal> open(const DataDirectory& directory, const std::string& program, Clock& clock,
                                Randomness& randomness, JournalOptions options = {});
    // Creates a data directory with a new lineage and its first entry. Refused when one is already there.
    static Result<Journal> create(const DataDirectory& directory, const std::string& program, const std::string& till,
                                  Clock& clock, Randomness& randomness, JournalOptions options = {});

    // Appends one document and updates the projections in one transaction; durable when it returns a value.
    //   storage:         not saved, and known not to be saved; trying again is safe.
    //   unknown_outcome: it could not be read back whether it was saved; every later append fails the same way.
    //   conflict:        an entry with this id and other content exists already.
    // An id that is already stored with the same content returns the stored entry and writes nothing, nor calls
    // `beside`.
    Result<Entry> append(const EntryDraft& draft, const nlohmann::json& body, const Beside& beside = {});

    // Ends the current lineage and begins the next one in the same database, with the next receipt series: after a
    // fork, or when the database is an older copy than what was once written. `reason` is recorded.
    Result<Entry> begin_lineage(const std::string& reason, Randomness& randomness);

    const JournalHead& head() const { return head_; }
    const DataDirectory& directory() const { return directory_; }
    bool suspect() const { return suspect_; }

    // Named local state that a rebuild leaves alone: drafts, watermarks, lock-outs. Not part of the chain.
    Result<> set_local(const std::string& name, const std::string& value);
    Result<> set_locals(const std::vector<std::pair<std::string, std::string>>& values); // all, or none
    Result<> clear_local(const std::string& name);
    std::optional<std::string> local(const std::string& name);

    // Call when idle: moves the WAL into the file.
    Result<> checkpoint();
    // For queries of the owning thread.
    Database& database() { return *database_; }

private:
    Journal(DataDirectory directory, WriterLock lock, Clock& clock, JournalOptions options);
    Result<Entry> write(const EntryHeader& header, const nlohmann::json& body, const Beside& beside = {});
    Result<> reopen();
    Result<Entry> settle_failed_write(const std::string& id, const std::string& detail);
    Result<> write_local(const std::function<void(Database&)>& write);

    DataDirectory directory_;
    WriterLock lock_;
    Clock* clock_;
    JournalOptions options_;
    std::optional<Database> database_;
    JournalHead head_;
    bool suspect_ = false;
};

// Entries of a lineage from seq `from` on, at most `limit`, as stored. Any connection.
std::vector<Entry> read_entries(Database& database, const std::string& lineage, std::int64_t from, std::int64_t limit);
// All lineages of the database, oldest first.
std::vector<std::string> read_lineages(Database& database);
JournalHead read_head(Database& database);

} // namespace ocop
