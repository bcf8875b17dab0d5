// A file that is either there complete or not there: written under another name, synced, renamed.
#pragma once

#include "pos/base/result.h"
#include "pos/store/database.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace ocop {

Result<std::ofstream> open_part(const std::filesystem::path& part);
tl::unexpected<Error> cannot_write(const std::filesystem::path& file);
// Syncs the part and its folder and gives it its name.
Result<> finish_part(const std::filesystem::path& part, const std::filesystem::path& file);
void drop_part(const std::filesystem::path& part);

// Calls `write(part)`; on any failure nothing is left behind and an older file of that name stays as it was.
template <class Write>
auto write_whole_file(const std::filesystem::path& file, Write write) -> decltype(write(file)) {
    auto part = file;
    part += ".part";
    try {
        auto written = write(part);
        if (written)
            if (auto finished = finish_part(part, file); !finished) written = fail(std::move(finished.error()));
        if (!written) drop_part(part);
        return written;
    } catch (const StorageFailure& failure) {
        drop_part(part);
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

// The bytes as a whole file; and a file's bytes, at most `limit` of them (refused when longer, not_found when absent).
Result<> write_bytes(const std::filesystem::path& file, std::string_view bytes);
Result<std::string> read_bytes(const std::filesystem::path& file, std::size_t limit);

} // namespace ocop
