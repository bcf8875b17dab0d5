#include "pos/journal/personal.h"

#include "pos/journal/projections.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

TEST_CASE("personal fields open for every wrapped key, for no other, and only as committed", "[journal]") {
    ManualClock clock(Instant{1'700'000'000'000});
    SeededRandomness randomness(3);
    const auto organiser = ReaderKey::create();
    const auto recovery = ReaderKey::create();
    const auto stranger = ReaderKey::create();
    const nlohmann::json fields{{"name", "Trần Thị Mẫu"}, {"phone", "0912 345 678"}};
    auto person = seal_person("entry-1", fields, {organiser.public_part, recovery.public_part}, clock, randomness);
    CHECK(open_person(person.row, organiser) == fields);
    CHECK(open_committed_person(person.row, recovery, person.commitment) == fields);
    CHECK_FALSE(open_person(person.row, stranger));
    CHECK_FALSE(open_committed_person(person.row, organiser, Hash{}));
    person.row.sealed[5] ^= std::byte{1};
    CHECK_FALSE(open_person(person.row, organiser));
    CHECK_THROWS_AS(seal_person("entry-1", fields, {}, clock, randomness), std::invalid_argument);
}

TEST_CASE("an erased person is gone from the table", "[journal]") {
    ManualClock clock(Instant{1'700'000'000'000});
    SeededRandomness randomness(3);
    auto database = Database::open_memory();
    REQUIRE(prepare_schema(database));
    const auto reader = ReaderKey::create();
    const auto person = seal_person("entry-1", {{"name", "Mẫu"}}, {reader.public_part}, clock, randomness);
    store_person(database, person.row);
    REQUIRE(persons_of(database, "entry-1").size() == 1);
    CHECK(open_person(persons_of(database, "entry-1")[0], reader));
    erase_person(database, person.row.id);
    CHECK(persons_of(database, "entry-1").empty());
}
