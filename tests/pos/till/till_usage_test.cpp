#include "pos/journal/verify.h"
#include "pos/usage/usage_projection.h"
#include "tests/support/enquiries.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct UsageScene {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 30, 0})};
    SeededRandomness randomness{1};
    DataDirectory directory{folder.path() / "till"};
    TestReaders keys;
    std::optional<Till> till = enquiry_till(directory, keys.readers, clock, randomness);

    void look(std::int64_t views = 1) {
        UsageCounts counts;
        counts.products[Sku("A")].views = views;
        counts.measures[measure::sessions] = 1;
        REQUIRE(till->count_usage(hour_of(clock.now()), counts));
    }
    void restart() {
        till.reset();
        till = std::move(*Till::open(directory, "test", clock, randomness));
    }
    std::int64_t usage_entries() {
        auto row = till->journal().database().prepare("SELECT count(*) FROM entry WHERE kind = 'usage'");
        row.step();
        return row.integer(0);
    }
    std::int64_t views(UsageHour from = {0}, UsageHour until = {1'000'000}) {
        auto counts = read_usage(till->journal().database(), from, until);
        return counts.products[Sku("A")].views;
    }
};

constexpr std::int64_t an_hour = 3'600'000;

} // namespace

TEST_CASE("an hour's counts become one entry when the hour is over", "[usage]") {
    UsageScene scene;
    const auto first = hour_of(scene.clock.now());
    scene.look();
    scene.look();
    CHECK(scene.till->close_usage_hour() == false); // it is not over
    CHECK(scene.usage_entries() == 0);
    scene.clock.advance(an_hour);
    scene.look(5);
    CHECK(scene.usage_entries() == 1);
    CHECK(scene.views() == 2);
    scene.clock.advance(an_hour);
    CHECK(scene.till->close_usage_hour() == true);
    CHECK(scene.till->close_usage_hour() == false);
    CHECK(scene.usage_entries() == 2);
    CHECK(scene.views() == 7);
    CHECK(scene.views(first, {first.number + 1}) == 2);
    const auto digest = table_digest(scene.till->journal().database(), "usage_product");
    rebuild_projections(scene.till->journal().database());
    CHECK(table_digest(scene.till->journal().database(), "usage_product") == digest);
    CHECK(verify(scene.directory)->sound());
}

TEST_CASE("the open hour survives a restart and is neither lost nor doubled", "[usage]") {
    UsageScene scene;
    scene.look(3);
    scene.restart();
    scene.look(4);
    scene.restart();
    scene.clock.advance(an_hour);
    CHECK(scene.till->close_usage_hour() == true);
    scene.restart();
    CHECK(scene.till->close_usage_hour(true) == false);
    CHECK(scene.usage_entries() == 1);
    CHECK(scene.views() == 7);
}

TEST_CASE("a clock that jumps counts nothing twice", "[usage]") {
    UsageScene scene;
    const auto now = scene.clock.now();
    scene.look();
    scene.clock.jump_wall({now.milliseconds + 5 * an_hour}); // a wrong setting
    scene.look();
    scene.clock.jump_wall(now); // put right: the first hour again
    scene.look();
    scene.restart();
    scene.clock.jump_wall({now.milliseconds - 24 * an_hour}); // a dead battery
    scene.look();
    CHECK(scene.till->close_usage_hour(true) == true);
    CHECK(scene.views() == 4);
    CHECK(scene.views(hour_of(now), {hour_of(now).number + 1}) == 2);
    rebuild_projections(scene.till->journal().database());
    CHECK(scene.views() == 4);
    CHECK(verify(scene.directory)->sound());
}
