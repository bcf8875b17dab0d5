// What SQLite passes over in silence: it stops reading its write-ahead log at the first frame that does not check, and
// what follows is as if it had never been written. After a power cut that is right; when a frame decayed that had been
// synced, saved entries are missing (https://sqlite.org/fileformat2.html#walformat).
#pragma once

#include <filesystem>

namespace ocop {

// Whether the log beside the database file `database` holds the end of a transaction of its present generation that
// cannot be read. False without a log. Call before the writing connection is opened: opening it may write over what is
// looked for.
bool wal_has_unreadable_frames(const std::filesystem::path& database);

} // namespace ocop
