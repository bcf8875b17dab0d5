#include "pos/journal/journal.h"

#include "pos/base/clock.h"
#include "pos/journal/head_signatures.h"
#include "pos/journal/high_water.h"
#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "pos/store/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

struct Bench {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{1};
    DataDirectory directory{folder.path()};

    Journal create() { return std::move(*Journal::create(directory, "test", "Q2", clock, randomness)); }
    EntryDraft movement(int number) const {
        return {kind::cash_movement, "id-" + std::to_string(number), day_of(clock.now()), false, {}};
    }
};

const nlohmann::json movement_body{{"shift", "s"}, {"amount", 5000}, {"reason", "đổi tiền lẻ"}};

} // namespace

TEST_CASE("entries are chained, gapless and readable as stored", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    for (int i = 0; i < 5; ++i)
        REQUIRE(journal.append(bench.movement(i), movement_body));
    const auto entries = read_entries(journal.database(), journal.head().lineage, 1, 100);
    REQUIRE(entries.size() == 6);
    for (std::size_t i = 1; i < entries.size(); ++i) {
        CHECK(entries[i].header.seq == static_cast<std::int64_t>(i) + 1);
        CHECK(entries[i].header.prev_hash == entries[i - 1].hash);
    }
    CHECK(entries.back().hash == journal.head().hash);
    const auto report = verify(bench.directory);
    REQUIRE(report);
    CHECK(report->sound());
    CHECK(report->entries == 6);
}

TEST_CASE("the same document twice is stored once, another under its id is a conflict", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    const auto first = journal.append(bench.movement(1), movement_body);
    const auto again = journal.append(bench.movement(1), movement_body);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(first->hash == again->hash);
    auto other = movement_body;
    other["amount"] = 6000;
    CHECK(journal.append(bench.movement(1), other).error().kind == ErrorKind::conflict);
    CHECK(journal.head().seq == 2);
}

TEST_CASE("frozen bytes refuse what would not read back identically", "[journal]") {
    EntryHeader header;
    header.seq = 1;
    CHECK_THROWS_AS(freeze(header, {{"amount", 1.5}}), std::invalid_argument);
    CHECK_THROWS_AS(freeze(header, {{"amount", (std::int64_t{1} << 53) + 1}}), std::invalid_argument);
    CHECK_THROWS_AS(freeze(header, {{"số", 1}}), std::invalid_argument);
    CHECK_THROWS_AS(freeze(header, {{"name", "tie\u0302\u0301ng"}}), std::invalid_argument);
    const auto entry = freeze(header, {{"name", "tiếng"}});
    // the bytes are what nlohmann itself would write for the sorted object
    CHECK(nlohmann::json::parse(entry.bytes).dump() == entry.bytes);
}

TEST_CASE("one program holds a data directory", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    const auto second = Journal::open(bench.directory, "other", bench.clock, bench.randomness);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::busy);
    CHECK(second.error().values.at(1).second.find("test") == 0);
}

TEST_CASE("a flipped byte in any entry column is found at its seq", "[journal]") {
    Bench bench;
    {
        auto journal = bench.create();
        for (int i = 0; i < 4; ++i)
            REQUIRE(journal.append(bench.movement(i), movement_body));
        REQUIRE(journal.checkpoint());
    }
    const char* change =
        GENERATE("UPDATE entry SET bytes = replace(bytes, '5000', '5001') WHERE seq = 3",
                 "UPDATE entry SET hash = zeroblob(32) WHERE seq = 3", "UPDATE entry SET id = 'x' WHERE seq = 3",
                 "UPDATE entry SET kind = 'sale' WHERE seq = 3", "UPDATE entry SET lineage = 'x' WHERE seq = 3",
                 "UPDATE entry SET bytes = 'x' WHERE seq = 3");
    Database::open_writer(bench.directory.journal()).execute(change);
    const auto report = verify(bench.directory);
    REQUIRE(report);
    CHECK_FALSE(report->sound());
    CHECK(report->first_bad_seq == 3);
}

TEST_CASE("a removed tail shows in the high water, and the till goes on in a new lineage and series", "[journal]") {
    Bench bench;
    std::string lineage;
    {
        auto journal = bench.create();
        for (int i = 0; i < 4; ++i)
            REQUIRE(journal.append(bench.movement(i), movement_body));
        REQUIRE(journal.checkpoint());
        lineage = journal.head().lineage;
    }
    Database::open_writer(bench.directory.journal())
        .execute("DELETE FROM entry WHERE seq > 3; DELETE FROM cash_movement WHERE position > 3");
    auto journal = Journal::open(bench.directory, "test", bench.clock, bench.randomness);
    REQUIRE(journal);
    CHECK(journal->head().lineage != lineage);
    CHECK(journal->head().series == "B");
    CHECK(journal->head().seq == 1);
    CHECK(verify(bench.directory)->sound());
}

TEST_CASE("verify tells of a tail that was cut off before the till is opened again", "[journal]") {
    Bench bench;
    {
        auto journal = bench.create();
        for (int i = 0; i < 4; ++i)
            REQUIRE(journal.append(bench.movement(i), movement_body));
        REQUIRE(journal.checkpoint());
    }
    Database::open_writer(bench.directory.journal())
        .execute("DELETE FROM entry WHERE seq > 3; DELETE FROM cash_movement WHERE position > 3");
    const auto report = verify(bench.directory);
    REQUIRE(report);
    CHECK(report->first_bad_seq == 4);
    CHECK(report->reason == "verify.tail_missing");
}

TEST_CASE("a high-water mark that decayed is no mark", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    REQUIRE(write_high_water(bench.directory, {journal.head().lineage, 12}));
    REQUIRE(read_high_water(bench.directory));
    CHECK(read_high_water(bench.directory)->seq == 12);
    auto text = *read_bytes(bench.directory.high_water(), 1'000);
    text[text.find(" 12 ") + 1] = '9';
    REQUIRE(write_bytes(bench.directory.high_water(), text));
    CHECK_FALSE(read_high_water(bench.directory));
}

TEST_CASE("the head signed at a shift close is checked against what is stored", "[journal]") {
    Bench bench;
    {
        auto journal = bench.create();
        for (int i = 0; i < 3; ++i)
            REQUIRE(journal.append(bench.movement(i), movement_body));
        REQUIRE(sign_present_head(journal));
        REQUIRE(journal.append(bench.movement(3), movement_body));
        REQUIRE(sign_present_head(journal));
        CHECK_FALSE(first_wrong_signature(journal.database(), journal.head().lineage));
        REQUIRE(journal.checkpoint());
    }
    CHECK(verify(bench.directory)->sound());
    Database::open_writer(bench.directory.journal())
        .execute("UPDATE local_state SET value = replace(value, '\"seq\":4', '\"seq\":3')");
    const auto report = verify(bench.directory);
    REQUIRE(report);
    CHECK(report->first_bad_seq == 4);
    CHECK(report->reason == "verify.signature_differs");
}

TEST_CASE("projections differ from a rebuild only when somebody changed them, and a rebuild mends them", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    for (int i = 0; i < 3; ++i)
        REQUIRE(journal.append(bench.movement(i), movement_body));
    journal.database().execute("UPDATE cash_movement SET amount = 1 WHERE position = 2");
    auto report = verify(bench.directory);
    REQUIRE(report);
    CHECK(report->different_tables == std::vector<std::string>{"cash_movement"});
    rebuild_projections(journal.database());
    CHECK(verify(bench.directory)->sound());
}

TEST_CASE("a newer database is refused politely", "[journal]") {
    Bench bench;
    { auto journal = bench.create(); }
    Database::open_writer(bench.directory.journal()).execute("PRAGMA user_version = 99");
    const auto opened = Journal::open(bench.directory, "test", bench.clock, bench.randomness);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::newer);
}

TEST_CASE("local state survives a rebuild", "[journal]") {
    Bench bench;
    auto journal = bench.create();
    REQUIRE(journal.set_local("cart.draft", "{}"));
    rebuild_projections(journal.database());
    CHECK(journal.local("cart.draft") == "{}");
    REQUIRE(journal.clear_local("cart.draft"));
    CHECK_FALSE(journal.local("cart.draft"));
}
