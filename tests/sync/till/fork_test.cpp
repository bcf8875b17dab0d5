#include "sync/till/fork_search.h"
#include "tests/support/sync_bench.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ocop;
using namespace ocop::testing;

namespace {

HashLadder ladder_of(const std::vector<Entry>& chain, std::int64_t at) {
    HashLadder ladder;
    ladder.stored_seq = static_cast<std::int64_t>(chain.size());
    for (const auto seq : ladder_seqs(std::min(at, ladder.stored_seq)))
        ladder.rungs.push_back({seq, chain[static_cast<std::size_t>(seq - 1)].hash});
    return ladder;
}

void copy_till(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace

TEST_CASE("the search finds where two histories part, in few calls", "[sync]") {
    const auto lineage = identity('a');
    const int common = GENERATE(0, 1, 2, 7, 64, 100);
    const int own_more = GENERATE(0, 1, 5, 90);
    const int hub_more = GENERATE(0, 1, 5, 90);
    CAPTURE(common, own_more, hub_more);
    auto own = make_chain(lineage, static_cast<std::size_t>(common));
    auto hub = own;
    grow(own, lineage, static_cast<std::size_t>(own_more), "b");
    grow(hub, lineage, static_cast<std::size_t>(hub_more), "c");
    ForkSearch search(lineage, static_cast<std::int64_t>(own.size()));
    int calls = 0;
    while (!search.done()) {
        REQUIRE(++calls < 12);
        REQUIRE(search.take(ladder_of(hub, search.at()), [&](std::int64_t seq) -> std::optional<Hash> {
            if (seq < 1 || seq > static_cast<std::int64_t>(own.size())) return std::nullopt;
            return own[static_cast<std::size_t>(seq - 1)].hash;
        }));
    }
    CHECK(search.common() == common);
    CHECK(search.diverged() == (own_more > 0 && hub_more > 0));
    CHECK(search.hub_is_ahead() == (own_more == 0 && hub_more > 0));
}

TEST_CASE("a ladder without rungs ends the search instead of repeating it", "[sync]") {
    ForkSearch search(identity('a'), 5);
    HashLadder empty;
    empty.stored_seq = 5;
    CHECK_FALSE(search.take(empty, [](std::int64_t) { return std::optional<Hash>(Hash{}); }));
}

TEST_CASE("of a cloned till both histories reach the hub, once each, and the second goes on as another", "[sync]") {
    const bool synced_before = GENERATE(true, false);
    const int first_sells = GENERATE(1, 250);
    const bool writes_fail = GENERATE(false, true);
    CAPTURE(synced_before, first_sells, writes_fail);
    TemporaryFolder folder;
    FakeHub hub;
    {
        SyncBench before(folder.path() / "first", hub);
        before.sell(70);
        if (synced_before) REQUIRE(before.settle());
    }
    copy_till(folder.path() / "first", folder.path() / "clone");
    SyncBench first(folder.path() / "first", hub, 2);
    SyncBench clone(folder.path() / "clone", hub, 3);
    first.sell(first_sells);
    clone.sell(120);
    const auto shared = first.lineage();
    REQUIRE(first.settle());
    if (writes_fail) clone.failing_writes = 3;
    REQUIRE(clone.settle());

    REQUIRE(hub.branches.size() == 1);
    const auto name = hub.branches.begin()->first;
    const auto& tail = hub.branches.begin()->second;
    CHECK(name.first == shared);
    REQUIRE(tail.size() == 120);
    CHECK(tail.front().header.seq == 72);
    CHECK(tail.back().bytes == clone.entries(shared).back().bytes);
    CHECK(hub.main[shared].size() == first.entries(shared).size());
    REQUIRE(clone.lineage() != shared);
    CHECK(clone.journal->head().series == "B");
    CHECK(hub.main[clone.lineage()].size() == clone.entries(clone.lineage()).size());
    REQUIRE(clone.faults.size() == 1);
    CHECK(clone.faults.front() == std::pair{SyncFault::fork, std::int64_t{72}});

    clone.sell(3); // and it stays so
    clone.restart();
    REQUIRE(clone.settle());
    first.sell(3);
    first.restart();
    REQUIRE(first.settle());
    std::set<std::string> ids;
    std::size_t stored = tail.size();
    for (const auto& entry : tail)
        ids.insert(entry.header.id);
    for (const auto& [lineage, chain] : hub.main) {
        stored += chain.size();
        for (const auto& entry : chain)
            ids.insert(entry.header.id);
    }
    CHECK(ids.size() == stored);
    CHECK(hub.branches.size() == 1);
    CHECK(clone.journal->head().series == "B");
    CHECK(first.journal->head().series == "A");
}

TEST_CASE("a fork outlives a hub that lost the tail", "[sync]") {
    TemporaryFolder folder;
    FakeHub hub;
    {
        SyncBench before(folder.path() / "first", hub);
        before.sell(4);
    }
    copy_till(folder.path() / "first", folder.path() / "clone");
    SyncBench first(folder.path() / "first", hub, 2);
    SyncBench clone(folder.path() / "clone", hub, 3);
    first.sell(20);
    clone.sell(20);
    REQUIRE(first.settle());
    REQUIRE(clone.settle());
    const auto branches = hub.branches;
    REQUIRE(branches.size() == 1);
    hub.branches.clear();
    hub.epoch = identity('8');
    clone.clock.advance(SyncEngine::hello_interval);
    clone.step();
    REQUIRE(clone.settle());
    REQUIRE(hub.branches.size() == 1);
    CHECK(hub.branches.begin()->first == branches.begin()->first);
    CHECK(hub.branches.begin()->second.size() == 20);
    CHECK(clone.journal->head().series == "B");
}

TEST_CASE("a till put back from an old copy uses no number again", "[sync]") {
    TemporaryFolder folder;
    FakeHub hub;
    {
        SyncBench before(folder.path() / "till", hub);
        before.sell(10);
    }
    copy_till(folder.path() / "till", folder.path() / "copy");
    std::string lineage;
    {
        SyncBench later(folder.path() / "till", hub, 2);
        later.sell(30);
        lineage = later.lineage();
        REQUIRE(later.settle());
    }
    SyncBench restored(folder.path() / "copy", hub, 3);
    REQUIRE(restored.settle());
    CHECK(restored.lineage() != lineage);
    CHECK(restored.journal->head().series == "B");
    CHECK(restored.engine->status().unsent == 0);
    CHECK(hub.main[lineage].size() == 41);
    CHECK(hub.branches.empty());
    REQUIRE(restored.faults.size() == 1);
    CHECK(restored.faults.front() == std::pair{SyncFault::hub_ahead, std::int64_t{11}});
    const auto asked = hub.count_asked("/v1/journal/");
    restored.clock.advance(SyncEngine::hello_interval);
    restored.step();
    CHECK(restored.engine->status().settled);
    CHECK(hub.count_asked("/v1/journal/") == asked); // compared once, not at every hello
}

TEST_CASE("one wrong hash in a ladder makes no fork", "[sync]") {
    TemporaryFolder folder;
    FakeHub hub;
    SyncBench till(folder.path() / "till", hub);
    till.sell(5);
    REQUIRE(till.settle());
    till.sell(5);
    till.restart();
    hub.faults = {HubFault::lie, HubFault::lie}; // hello, then the ladder
    REQUIRE(till.settle());
    CHECK(hub.count_asked("/v1/journal/") == 2);
    CHECK(till.journal->head().series == "A");
    CHECK(till.faults.empty());
    CHECK(hub.main[till.lineage()].size() == 11);
    CHECK(hub.branches.empty());
}

TEST_CASE("a hub that cries fork is not believed before its hashes say so", "[sync]") {
    TemporaryFolder folder;
    FakeHub hub;
    SyncBench till(folder.path() / "till", hub);
    till.sell(5);
    hub.cries_fork = true;
    CHECK_FALSE(till.settle(120));
    CHECK(till.journal->head().series == "A");
    CHECK(till.faults.empty());
    CHECK(till.clock.monotonic().milliseconds > 10 * 60'000); // asked ever more slowly
    hub.cries_fork = false;
    REQUIRE(till.settle());
    CHECK(hub.main[till.lineage()].size() == 6);
}
