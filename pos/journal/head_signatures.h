// Heads of the chain as they were when a shift was closed, signed by the till's key. Kept beside the journal, not in
// it: an entry cannot hold a signature of itself.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/journal.h"
#include "pos/journal/signature.h"

#include <cstdint>
#include <optional>

namespace ocop {

// Signs the present head with the key of the data directory and keeps the signature. What was signed stands without it:
// a failure loses the proof, never the shift.
Result<> sign_present_head(Journal& journal);

// The seq of the first kept signature of `lineage` that does not belong to the stored entry; nothing: all do.
// Throws StorageFailure.
std::optional<std::int64_t> first_wrong_signature(Database& database, const std::string& lineage);

} // namespace ocop
