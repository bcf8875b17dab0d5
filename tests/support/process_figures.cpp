#include "tests/support/process_figures.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

namespace ocop::testing {
namespace {

std::string proc(pid_t process, const char* file) {
    return "/proc/" + std::to_string(process) + "/" + file;
}

double megabytes_of(const std::string& file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string word; lines >> word;)
        if (word == name) {
            double kilobytes = 0;
            lines >> kilobytes;
            return kilobytes / 1000;
        }
    throw std::runtime_error(file + " does not say " + name);
}

} // namespace

bool figures_are_ours() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self", ignored) == std::to_string(getpid());
}

double shared_memory_of(pid_t process) {
    return megabytes_of(proc(process, "smaps_rollup"), "Pss:");
}

double resident_memory_of(pid_t process) {
    return megabytes_of(proc(process, "status"), "VmRSS:");
}

double processor_seconds(pid_t process) {
    std::ifstream stat(proc(process, "stat"));
    std::string line;
    std::getline(stat, line);
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::size_t open_files_of(pid_t process) {
    const std::filesystem::directory_iterator files(proc(process, "fd"));
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

} // namespace ocop::testing
