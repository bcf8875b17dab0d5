#include "pos/journal/backup.h"

#include "tests/support/shift_booth.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace ocop;
using ocop::testing::ShiftBooth;
namespace fs = std::filesystem;

namespace {

std::size_t folders_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("a copy is whole, holds no key, and the oldest goes after a newer one was read back", "[journal][backup]") {
    ShiftBooth booth;
    auto till = booth.create();
    const BackupPlace stick{booth.folder.path()};
    fs::path newest;
    for (int i = 0; i < 5; ++i) {
        booth.clock.advance(60'000);
        const auto copy = back_up_to_place(booth.directory, "Q2", stick, booth.clock.now());
        REQUIRE(copy);
        newest = copy->folder;
        CHECK(copy->entries == till.journal().head().position);
        REQUIRE(till.open_shift(booth.lan, Dong{}));
        REQUIRE(till.close_shift(booth.lan, Dong{}, ""));
    }
    CHECK(folders_in(newest.parent_path()) == kept_backups);
    CHECK(newest.filename() == "2026-11-23-080500");
    CHECK(verify(DataDirectory{newest})->sound());
    CHECK_FALSE(fs::exists(DataDirectory{newest}.key()));
    CHECK_FALSE(fs::exists(DataDirectory{newest}.reader_key()));
}

TEST_CASE("a place that cannot be written keeps the old copies and leaves no half one", "[journal][backup]") {
    ShiftBooth booth;
    auto till = booth.create();
    const BackupPlace stick{booth.folder.path()};
    const auto first = back_up_to_place(booth.directory, "Q2", stick, booth.clock.now());
    REQUIRE(first);
    const auto folder = first->folder.parent_path();
    fs::create_directories(folder / "2026-11-23-075900.part");        // of a stick that was pulled out
    std::ofstream(folder / "2026-11-23-090000.part") << "in the way"; // no folder can be made here
    booth.clock.advance(3'600'000);
    std::ofstream(folder / "2026-11-23-090000") << "in the way";
    CHECK_FALSE(back_up_to_place(booth.directory, "Q2", stick, booth.clock.now()));
    CHECK(verify(DataDirectory{first->folder})->sound());
    const auto missing = back_up_to_place(booth.directory, "Q2", {"/proc/nowhere"}, booth.clock.now());
    CHECK(missing.error().key == "error.copy");
}

TEST_CASE("the chosen folder comes first, then the first stick that can be written, else nothing",
          "[journal][backup]") {
    ocop::testing::TemporaryFolder folder;
    fs::create_directories(folder.path() / "disk");
    fs::create_directories(folder.path() / "stick");
    const auto disk = folder.path() / "disk";
    const auto stick = folder.path() / "stick";
    CHECK(find_backup_place(disk.string(), {stick})->folder == disk);
    CHECK(find_backup_place((folder.path() / "gone").string(), {stick})->folder == stick);
    CHECK(find_backup_place("", {folder.path() / "pulled", stick})->folder == stick);
    CHECK_FALSE(find_backup_place("", {}));
    CHECK_FALSE(find_backup_place("/proc/nowhere", {folder.path() / "pulled"}));
    for (const auto& found : removable_disks()) // of this machine, if any
        CHECK(found.is_absolute());
}
