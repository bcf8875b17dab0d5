#include "pos/journal/verify.h"
#include "pos/leads/lead_projection.h"
#include "pos/reports/export_file.h"
#include "pos/store/whole_file.h"
#include "tests/support/enquiries.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Scene {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{1};
    DataDirectory directory{folder.path() / "till"};
    TestReaders keys;
    Till till = enquiry_till(directory, keys.readers, clock, randomness);

    std::vector<std::string> tables() {
        std::vector<std::string> digests;
        for (const auto& table : projection_tables())
            digests.push_back(table_digest(till.journal().database(), table));
        return digests;
    }
    std::int64_t people() {
        auto row = till.journal().database().prepare("SELECT count(*) FROM personal");
        row.step();
        return row.integer(0);
    }
};

} // namespace

TEST_CASE("an enquiry becomes a lead whose person only the readers can open", "[leads]") {
    Scene scene;
    const auto lead = scene.till.record_lead(enquiry_for(scene.till, "lead-1"));
    REQUIRE(lead);
    CHECK(lead->keep_until == *Day::parse("2027-11-23"));
    const auto rows = persons_of(scene.till.journal().database(), "lead-1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].id == lead->person);
    for (const auto& key : {scene.keys.organisers, scene.keys.recovery}) {
        const auto fields = open_committed_person(rows[0], key, lead->commitment);
        REQUIRE(fields);
        CHECK(person_from_json(*fields).phone == person_phone);
    }
    CHECK_FALSE(open_person(rows[0], ReaderKey::create()));
    const auto listed = read_leads(scene.till.journal().database());
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].consents.size() == 2);
    CHECK_FALSE(listed[0].consents[1].ticked);

    SECTION("handed in twice it is one lead") {
        CHECK(scene.till.record_lead(enquiry_for(scene.till, "lead-1"))->person == lead->person);
        CHECK(scene.people() == 1);
    }
    SECTION("a rebuild computes the same table") {
        const auto before = scene.tables();
        rebuild_projections(scene.till.journal().database());
        CHECK(scene.tables() == before);
    }
    SECTION("no file and no export shows the person") {
        auto& database = scene.till.journal().database();
        const auto language = Language::load(std::filesystem::path(OCOP_SOURCE_DIR) / "assets", "vi");
        REQUIRE(export_csv(database, {}, *language, scene.folder.path() / "sales.csv"));
        REQUIRE(export_json(database, {}, scene.folder.path() / "sales.json"));
        for (const char* word : {person_name, person_phone, person_message})
            CHECK(occurrences(scene.folder.path(), word) == 0);
        CHECK(occurrences(scene.folder.path(), "Gian hàng mẫu của phép thử") == 0); // the search itself can miss
        CHECK(occurrences(scene.folder.path(), lead->person) > 0);                  // and can find
    }
}

TEST_CASE("an enquiry without agreement, readers or a known product leaves nothing", "[leads]") {
    Scene scene;
    auto enquiry = enquiry_for(scene.till, "lead-1");
    enquiry.consents[0].ticked = false;
    CHECK(scene.till.record_lead(enquiry).error().key == "error.enquiry_consent");
    enquiry = enquiry_for(scene.till, "lead-1");
    enquiry.products = {Sku("nothing")};
    CHECK(scene.till.record_lead(enquiry).error().key == "error.unknown_product");
    CHECK(scene.people() == 0);
    const DataDirectory other{scene.folder.path() / "other"};
    auto without = std::move(*Till::create(other, "test", "Q3", scene.clock, scene.randomness));
    enquiry = enquiry_for(scene.till, "lead-1");
    enquiry.products.clear();
    CHECK(without.record_lead(enquiry).error().key == "error.no_readers");
}

TEST_CASE("an erased person is gone from every file, and the chain stays whole", "[leads]") {
    Scene scene;
    const int count = 60; // enough that pages were split and rows moved
    std::vector<std::string> sealed;
    for (int i = 0; i < count; ++i) {
        auto enquiry = enquiry_for(scene.till, "lead-" + std::to_string(i));
        enquiry.person.message = std::string(static_cast<std::size_t>(40 + 37 * (i % 11)), 'x');
        REQUIRE(scene.till.record_lead(enquiry));
        scene.clock.advance(1000);
        const auto row = persons_of(scene.till.journal().database(), enquiry.id).at(0);
        sealed.emplace_back(reinterpret_cast<const char*>(row.sealed.data()), 32);
        if (i % 7 == 0) CHECK(scene.till.journal().checkpoint());
    }
    CHECK(occurrences(scene.folder.path(), sealed[10]) > 0);
    for (const int gone : {10, 30, 59}) {
        const auto erased = scene.till.erase_lead("lead-" + std::to_string(gone), StaffId("lan"));
        REQUIRE(erased);
        CHECK(erased->now);
        CHECK(erased->file_clean);
        CHECK(occurrences(scene.folder.path(), sealed[static_cast<std::size_t>(gone)]) == 0);
    }
    CHECK(scene.people() == count - 3);
    CHECK(occurrences(scene.folder.path(), sealed[11]) > 0);
    CHECK(read_lead(scene.till.journal().database(), "lead-10")->erased);
    CHECK(persons_of(scene.till.journal().database(), "lead-11").size() == 1);
    const auto report = verify(scene.directory);
    REQUIRE(report);
    CHECK(report->sound());
    const auto before = scene.tables();
    rebuild_projections(scene.till.journal().database());
    CHECK(scene.tables() == before);

    SECTION("twice is once, and strangers may not") {
        CHECK_FALSE(scene.till.erase_lead("lead-10", StaffId("lan"))->now);
        CHECK(verify(scene.directory)->entries == report->entries);
        CHECK(scene.till.erase_lead("lead-11", StaffId("nobody")).error().key == "error.unknown_staff");
        CHECK(scene.till.erase_lead("nothing", StaffId("lan")).error().key == "error.no_lead");
        CHECK(scene.people() == count - 3);
    }
    SECTION("while somebody reads, the file cannot be cleaned, and that is said") {
        auto reader = Database::open_reader(scene.directory.journal());
        auto row = reader.prepare("SELECT id FROM entry");
        REQUIRE(row.step());
        CHECK_FALSE(scene.till.erase_lead("lead-11", StaffId("lan"))->file_clean);
        row.reset();
        CHECK(scene.till.erase_lead("lead-11", StaffId("lan"))->file_clean);
        CHECK(occurrences(scene.folder.path(), sealed[11]) == 0);
    }
}

TEST_CASE("people are kept to the last day and erased on the next, in training too, each by an entry", "[leads]") {
    Scene scene;
    REQUIRE(scene.till.record_lead(enquiry_for(scene.till, "old")));
    REQUIRE(scene.till.open_shift(StaffId("lan"), Dong{}, true));
    REQUIRE(scene.till.record_lead(enquiry_for(scene.till, "practice")));
    REQUIRE(scene.till.close_shift(StaffId("lan"), Dong{}, ""));
    scene.clock.jump_wall(instant_of(*Day::parse("2027-11-23"), {23, 59, 0}));
    REQUIRE(scene.till.record_lead(enquiry_for(scene.till, "new")));
    CHECK(scene.till.erase_overdue_leads(std::nullopt) == 0U);
    scene.clock.advance(60'000);
    const auto before = scene.till.journal().head().seq;
    CHECK(scene.till.erase_overdue_leads(std::nullopt) == 2U);
    CHECK(scene.till.journal().head().seq == before + 2);
    CHECK(scene.till.erase_overdue_leads(std::nullopt) == 0U);
    auto& database = scene.till.journal().database();
    for (const char* gone : {"old", "practice"}) {
        CHECK(read_lead(database, gone)->erased);
        CHECK(persons_of(database, gone).empty());
    }
    CHECK_FALSE(read_lead(database, "new")->erased);
    CHECK(scene.people() == 1);
    CHECK(verify(scene.directory)->sound());
    const auto tables = scene.tables();
    rebuild_projections(database);
    CHECK(scene.tables() == tables);
    CHECK(scene.till.erase_overdue_leads(StaffId("nobody")).error().key == "error.unknown_staff");
}

TEST_CASE("a database of the first schema gets the new tables when it is opened, and is sound before that", "[leads]") {
    Scene scene;
    REQUIRE(scene.till.record_lead(enquiry_for(scene.till, "lead-1")));
    const auto before = scene.tables();
    scene.till.journal().database().execute(
        "DROP TABLE lead; DROP TABLE usage_measure; DROP TABLE usage_product; PRAGMA user_version = 1");
    CHECK(verify(scene.directory)->sound());
    { auto closed = std::move(scene.till); }
    scene.till = std::move(*Till::open(scene.directory, "test", scene.clock, scene.randomness));
    CHECK(scene.tables() == before);
    CHECK(read_leads(scene.till.journal().database()).size() == 1);
    scene.till.journal().database().execute("DROP TABLE lead");
    CHECK_FALSE(verify(scene.directory)->sound()); // of this schema it has to be there
}
