#include "pos/catalogue/import/isolated_reader.h"

#include "pos/catalogue/import/child_process.h"
#include "pos/catalogue/import/report_json.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <stdexcept>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_answer = largest_document + 64 * 1024 * 1024;
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
    std::optional<ChildProcess> child;
    try {
        child.emplace(ChildLimits{limits.memory, limits.processor_seconds},
                      [&](int pipe) { return write_all(pipe, write_report(read_package(source, in_force, scratch))); });
    } catch (const std::runtime_error& problem) {
        return stopped(problem.what());
    }
    const auto answer = read_answer(child->pipe(), limits.silence);
    if (answer.fault != nullptr) return stopped(answer.fault);
    if (const auto why = child->end(); !why.empty()) return stopped(why);
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
