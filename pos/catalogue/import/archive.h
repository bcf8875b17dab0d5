// .zip files from strangers: looked at before anything is unpacked, and counted while it is.
#pragma once

#include "pos/catalogue/import/problem.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace ocop {

struct ArchiveLimits {
    std::size_t entries = 20'000;
    std::uint64_t unpacked = 2ULL * 1024 * 1024 * 1024; // bytes, all entries together
    std::uint64_t ratio = 250;                          // unpacked to packed, of an entry larger than free_size
    std::uint64_t free_size = 16ULL * 1024 * 1024;
};

// Errors: no zip file, encrypted or damaged entries, symbolic links, names that lead outside the folder (absolute,
// "..", backslash, drive letter), the same name twice, entries that overlap, and everything beyond the limits. False:
// there was an error.
bool check_archive(const std::filesystem::path& archive, const ArchiveLimits& limits, ProblemList& problems);

// The bytes of one entry, for archives that have been checked. nullopt: there is none of that name, it is damaged or
// longer than `longest`.
std::optional<std::string> read_entry(const std::filesystem::path& archive, const std::string& name,
                                      std::uint64_t longest);

// Checks, then unpacks the files into an empty folder that exists; hidden files and those of macOS are left out.
// False: there was an error, and the folder's content is not to be used.
bool unpack_archive(const std::filesystem::path& archive, const std::filesystem::path& folder,
                    const ArchiveLimits& limits, ProblemList& problems);

} // namespace ocop
