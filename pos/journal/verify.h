// Walks the chain and the projections and says exactly what does not hold.
#pragma once

#include "pos/journal/entry.h"
#include "pos/store/data_directory.h"
#include "pos/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct VerifyReport {
    std::int64_t entries = 0;
    std::string lineage;
    Hash head{};
    std::int64_t head_seq = 0; // of that lineage
    Dong perpetual_total;
    std::optional<std::int64_t> first_bad_seq; // of the chain
    std::string reason;                        // key of a sentence under "verify."
    std::vector<std::string> different_tables; // projections that differ from a rebuild
    std::optional<std::string> database_fault; // what SQLite itself finds
    bool sound() const { return !first_bad_seq && different_tables.empty() && !database_fault; }
};

// Opens the journal read-only and compares everything; projections are recomputed in memory, nothing is written. A
// chain that ends before what the high-water file remembers has lost its tail.
Result<VerifyReport> verify(const DataDirectory& directory);
// The same of an open database, which may be the writing connection; knows nothing of a high-water file.
Result<VerifyReport> verify(Database& database);

} // namespace ocop
