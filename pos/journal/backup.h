// Copies of a till's data directory: the journal through SQLite while it goes on selling, the blobs as files, and the
// copy's chain walked before anybody is told that it is there. Keys stay out of copies.
#pragma once

#include "pos/base/time.h"
#include "pos/journal/verify.h"
#include "pos/store/data_directory.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

// Into a folder that holds no till yet. Any thread: reads through a connection of its own.
Result<VerifyReport> copy_checked(const DataDirectory& from, const DataDirectory& to);

// A disk that copies may go to.
struct BackupPlace {
    std::filesystem::path folder; // exists and can be written
    bool operator==(const BackupPlace&) const = default;
};

// Where disks are found: what is mounted below /media or /run/media, as /proc/self/mounts says.
std::vector<std::filesystem::path> removable_disks();
// The folder that was chosen for this till when it is there, else the first of `disks` that can be written.
std::optional<BackupPlace> find_backup_place(const std::string& chosen,
                                             const std::vector<std::filesystem::path>& disks);

inline constexpr const char* backup_folder_name = "backup.folder"; // of the local state: the chosen folder

struct Backup {
    std::filesystem::path folder;
    std::int64_t entries = 0;
};
inline constexpr std::size_t kept_backups = 3; // of one till at one place

// ocop-backup/<till>/2026-11-23-173402 below the place: written beside it first, and older copies of this till beyond
// the newest kept_backups go only after this one was read back.
Result<Backup> back_up_to_place(const DataDirectory& from, const std::string& till, const BackupPlace& place,
                                Instant now);

} // namespace ocop
