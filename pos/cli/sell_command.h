// ocop sell --script FILE.jsonl: rings up sales from a file, one JSON object a line (architecture.md, Commands).
#pragma once

#include "pos/cli/command_context.h"

#include <filesystem>

namespace ocop {

// Reads the whole script before selling anything: a line that is not understood is reported with its file, row and
// field, and nothing is sold. A sale's line is printed only after it is durable. A shift is opened when none is open.
int run_sell(const CommandContext& context, const std::filesystem::path& script);

} // namespace ocop
