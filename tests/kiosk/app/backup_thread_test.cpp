#include "kiosk/app/backup_thread.h"

#include "tests/support/shift_booth.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::testing::ShiftBooth;

namespace {

constexpr std::chrono::milliseconds patience{60'000};

struct Copying {
    ShiftBooth booth;
    Till till = booth.create();
    Mailbox<BackupOutcome> told;
    std::vector<std::filesystem::path> disks;
    BackupThread thread{booth.directory, booth.clock, [this](BackupOutcome outcome) { told.put(std::move(outcome)); },
                        [this] { return disks; }};

    BackupOutcome order(const std::string& chosen) {
        thread.order({"Q2", chosen});
        const auto begun = told.wait(patience);
        REQUIRE(begun);
        CHECK(begun->state == BackupState::running);
        auto outcome = told.wait(patience);
        REQUIRE(outcome);
        return std::move(*outcome);
    }
};

} // namespace

TEST_CASE("a till that goes on selling is copied and the copy is sound", "[kiosk][backup]") {
    Copying copying;
    REQUIRE(copying.till.open_shift(copying.booth.lan, Dong{}));
    copying.thread.order({"Q2", copying.booth.folder.path().string()});
    for (std::size_t i = 0; i < 20; ++i)
        copying.booth.sell(copying.till, i, 1000, {{PaymentMethod::cash, Dong{}, {}}});
    REQUIRE(copying.told.wait(patience)->state == BackupState::running);
    const auto outcome = copying.told.wait(patience);
    REQUIRE(outcome);
    REQUIRE(outcome->state == BackupState::done);
    CHECK(outcome->backup.entries >= 5);
    CHECK(verify(DataDirectory{outcome->backup.folder})->sound());
    CHECK(verify(copying.booth.directory)->sound());
}

TEST_CASE("without a stick nothing is copied, and that is told", "[kiosk][backup]") {
    Copying copying;
    CHECK(copying.order("").state == BackupState::no_place);
}

TEST_CASE("a stick that cannot take it is told about, and the next order is carried out", "[kiosk][backup]") {
    Copying copying;
    std::filesystem::create_directories(copying.booth.folder.path() / "stick" / "ocop-backup");
    std::filesystem::permissions(copying.booth.folder.path() / "stick" / "ocop-backup", std::filesystem::perms::none);
    const auto failed = copying.order((copying.booth.folder.path() / "stick").string());
    std::filesystem::permissions(copying.booth.folder.path() / "stick" / "ocop-backup",
                                 std::filesystem::perms::owner_all);
    if (failed.state != BackupState::done) { // root may write anywhere
        CHECK(failed.state == BackupState::failed);
        CHECK_FALSE(failed.error.key.empty());
    }
    CHECK(copying.order(copying.booth.folder.path().string()).state == BackupState::done);
}
