// ocop init, verify, rebuild, backup, restore: the journal from the command line. Each returns the exit status.
#pragma once

#include "pos/cli/command_context.h"

#include <filesystem>
#include <string>

namespace ocop {

// Creates the data directory of a till with this code and shows, once, the codes that open personal data; `demo` adds
// catalogue, staff, fair and stock to play with.
int run_init(const CommandContext& context, const std::string& till_code, bool demo);
// Status 1 and the first bad seq when the chain or a projection does not hold.
int run_verify(const CommandContext& context);
int run_rebuild(const CommandContext& context);
// A copy of the database and the release's blobs, verified by reading it back. The till's key is not part of it.
int run_backup(const CommandContext& context, const std::filesystem::path& target);
// The folder on another disk that every shift close copies to; empty: the first USB stick that is plugged in.
int run_backup_folder(const CommandContext& context, const std::filesystem::path& folder);
// Puts a backup into a data directory that holds none. The till continues in a new lineage and receipt series.
int run_restore(const CommandContext& context, const std::filesystem::path& source);

} // namespace ocop
