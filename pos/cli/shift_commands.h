// ocop x-report, z-report: a shift's figures as a slip. They only read; a running kiosk is not disturbed. Each returns
// the exit status.
#pragma once

#include "pos/cli/command_context.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ocop {

// The open shift as it stands now.
int run_x_report(const CommandContext& context, const std::string& format, const std::filesystem::path& file);
// The stored Z of this shift; 0 is the last one.
int run_z_report(const CommandContext& context, std::int64_t number, const std::string& format,
                 const std::filesystem::path& file);

} // namespace ocop
