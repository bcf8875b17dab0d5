// ocop import SOURCE [--check]: a folder, .zip, .xlsx or .csv catalogue (assets/demo/README.md).
#pragma once

#include "pos/cli/command_context.h"

#include <filesystem>

namespace ocop {

// Prints every problem on a line of its own with file, row, column and value, then a summary. With an error nothing is
// changed and the status is 1. Otherwise the catalogue is stored as a release and put in force; with `check` nothing
// is changed at all, and no data directory is needed.
int run_import(const CommandContext& context, const std::filesystem::path& source, bool check);

} // namespace ocop
