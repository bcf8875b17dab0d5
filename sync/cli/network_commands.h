// ocop enrol, sync, carry: how a till meets its hub. Each returns the exit status.
#pragma once

#include "pos/cli/command_context.h"

#include <filesystem>
#include <string>

namespace ocop {

// `address` and `code` from the hub's screen. Enrolling again at another hub is refused while entries are unsent,
// unless it is the same hub.
int run_enrol(const CommandContext& context, const std::string& address, const std::string& code);

// Pushes, takes the published catalogue over, and ends when nothing is left to do (`once`) or at SIGINT and SIGTERM.
// With `once` an unreachable hub is status 4 after a few tries; what was sent stays sent.
int run_sync(const CommandContext& context, bool once);

int run_carry_out(const CommandContext& context, const std::filesystem::path& folder);
int run_carry_in(const CommandContext& context, const std::filesystem::path& folder);

} // namespace ocop
