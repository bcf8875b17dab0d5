#include "pos/journal/backup.h"

#include "pos/store/database.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr const char* part_suffix = ".part"; // not whole: never counted, never kept

tl::unexpected<Error> cannot_copy(const fs::path& path, const std::string& why) {
    return fail(ErrorKind::storage, "error.copy", {{"path", path.string()}}, why);
}

// Sticks are often FAT and know no modes: those are set where they can be.
Result<> make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) return cannot_copy(folder, failure.message());
    fs::permissions(folder, fs::perms::owner_all, failure);
    return {};
}

Result<> copy_blobs(const fs::path& from, const fs::path& to) {
    OCOP_TRY(make_folder(to));
    std::error_code failure;
    if (fs::exists(from, failure))
        fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing, failure);
    if (failure) return cannot_copy(to, failure.message());
    return {};
}

std::string name_at(Instant now) {
    const auto day = day_of(now);
    const auto time = clock_time_of(now);
    return fmt::format("{}-{:02}{:02}{:02}", day.iso(), time.hour, time.minute, time.second);
}

// \040 is how the kernel writes a blank.
std::string unescaped(const std::string& field) {
    std::string text;
    for (std::size_t at = 0; at < field.size(); ++at) {
        if (field[at] == '\\' && at + 3 < field.size()) {
            text += static_cast<char>(std::stoi(field.substr(at + 1, 3), nullptr, 8));
            at += 3;
        } else {
            text += field[at];
        }
    }
    return text;
}

// Whole copies of this folder, newest first: their names are their times.
std::vector<fs::path> whole_copies(const fs::path& folder) {
    std::vector<fs::path> copies;
    std::error_code ignored;
    for (const auto& each : fs::directory_iterator(folder, ignored))
        if (each.path().extension() != part_suffix && DataDirectory{each.path()}.exists())
            copies.push_back(each.path());
    std::sort(copies.rbegin(), copies.rend());
    return copies;
}

} // namespace

Result<VerifyReport> copy_checked(const DataDirectory& from, const DataDirectory& to) {
    OCOP_TRY(make_folder(to.root));
    try {
        Database::open_reader(from.journal()).back_up_to(to.journal());
    } catch (const StorageFailure& failure) {
        return cannot_copy(to.root, failure.what());
    }
    OCOP_TRY(copy_blobs(from.blobs(), to.blobs()));
    OCOP_TRY_ASSIGN(auto report, verify(to));
    if (!report.sound()) return fail(ErrorKind::storage, "error.backup_broken", {{"path", to.root.string()}});
    return report;
}

std::vector<fs::path> removable_disks() {
    std::vector<fs::path> disks;
    std::ifstream mounts("/proc/self/mounts");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::string device;
        std::string place;
        if (!(fields >> device >> place)) continue;
        const auto path = unescaped(place);
        for (const char* below : {"/media/", "/run/media/"})
            if (path.rfind(below, 0) == 0) disks.emplace_back(path);
    }
    return disks;
}

std::optional<BackupPlace> find_backup_place(const std::string& chosen, const std::vector<fs::path>& disks) {
    std::vector<fs::path> places;
    if (!chosen.empty()) places.emplace_back(chosen);
    places.insert(places.end(), disks.begin(), disks.end());
    std::error_code ignored;
    for (const auto& place : places)
        if (fs::is_directory(place, ignored) && ::access(place.c_str(), W_OK | X_OK) == 0) return BackupPlace{place};
    return std::nullopt;
}

Result<Backup> back_up_to_place(const DataDirectory& from, const std::string& till, const BackupPlace& place,
                                Instant now) {
    const auto folder = place.folder / "ocop-backup" / till;
    OCOP_TRY(make_folder(folder));
    const auto whole = folder / name_at(now);
    auto part = whole;
    part += part_suffix;
    std::error_code failure;
    for (const auto& each : fs::directory_iterator(folder, failure)) // what a pulled stick left half written
        if (each.path().extension() == part_suffix) fs::remove_all(each.path(), failure);
    const auto report = copy_checked(from, DataDirectory{part});
    if (!report) {
        fs::remove_all(part, failure);
        return fail(report.error());
    }
    ::sync(); // a stick is pulled as soon as somebody reads that it is done
    fs::rename(part, whole, failure);
    if (failure) return cannot_copy(whole, failure.message());
    const auto copies = whole_copies(folder);
    for (std::size_t i = kept_backups; i < copies.size(); ++i)
        if (copies[i] != whole) fs::remove_all(copies[i], failure);
    return Backup{whole, report->entries};
}

} // namespace ocop
