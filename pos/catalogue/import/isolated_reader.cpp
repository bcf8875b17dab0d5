#include "pos/catalogue/import/isolated_reader.h"

#include "pos/catalogue/import/report_json.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_answer = largest_document + 64 * 1024 * 1024;
constexpr int child_failed = 70;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_can_be_limited = false; // sanitizers map terabytes of shadow memory
#else
constexpr bool memory_can_be_limited = true;
#endif

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

// A child process, killed and waited for when nobody did.
class Child {
public:
    explicit Child(pid_t process) : process_(process) {}
    ~Child() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // Its status as waitpid reports it.
    int wait() {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
        return status;
    }

private:
    pid_t process_;
};

void limit(int resource, std::uint64_t most) {
    const rlimit value{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
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

// The child's whole life. It ends without running anything that belongs to the parent.
[[noreturn]] void run_child(int answer, const fs::path& source, const Catalogue* in_force, const fs::path& scratch,
                            const IsolationLimits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.processor_seconds);
    if (memory_can_be_limited) limit(RLIMIT_AS, limits.memory);
    bool done = false;
    try {
        done = write_all(answer, write_report(read_package(source, in_force, scratch)));
    } catch (const std::exception&) {
        // Out of memory, or a broken invariant that the input reached: the parent says that reading stopped.
    }
    ::_exit(done ? 0 : child_failed);
}

struct Answer {
    std::string bytes;
    const char* fault = nullptr;
};

Answer read_answer(int descriptor, std::chrono::milliseconds silence) {
    Answer answer;
    std::array<char, 65536> part;
    for (;;) {
        pollfd waiting{descriptor, POLLIN, 0};
        const auto ready = ::poll(&waiting, 1, static_cast<int>(silence.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) answer.fault = "silent for too long";
        if (ready <= 0) break;
        const auto count = ::read(descriptor, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        answer.bytes.append(part.data(), static_cast<std::size_t>(count));
        if (answer.bytes.size() > largest_answer) {
            answer.fault = "the answer is too long";
            break;
        }
    }
    return answer;
}

std::string describe(int status) {
    if (WIFSIGNALED(status)) return std::string("signal ") + ::strsignal(WTERMSIG(status));
    return "status " + std::to_string(WEXITSTATUS(status));
}

bool is_below(const fs::path& file, const fs::path& folder) {
    if (folder.empty()) return false;
    std::error_code failure;
    const auto whole = fs::weakly_canonical(file, failure);
    const auto root = fs::weakly_canonical(folder, failure);
    if (failure) return false;
    return std::mismatch(root.begin(), root.end(), whole.begin(), whole.end()).first == root.end();
}

} // namespace

Result<ImportReport> read_package_isolated(const fs::path& source, const Catalogue* in_force, const fs::path& scratch,
                                           const IsolationLimits& limits) {
    const auto stopped = [&](const std::string& why) {
        return fail(ErrorKind::refused, "error.import_stopped", {{"file", source.filename().string()}}, why);
    };
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return stopped(std::strerror(errno));
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const auto process = ::fork();
    if (process < 0) return stopped(std::strerror(errno));
    if (process == 0) {
        reading.close();
        run_child(writing.number(), source, in_force, scratch, limits);
    }
    Child child(process);
    writing.close();
    const auto answer = read_answer(reading.number(), limits.silence);
    if (answer.fault != nullptr) return stopped(answer.fault);
    if (const auto status = child.wait(); status != 0) return stopped(describe(status));
    auto report = read_report(answer.bytes, source);
    if (!report || !report->package) return report;
    const auto root = fs::is_directory(source)       ? source
                      : source.parent_path().empty() ? fs::path(".")
                                                     : source.parent_path();
    for (const auto& picture : report->package->media)
        if (!is_below(picture.file, root) && !is_below(picture.file, scratch))
            return stopped("a picture outside the package: " + picture.file.string());
    return report;
}

} // namespace ocop
