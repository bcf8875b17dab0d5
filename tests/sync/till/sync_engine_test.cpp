#include "tests/support/rounds.h"
#include "tests/support/sync_bench.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

// The hub holds exactly the till's entries of this lineage, in order, each once, byte for byte.
void require_same(SyncBench& till, FakeHub& hub, const std::string& lineage) {
    const auto own = till.entries(lineage);
    const auto& stored = hub.main[lineage];
    REQUIRE(stored.size() == own.size());
    for (std::size_t i = 0; i < own.size(); ++i)
        REQUIRE(stored[i].bytes == own[i].bytes);
    const auto mark = till.memory().lineages.at(lineage);
    CHECK(mark.seq == static_cast<std::int64_t>(own.size()));
    CHECK(mark.hash == own.back().hash);
}

struct EngineFixture {
    TemporaryFolder folder;
    FakeHub hub;
    SyncBench till{folder.path() / "till", hub};
};

} // namespace

TEST_CASE("everything unsent arrives once and is not sent again after a restart", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(1234);
    till.step();
    CHECK(till.engine->status().unsent == 1235);
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
    CHECK(fixture.hub.received == 1235);
    till.restart();
    till.sell(1);
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
    CHECK(fixture.hub.received == 1236);
    CHECK(till.faults.empty());
}

TEST_CASE("whatever the network does, the hub ends with each entry once", "[sync][rounds]") {
    const auto seed = GENERATE(range(1, test::rounds(20, 60) + 1));
    CAPTURE(seed);
    EngineFixture fixture;
    auto& till = fixture.till;
    SeededRandomness dice(static_cast<std::uint64_t>(seed));
    const auto roll = [&](unsigned sides) {
        std::byte byte{};
        dice.fill({&byte, 1});
        return std::to_integer<unsigned>(byte) % sides;
    };
    fixture.hub.fault_of = [&](const HttpRequest&) {
        return roll(2) == 0 ? static_cast<HubFault>(roll(hub_faults)) : HubFault::none;
    };
    for (int round = 0; round < 30; ++round) {
        till.sell(static_cast<int>(roll(40)));
        for (unsigned steps = roll(6); steps > 0; --steps)
            till.step();
        if (roll(5) == 0) till.restart();
        till.failing_writes = roll(6) == 0 ? 1 : 0;
        if (roll(10) == 0) {
            fixture.hub.go_back(till.lineage(), static_cast<std::int64_t>(roll(200)));
            if (roll(2) == 0) fixture.hub.epoch = identity(static_cast<char>('a' + roll(6)));
        }
    }
    fixture.hub.fault_of = [](const HttpRequest&) { return HubFault::none; };
    till.clock.advance(SyncEngine::hello_interval); // the hub may have gone back since the last hello
    REQUIRE(till.settle());
    for (const auto& head : JournalView(till.directory).lineages())
        require_same(till, fixture.hub, head.lineage);
    CHECK(fixture.hub.branches.empty());
    CHECK(till.journal->head().series == "A");
}

TEST_CASE("a lost answer costs a hello, not a second copy", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(50);
    fixture.hub.faults = {HubFault::none, HubFault::lose_answer};
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
    CHECK(fixture.hub.received == 51);
}

TEST_CASE("an answer that names another hash acknowledges nothing", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(5);
    fixture.hub.faults = {HubFault::none, HubFault::lie};
    till.step();
    till.step();
    CHECK(till.memory().lineages[till.lineage()].seq == 0);
    REQUIRE(till.engine->status().problem);
    CHECK(till.engine->status().problem->key == "error.hub_answer_differs");
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
    CHECK_FALSE(till.engine->status().problem);
}

TEST_CASE("a portal, another hub and a cut answer acknowledge nothing and are named", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(5);
    const auto expected = GENERATE(
        std::pair{HubFault::portal, "error.hub_portal"}, std::pair{HubFault::other_hub, "error.hub_other"},
        std::pair{HubFault::cut_answer, "error.hub_status"}, std::pair{HubFault::failing, "error.hub_status"},
        std::pair{HubFault::revoked, "error.hub_credential"}, std::pair{HubFault::refuse, "error.hub_unreachable"});
    const bool at_hello = GENERATE(true, false);
    if (!at_hello) fixture.hub.faults.push_back(HubFault::none);
    fixture.hub.faults.push_back(expected.first);
    till.step();
    if (!at_hello) till.step();
    REQUIRE(till.engine->status().problem);
    CHECK(till.engine->status().problem->key == expected.second);
    CHECK(till.memory().lineages[till.lineage()].seq == 0);
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
}

TEST_CASE("one sale while the hub is away arrives by itself when it is back", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    REQUIRE(till.settle());
    const auto start = till.clock.monotonic().milliseconds;
    constexpr std::int64_t away = 10 * 60'000;
    fixture.hub.fault_of = [&](const HttpRequest&) {
        return till.clock.monotonic().milliseconds < start + away ? HubFault::refuse : HubFault::none;
    };
    till.sell(1);
    while (till.clock.monotonic().milliseconds < start + away)
        till.step();
    CHECK(till.engine->status().unsent == 1);
    REQUIRE(till.settle(4));
    require_same(till, fixture.hub, till.lineage());
    CHECK(till.clock.monotonic().milliseconds < start + away + 2 * BackOff::longest_wait);
}

TEST_CASE("a watermark that could not be written down has not moved", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    REQUIRE(till.settle());
    till.sell(3);
    till.restart();
    till.step(); // hello
    till.failing_writes = 1;
    till.step(); // push
    CHECK(fixture.hub.main[till.lineage()].size() == 4);
    CHECK(till.memory().lineages[till.lineage()].seq == 1);
    CHECK(till.engine->status().unsent == 3);
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
}

TEST_CASE("a hub that was restored gets the missing entries again and people are told", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(300);
    REQUIRE(till.settle());
    const std::int64_t back_at = GENERATE(0, 120);
    fixture.hub.go_back(till.lineage(), back_at);
    fixture.hub.epoch = identity('5');
    till.clock.advance(SyncEngine::hello_interval);
    till.step();
    CHECK(till.engine->status().unsent == 301 - back_at);
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
    REQUIRE(till.faults.size() == 1);
    CHECK(till.faults.front() == std::pair{SyncFault::hub_went_back, back_at});
    CHECK(till.memory().epoch == identity('5'));
}

TEST_CASE("a hub restored in the middle of a push is compared again", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(300);
    till.step();
    till.step();
    fixture.hub.go_back(till.lineage(), 40);
    fixture.hub.epoch = identity('6');
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
}

TEST_CASE("a hub that asks for time gets it", "[sync]") {
    EngineFixture fixture;
    fixture.till.sell(1);
    fixture.hub.faults = {HubFault::overloaded};
    CHECK(fixture.till.engine->step().milliseconds == 400'000);
}

TEST_CASE("one lineage that a hub does not take holds up no other", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(3);
    const auto first = till.lineage();
    REQUIRE(till.journal->begin_lineage("test", till.randomness));
    till.sell(3);
    fixture.hub.fault_of = [&](const HttpRequest& request) {
        const auto header = request.body.substr(0, request.body.find('\n'));
        return header.find(first) != std::string::npos ? HubFault::failing : HubFault::none;
    };
    CHECK_FALSE(till.settle(30));
    CHECK(fixture.hub.main[till.lineage()].size() == 4);
    CHECK(till.engine->status().unsent == 4);
}

TEST_CASE("the clock's difference to the hub is noted and nothing else happens", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    fixture.hub.time = [&] { return Instant{till.clock.now().milliseconds + 3'600'000}; };
    till.sell(2);
    REQUIRE(till.settle());
    CHECK(till.engine->status().clock_offset == 3'600'000);
    till.clock.jump_wall({0}); // a dead battery: retries go by the other clock
    till.sell(2);
    till.restart();
    REQUIRE(till.settle());
    require_same(till, fixture.hub, till.lineage());
}

TEST_CASE("a broken chain is not sent, what is sound before it is", "[sync]") {
    EngineFixture fixture;
    auto& till = fixture.till;
    till.sell(5);
    till.journal->database().execute("UPDATE entry SET bytes = replace(bytes, '1002', '1003') WHERE seq = 4");
    CHECK_FALSE(till.settle(60));
    REQUIRE(till.engine->status().problem);
    CHECK(till.engine->status().problem->key == "error.chain_broken");
    CHECK(till.engine->status().problem->values.front().second == "4");
    CHECK(fixture.hub.main[till.lineage()].size() == 3);
}
