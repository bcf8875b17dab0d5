// A child process that works for this one and says something through a pipe: files from strangers are parsed there,
// with limits. Start it from a process with one thread, or one whose other threads hold no locks of the C library then.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace ocop {

// Limits that a child sets for itself, first thing.
struct ChildLimits {
    std::uint64_t memory = 0;            // bytes of address space; not applied under sanitizers
    std::uint64_t processor_seconds = 0; // 0: none
};

class ChildProcess {
public:
    // In the child: `work` gets the pipe's writing end and says whether it was done. The child ends without running
    // anything that belongs to the parent. Throws std::runtime_error when no child can be made.
    ChildProcess(const ChildLimits& limits, const std::function<bool(int pipe)>& work);
    ~ChildProcess(); // kill -9
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;

    int pipe() const { return pipe_; } // reading end
    // Waits for its end. Empty: it did its work; else how it ended, for engineers.
    std::string end();

private:
    pid_t process_ = 0;
    int pipe_ = -1;
};

bool write_all(int descriptor, std::string_view bytes);

} // namespace ocop
