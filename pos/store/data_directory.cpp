#include "pos/store/data_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace ocop {

DataDirectory DataDirectory::choose(const std::string& given) {
    if (!given.empty()) return {std::filesystem::absolute(given)};
    if (const char* home = std::getenv("XDG_DATA_HOME"); home != nullptr && *home != '\0')
        return {std::filesystem::path(home) / "ocop"};
    const char* home = std::getenv("HOME");
    return {std::filesystem::path(home != nullptr ? home : "/var/lib") / ".local" / "share" / "ocop"};
}

Result<> DataDirectory::create() const {
    std::error_code failure;
    std::filesystem::create_directories(blobs(), failure);
    if (!failure) std::filesystem::permissions(root, std::filesystem::perms::owner_all, failure);
    if (failure)
        return fail(ErrorKind::storage, "error.data_directory", {{"folder", root.string()}}, failure.message());
    return {};
}

bool DataDirectory::exists() const {
    std::error_code ignored;
    return std::filesystem::exists(journal(), ignored);
}

Result<WriterLock> WriterLock::acquire(const DataDirectory& directory, const std::string& program) {
    const int descriptor = ::open(directory.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(ErrorKind::storage, "error.data_directory", {{"folder", directory.root.string()}},
                    std::strerror(errno));
    WriterLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char holder[128] = {};
        const auto size = ::pread(descriptor, holder, sizeof holder - 1, 0);
        return fail(ErrorKind::busy, "error.data_held",
                    {{"folder", directory.root.string()}, {"holder", size > 0 ? std::string(holder) : "?"}});
    }
    const std::string name = program + " (" + std::to_string(::getpid()) + ")";
    // The name only helps a person; losing it changes nothing, so the outcome of these calls is not checked further.
    if (::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, name.data(), name.size(), 0) < 0) errno = 0;
    return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}
WriterLock::~WriterLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace ocop
