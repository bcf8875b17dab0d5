#include "pos/catalogue/import/child_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <utility>

namespace ocop {
namespace {

constexpr int child_failed = 70;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_can_be_limited = false; // sanitizers map terabytes of shadow memory
#else
constexpr bool memory_can_be_limited = true;
#endif

void limit(int resource, std::uint64_t most) {
    const rlimit value{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
}

[[noreturn]] void live(const ChildLimits& limits, const std::function<bool(int)>& work, int pipe) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    if (limits.processor_seconds != 0) limit(RLIMIT_CPU, limits.processor_seconds);
    if (memory_can_be_limited && limits.memory != 0) limit(RLIMIT_AS, limits.memory);
    bool done = false;
    try {
        done = work(pipe);
    } catch (const std::exception&) {
        // Out of memory, or a broken invariant that the input reached: the parent says that the work stopped.
    }
    ::_exit(done ? 0 : child_failed);
}

} // namespace

ChildProcess::ChildProcess(const ChildLimits& limits, const std::function<bool(int)>& work) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error(std::strerror(errno));
    process_ = ::fork();
    if (process_ == 0) {
        ::close(ends[0]);
        live(limits, work, ends[1]);
    }
    const int why = errno;
    ::close(ends[1]);
    if (process_ < 0) {
        ::close(ends[0]);
        throw std::runtime_error(std::strerror(why));
    }
    pipe_ = ends[0];
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)), pipe_(std::exchange(other.pipe_, -1)) {}

ChildProcess::~ChildProcess() {
    if (pipe_ >= 0) ::close(pipe_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    static_cast<void>(end());
}

std::string ChildProcess::end() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    if (status == 0) return {};
    if (WIFSIGNALED(status)) return std::string("signal ") + ::strsignal(WTERMSIG(status));
    return "status " + std::to_string(WEXITSTATUS(status));
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace ocop
