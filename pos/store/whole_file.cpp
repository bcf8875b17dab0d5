#include "pos/store/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ocop {
namespace {

bool sync_path(const std::filesystem::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

tl::unexpected<Error> cannot_write(const std::filesystem::path& file) {
    return fail(ErrorKind::storage, "error.file_unwritable", {{"file", file.string()}}, std::strerror(errno));
}

Result<std::ofstream> open_part(const std::filesystem::path& part) {
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    if (!stream) return cannot_write(part);
    return stream;
}

Result<> finish_part(const std::filesystem::path& part, const std::filesystem::path& file) {
    if (!sync_path(part, O_RDONLY) || std::rename(part.c_str(), file.c_str()) != 0) return cannot_write(file);
    const auto folder = file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
    if (!sync_path(folder, O_RDONLY | O_DIRECTORY)) return cannot_write(file);
    return {};
}

void drop_part(const std::filesystem::path& part) {
    std::error_code ignored; // it may never have been created
    std::filesystem::remove(part, ignored);
}

Result<> write_bytes(const std::filesystem::path& file, std::string_view bytes) {
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        OCOP_TRY_ASSIGN(auto stream, open_part(part));
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream) return cannot_write(file);
        return {};
    });
}

Result<std::string> read_bytes(const std::filesystem::path& file, std::size_t limit) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(ErrorKind::not_found, "error.file_missing", {{"file", file.string()}});
    // As much as the file says it holds, and a byte more, so that one that grows or lies (as those of /proc do) is read
    // to its end; never the limit at once, which may be large.
    std::error_code unknown;
    const auto said = std::filesystem::file_size(file, unknown);
    std::string bytes;
    std::size_t wanted = std::min(limit, unknown ? std::size_t{0} : static_cast<std::size_t>(said)) + 1;
    for (std::size_t have = 0; stream && have <= limit; have = bytes.size()) {
        bytes.resize(have + wanted);
        stream.read(bytes.data() + have, static_cast<std::streamsize>(wanted));
        bytes.resize(have + static_cast<std::size_t>(stream.gcount()));
        wanted = 64 * 1024;
    }
    if (stream.bad()) return fail(ErrorKind::storage, "error.file_unreadable", {{"file", file.string()}});
    if (bytes.size() > limit) return fail(ErrorKind::refused, "error.file_too_large", {{"file", file.string()}});
    return bytes;
}

} // namespace ocop
