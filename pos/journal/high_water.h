// The highest seq known to be written, kept in a file outside the database: a database put back from an older copy
// shows against it (reference/sync.md §5, "Till restored from an old backup").
#pragma once

#include "pos/base/result.h"
#include "pos/store/data_directory.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ocop {

struct HighWater {
    std::string lineage;
    std::int64_t seq = 0;
};

// Nothing when there is no such file or it cannot be read: it is a warning, never a reason to stop selling.
std::optional<HighWater> read_high_water(const DataDirectory& directory);
// Replaces the file atomically.
Result<> write_high_water(const DataDirectory& directory, const HighWater& mark);

} // namespace ocop
