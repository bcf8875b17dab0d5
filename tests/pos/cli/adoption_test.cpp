#include "pos/cli/adoption.h"

#include "pos/catalogue/release.h"
#include "pos/till/till.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <sstream>

using namespace ocop;

namespace {

struct Desk {
    testing::TemporaryFolder folder;
    Language language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    std::ostringstream out;
    std::ostringstream err;
    CommandContext context;

    Desk() {
        context.directory = directory;
        context.language = &language;
        context.clock = &clock;
        context.randomness = &randomness;
        context.out = &out;
        context.err = &err;
        context.json = true;
    }
    StoredRelease publish(std::size_t products) {
        const auto stored = store_release(directory, tests::generate_catalogue(products), {});
        REQUIRE(stored);
        REQUIRE(put_in_force(context, "test", stored->manifest.release, stored->manifest_sha256));
        return *stored;
    }
    std::string in_force() {
        auto till = Till::open(directory, "test", clock, randomness);
        REQUIRE(till);
        return till->release().release.text();
    }
    std::string error() { return nlohmann::json::parse(err.str()).at("error"); }
};

} // namespace

TEST_CASE("rollback puts the release before in force, and again the later one", "[release]") {
    Desk desk;
    REQUIRE(Till::create(desk.directory, "test", "Q2", desk.clock, desk.randomness));
    const auto first = desk.publish(3);
    const auto second = desk.publish(5);
    desk.publish(5); // the same once more is no other release
    REQUIRE(run_rollback(desk.context) == 0);
    CHECK(nlohmann::json::parse(desk.out.str()).at("release") == first.manifest.release.text());
    CHECK(desk.in_force() == first.manifest.release.text());
    REQUIRE(run_rollback(desk.context) == 0);
    CHECK(desk.in_force() == second.manifest.release.text());
}

TEST_CASE("without a release before, rollback changes nothing and says so", "[release]") {
    Desk desk;
    CHECK(run_rollback(desk.context) == 1);
    CHECK(desk.error() == "error.no_data");
    desk.err.str("");
    REQUIRE(Till::create(desk.directory, "test", "Q2", desk.clock, desk.randomness));
    const auto only = desk.publish(3);
    CHECK(run_rollback(desk.context) == 1);
    CHECK(desk.error() == "error.no_previous_release");
    CHECK(desk.in_force() == only.manifest.release.text());
}

TEST_CASE("a release that is not whole is never put in force", "[release]") {
    Desk desk;
    REQUIRE(Till::create(desk.directory, "test", "Q2", desk.clock, desk.randomness));
    const auto first = desk.publish(3);
    desk.publish(5);
    std::filesystem::remove(blob_path(desk.directory, first.manifest.document.sha256));
    CHECK(run_rollback(desk.context) != 0);
    CHECK(desk.in_force() != first.manifest.release.text());
}
