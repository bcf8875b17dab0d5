#include "pos/leads/reader_keys.h"

#include "pos/store/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace fs = std::filesystem;

TEST_CASE("the unlock code and the recovery code open what was sealed, and nothing else does", "[leads]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "readers.key";
    SystemRandomness randomness;
    ManualClock clock(Instant{1'790'000'000'000});
    const auto made = create_readers(file, {}, randomness);
    REQUIRE(made);
    CHECK(made->unlock_code.size() == 4 * 4 + 3);
    CHECK(made->recovery_code.size() == 8 * 4 + 7);
    CHECK((fs::status(file).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));

    const nlohmann::json fields{{"name", "Mẫu"}};
    const auto person = seal_person("entry", fields, made->readers.all(), clock, randomness);
    const auto organisers = unlock_reader(file, made->readers, made->unlock_code);
    REQUIRE(organisers);
    CHECK(open_person(person.row, *organisers) == fields);
    const auto recovery = unlock_reader(file, made->readers, made->recovery_code);
    REQUIRE(recovery);
    CHECK(open_person(person.row, *recovery) == fields);
    CHECK(unlock_reader(file, made->readers, "0000-0000-0000-0000").error().key == "error.unlock_code");
    CHECK(unlock_reader(file, made->readers, "").error().key == "error.unlock_code");

    SECTION("the file alone is no key: the secret is not in it") {
        const auto text = *read_bytes(file, 10'000);
        CHECK(text.find(made->unlock_code) == std::string::npos);
        CHECK(text.find(made->recovery_code) == std::string::npos);
    }
    SECTION("without the file, as after a restore, the recovery code still opens") {
        fs::remove(file);
        CHECK_FALSE(unlock_reader(file, made->readers, made->unlock_code));
        CHECK(unlock_reader(file, made->readers, made->recovery_code));
    }
    SECTION("a file that others can read is not used") {
        fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
        CHECK(unlock_reader(file, made->readers, made->unlock_code).error().key == "error.key_file");
    }
    SECTION("keys are never replaced") {
        CHECK(create_readers(file, {}, randomness).error().key == "error.readers_exist");
        CHECK(unlock_reader(file, made->readers, made->unlock_code));
    }
    SECTION("the key of another till is not taken for ours") {
        auto others = made->readers;
        others.organisers[0] ^= std::byte{1};
        CHECK_FALSE(unlock_reader(file, others, made->unlock_code));
    }
}

TEST_CASE("a code is read however it is typed", "[leads]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "readers.key";
    SystemRandomness randomness;
    const auto made = create_readers(file, "DEMO-2026", randomness);
    REQUIRE(made);
    for (const char* typed : {"DEMO-2026", "demo 2026", "DEM0-2O26"})
        CHECK(unlock_reader(file, made->readers, typed));
    CHECK(readers_from_json(readers_to_json(made->readers)) == made->readers);
    CHECK_FALSE(readers_from_json({{"organisers", "xyz"}}));
}
