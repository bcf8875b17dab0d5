// The command line of `ocop-hub`: parses it and runs one command (architecture.md, Commands).
#pragma once

#include "pos/base/clock.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace ocop {

// `arguments` without the program's name. Returns the exit status; never throws. `serve` blocks until SIGINT or
// SIGTERM.
int run_hub_command_line(const std::vector<std::string>& arguments, Clock& clock, Randomness& randomness,
                         std::ostream& out, std::ostream& err);

} // namespace ocop
