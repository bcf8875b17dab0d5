// Runs one of the product's programs to its end and keeps what it printed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ocop::testing {

struct ProgramResult {
    std::optional<int> status; // nothing: ended by a signal
    int signal = 0;
    std::string out;
    std::string err;
};

// The program's file: of the release build when OCOP_RELEASE_BIN names its folder (tests/run.sh), else of this build.
std::filesystem::path program(const std::string& name);

// `environment` is added to this process's, without its sanitizer options' effect on the program.
ProgramResult run_program(const std::filesystem::path& file, const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment = {});

} // namespace ocop::testing
