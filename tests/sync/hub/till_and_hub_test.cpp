// A till's engine and the hub itself, with only the network between them made bad.
#include "tests/support/rounds.h"
#include "tests/support/storm_vfs.h"
#include "tests/support/sync_bench.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace ocop;
using namespace ocop::testing;

namespace {

// The hub holds exactly the till's entries of this lineage, in order, each once, byte for byte.
void require_same(SyncBench& till, RealHub& hub, const std::string& lineage) {
    const auto own = till.entries(lineage);
    const auto stored = hub.bytes(lineage);
    REQUIRE(stored.size() == own.size());
    for (std::size_t i = 0; i < own.size(); ++i)
        REQUIRE(stored[i] == own[i].bytes);
    CHECK(till.memory().lineages.at(lineage).seq == static_cast<std::int64_t>(own.size()));
}

unsigned roll(SeededRandomness& dice, unsigned sides) {
    std::byte byte{};
    dice.fill({&byte, 1});
    return std::to_integer<unsigned>(byte) % sides;
}

} // namespace

TEST_CASE("a batch pushed twice, an answer lost, an answer cut: the hub ends with the till's entries",
          "[hub][danger]") {
    const auto fault = GENERATE(HubFault::twice, HubFault::lose_answer, HubFault::cut_answer, HubFault::lie,
                                HubFault::portal, HubFault::failing, HubFault::overloaded);
    CAPTURE(static_cast<int>(fault));
    TemporaryFolder folder;
    RealHub hub(folder.path() / "hub");
    SyncBench till(folder.path() / "till", hub);
    till.sell(450);
    int pushes = 0;
    hub.fault_of = [&](const HttpRequest& request) {
        return request.path == calls::journal && ++pushes % 2 == 1 ? fault : HubFault::none;
    };
    REQUIRE(till.settle());
    CHECK(pushes > 2);
    require_same(till, hub, till.lineage());
    CHECK(hub.store().forks().empty());
    CHECK(till.faults.empty());
}

TEST_CASE("whatever the network does and however often the hub restarts, it ends with each entry once",
          "[hub][danger][rounds]") {
    const auto seed = GENERATE(range(1, test::rounds(8, 20) + 1));
    CAPTURE(seed);
    TemporaryFolder folder;
    RealHub hub(folder.path() / "hub");
    SyncBench till(folder.path() / "till", hub);
    SeededRandomness dice(static_cast<std::uint64_t>(seed));
    hub.fault_of = [&](const HttpRequest&) {
        // An answer that revokes is no fault of the line: it ends the sending until people act.
        const auto fault = static_cast<HubFault>(roll(dice, hub_faults));
        return roll(dice, 2) == 0 && fault != HubFault::revoked ? fault : HubFault::none;
    };
    for (int round = 0; round < 15; ++round) {
        till.sell(static_cast<int>(roll(dice, 60)));
        for (unsigned steps = roll(dice, 6); steps > 0; --steps)
            till.step();
        if (roll(dice, 4) == 0) till.restart();
        if (roll(dice, 4) == 0) hub.restart();
        till.failing_writes = roll(dice, 6) == 0 ? 1 : 0;
    }
    hub.fault_of = [](const HttpRequest&) { return HubFault::none; };
    REQUIRE(till.settle());
    require_same(till, hub, till.lineage());
    CHECK(till.faults.empty());
}

TEST_CASE("what a hub acknowledged survives its failing disk and its power cuts", "[hub][danger][rounds]") {
    const auto seed = GENERATE(range(1, test::rounds(16, 40) + 1));
    CAPTURE(seed);
    TemporaryFolder folder;
    StormVfs storm;
    RealHub hub(folder.path() / "hub", storm.name());
    SyncBench till(folder.path() / "till", hub);
    SeededRandomness dice(static_cast<std::uint64_t>(seed));
    const auto lineage = till.lineage();
    for (int round = 0; round < 6; ++round) {
        till.sell(30);
        const auto fault = static_cast<Fault>(1 + roll(dice, 3));
        storm.fail_at(1 + roll(dice, 40), fault, roll(dice, 2) == 0);
        for (int steps = 0; steps < 4; ++steps)
            till.step();
        storm.stop_failing();
        const auto acknowledged = till.memory().lineages[lineage];
        if (roll(dice, 2) == 0) {
            hub.power_cut(storm, static_cast<std::uint64_t>(seed * 100 + round));
            const auto head = hub.store().main_head(lineage);
            REQUIRE(head.seq >= acknowledged.seq);
            if (acknowledged.seq > 0) CHECK(hub.store().hash_at(lineage, acknowledged.seq) == acknowledged.hash);
        }
    }
    REQUIRE(till.settle());
    const auto own = till.entries(lineage);
    REQUIRE(hub.store().main_head(lineage).seq == static_cast<std::int64_t>(own.size()));
    for (const auto& entry : own)
        REQUIRE(hub.store().hash_at(lineage, entry.header.seq) == entry.hash);
    CHECK(till.faults.empty());
}

TEST_CASE("of a cloned till the hub itself holds both histories, once each", "[hub][danger]") {
    TemporaryFolder folder;
    RealHub hub(folder.path() / "hub");
    {
        SyncBench before(folder.path() / "first", hub);
        before.sell(70);
        REQUIRE(before.settle());
    }
    std::filesystem::copy(folder.path() / "first", folder.path() / "clone", std::filesystem::copy_options::recursive);
    SyncBench first(folder.path() / "first", hub, 2);
    SyncBench clone(folder.path() / "clone", hub, 3);
    first.sell(250);
    clone.sell(120);
    const auto shared = first.lineage();
    REQUIRE(first.settle());
    REQUIRE(clone.settle());
    require_same(first, hub, shared);
    require_same(clone, hub, clone.lineage());
    REQUIRE(clone.lineage() != shared);
    REQUIRE(clone.faults.size() == 1);
    const auto branch = clone.memory().lineages.at(shared).branch;
    const auto own = clone.entries(shared);
    const auto tail = hub.bytes(shared, branch);
    REQUIRE(tail.size() == 120);
    for (std::size_t i = 0; i < tail.size(); ++i)
        CHECK(tail[i] == own[71 + i].bytes);
    REQUIRE_FALSE(hub.store().forks().empty());
    CHECK(hub.store().tills().size() == 1);
    CHECK(hub.store().tills().at(0).entries == 71 + 250 + 120 + 1);
}

TEST_CASE("a hub put back from an older copy gets everything again", "[hub][danger]") {
    TemporaryFolder folder;
    RealHub hub(folder.path() / "hub");
    SyncBench till(folder.path() / "till", hub);
    till.sell(40);
    REQUIRE(till.settle());
    hub.save_copy(folder.path() / "copy.db");
    till.sell(60);
    REQUIRE(till.settle());
    hub.put_back(folder.path() / "copy.db");
    CHECK(hub.store().main_head(till.lineage()).seq == 41);
    till.clock.advance(SyncEngine::hello_interval);
    till.sell(1);
    REQUIRE(till.settle());
    require_same(till, hub, till.lineage());
    REQUIRE(till.faults.size() == 1);
    CHECK(till.faults.front().first == SyncFault::hub_went_back);
}
