// How a batch is laid beside what a hub holds of its lineage.
#pragma once

#include "pos/store/database.h"
#include "sync/hub/store/hub_store.h"

#include <optional>

namespace ocop {

// Inside the caller's transaction. The answer lacks hub id and epoch.
BatchAnswer lay_batch(Database& database, const JournalBatch& batch, const EnrolledTill& sender, Instant now);

StoredHead find_chain(Database& database, const std::string& lineage, const std::string& branch);
std::optional<Hash> find_hash(Database& database, const std::string& lineage, const std::string& branch,
                              std::int64_t seq);

} // namespace ocop
