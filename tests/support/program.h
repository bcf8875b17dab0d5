// Runs one of the product's programs and keeps what it printed.
#pragma once

#include <sys/types.h>

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

// A program that goes on until it is told to end.
class BackgroundProgram {
public:
    enum class Ready { after_first_line, at_once };
    // Returns when the program is past its first line of output, or its end.
    BackgroundProgram(const std::filesystem::path& file, const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment = {}, Ready ready = Ready::after_first_line);
    ~BackgroundProgram(); // kill -9
    BackgroundProgram(const BackgroundProgram&) = delete;
    BackgroundProgram& operator=(const BackgroundProgram&) = delete;

    const std::string& first_line() const { return first_line_; } // empty: it ended without one
    pid_t process() const { return child_; }
    bool runs() const;
    void strike(int signal);       // sends it and does not wait
    ProgramResult end(int signal); // sends it (0: none) and waits

private:
    pid_t child_ = 0;
    std::string first_line_;
};

} // namespace ocop::testing
