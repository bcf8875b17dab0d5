// What follows from an entry at the hub: its sale, once.
#pragma once

#include "pos/journal/entry.h"
#include "pos/store/database.h"

#include <string>

namespace ocop {

struct StoredPlace {
    std::string lineage;
    std::string branch;
    std::string till; // who sent it
};

// Inside the entry's transaction. An entry that cannot be counted goes to quarantine with its reason and blocks nobody:
// "unreadable", or "same_id" when another sale with its id is counted already. Kinds that are no sale change nothing.
void project_at_hub(Database& database, const StoredPlace& place, const Entry& entry);

void put_into_quarantine(Database& database, const StoredPlace& place, std::int64_t seq, const std::string& reason,
                         const std::string& detail);

} // namespace ocop
