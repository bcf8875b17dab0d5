// The tables `usage_measure` and `usage_product`: counts per hour. Entries of one hour add up: a clock that jumps back
// makes a second entry of that hour, and what it counts happened as well.
#pragma once

#include "pos/journal/projections.h"
#include "pos/usage/usage_counts.h"

namespace ocop {

// Part of the entry's transaction. A body that holds no counts throws nlohmann::json::exception.
void project_usage(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);

// Sums from `from` up to, not including, `until`; none in a database of an older schema that is only read. Any
// connection; throws StorageFailure.
UsageCounts read_usage(Database& database, UsageHour from, UsageHour until);

} // namespace ocop
