// The disk fails at every call of an enquiry, of an erasure and of an hour's end, and the power is cut: lead and person
// are both there or neither, an erasure took both or neither, and no view is counted twice.
#include "pos/journal/verify.h"
#include "pos/leads/lead_projection.h"
#include "pos/usage/usage_projection.h"
#include "tests/support/enquiries.h"
#include "tests/support/program.h"
#include "tests/support/storm_vfs.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Showroom {
    TemporaryFolder folder;
    StormVfs storm;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 30, 0})};
    SeededRandomness randomness{1};
    DataDirectory directory{folder.path()};
    TestReaders keys;
    std::optional<Till> till;

    Showroom() {
        till = enquiry_till(directory, keys.readers, clock, randomness, {storm.name()});
        std::ofstream(directory.journal()).flush(); // the database itself is in the storm's memory
    }
    void reopen() {
        till.reset();
        auto opened = Till::open(directory, "test", clock, randomness, {storm.name()});
        REQUIRE(opened);
        till = std::move(*opened);
    }
    std::size_t people(const std::string& lead) { return persons_of(till->journal().database(), lead).size(); }
    bool has_lead(const std::string& lead) { return read_lead(till->journal().database(), lead).has_value(); }
    bool is_erased(const std::string& lead) { return read_lead(till->journal().database(), lead)->erased; }
};

// A till in real files with two leads, copied for every attempt.
struct LeadBooth {
    TemporaryFolder folder;
    std::filesystem::path fresh = folder.path() / "fresh";
    std::filesystem::path used = folder.path() / "used";

    LeadBooth() {
        SystemClock clock;
        SystemRandomness randomness;
        const TestReaders keys;
        auto till = enquiry_till({fresh}, keys.readers, clock, randomness);
        REQUIRE(till.record_lead(enquiry_for(till, "lead")));
        REQUIRE(till.record_lead(enquiry_for(till, "other")));
        REQUIRE(till.journal().checkpoint());
    }
    ProgramResult erase(long kill_at) const {
        std::filesystem::remove_all(used);
        std::filesystem::copy(fresh, used, std::filesystem::copy_options::recursive);
        return run_program(program("ocop"), {"--data", used.string(), "leads", "erase", "lead", "--staff", "lan"},
                           {"LD_PRELOAD=" + (std::filesystem::path(OCOP_BINARY_DIR) / "libkill_shim.so").string(),
                            "OCOP_KILL_AT=" + std::to_string(kill_at)});
    }
};

} // namespace

TEST_CASE("an erasure that is killed between any two steps took person and entry, or neither", "[danger][kill]") {
    const LeadBooth booth;
    int erased = 0;
    int killed = 0;
    for (long step = 1;; ++step) {
        REQUIRE(step < 2'000);
        const auto result = booth.erase(step);
        INFO("killed before step " << step << ", said: " << result.err);
        const auto report = verify(DataDirectory{booth.used});
        REQUIRE(report);
        REQUIRE(report->sound());
        auto reader = Database::open_reader(DataDirectory{booth.used}.journal());
        const bool gone = read_lead(reader, "lead")->erased;
        REQUIRE(persons_of(reader, "lead").size() == (gone ? 0 : 1));
        REQUIRE(persons_of(reader, "other").size() == 1);
        erased += gone ? 1 : 0;
        if (result.status) {
            CHECK(*result.status == 0);
            CHECK(gone);
            break;
        }
        ++killed;
    }
    CHECK(killed >= 10);
    CHECK(erased >= 1);
    CHECK(erased < killed);
}

TEST_CASE("a failing disk leaves lead and person both there or neither", "[danger]") {
    const auto fault = GENERATE(Fault::io_error, Fault::disk_full, Fault::short_write);
    const bool for_ever = GENERATE(false, true);
    int there = 0;
    int absent = 0;
    for (std::int64_t n = 1; n < 100; ++n) {
        Showroom room;
        const auto enquiry = enquiry_for(*room.till, "lead");
        room.storm.fail_at(n, fault, for_ever);
        const auto recorded = room.till->record_lead(enquiry);
        const bool was_hit = room.storm.calls() >= n;
        room.storm.stop_failing();
        const bool told = recorded.has_value();
        room.reopen();
        CHECK(room.people("lead") == (room.has_lead("lead") ? 1 : 0));
        if (told) CHECK(room.has_lead("lead"));
        if (!told && recorded.error().kind == ErrorKind::storage) CHECK_FALSE(room.has_lead("lead"));
        // Sent again it is one lead, whatever became of the first attempt.
        CHECK(room.till->record_lead(enquiry));
        CHECK(room.people("lead") == 1);
        ++(told ? there : absent);
        if (!was_hit) break;
    }
    CHECK(there > 0);
    CHECK(absent > 0);
}

TEST_CASE("a failing disk leaves a person erased with an entry that says so, or untouched", "[danger]") {
    const auto fault = GENERATE(Fault::io_error, Fault::short_write);
    const bool for_ever = GENERATE(false, true);
    int erased = 0;
    int kept = 0;
    for (std::int64_t n = 1; n < 100; ++n) {
        Showroom room;
        REQUIRE(room.till->record_lead(enquiry_for(*room.till, "lead")));
        REQUIRE(room.till->record_lead(enquiry_for(*room.till, "other")));
        REQUIRE(room.till->journal().checkpoint());
        room.storm.fail_at(n, fault, for_ever);
        const auto result = room.till->erase_lead("lead", StaffId("lan"));
        const bool was_hit = room.storm.calls() >= n;
        room.storm.stop_failing();
        const bool told = result.has_value();
        room.reopen();
        CHECK(room.people("lead") == (room.is_erased("lead") ? 0 : 1));
        CHECK(room.people("other") == 1);
        if (told) CHECK(room.is_erased("lead"));
        ++(room.is_erased("lead") ? erased : kept);
        REQUIRE(room.till->erase_lead("lead", StaffId("lan")));
        CHECK(room.people("lead") == 0);
        CHECK(room.people("other") == 1);
        if (!was_hit) break;
    }
    CHECK(erased > 0);
    CHECK(kept > 0);
}

TEST_CASE("a power cut never parts a lead from its person and never doubles an hour", "[danger]") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        Showroom room;
        UsageCounts one_view;
        one_view.products[Sku("A")].views = 1;
        std::int64_t views = 0;
        std::vector<std::string> told;
        for (std::uint64_t i = 0; i < 1 + seed % 4; ++i) {
            const auto id = "lead-" + std::to_string(i);
            if (room.till->record_lead(enquiry_for(*room.till, id))) told.push_back(id);
            if (room.till->count_usage(hour_of(room.clock.now()), one_view)) ++views;
            if (seed % 3 == i) CHECK(room.till->journal().checkpoint());
        }
        // The hour's end and one more lead are under way when the power goes.
        room.clock.advance(3'600'000);
        room.storm.fail_at(1 + static_cast<std::int64_t>(seed % 5), Fault::io_error, true);
        CHECK((room.till->close_usage_hour() || true));
        CHECK((room.till->record_lead(enquiry_for(*room.till, "under-way")) || true));
        room.till.reset();
        room.storm.stop_failing();
        room.storm.cut_power(seed);
        room.reopen();
        for (const auto& id : told)
            CHECK((room.has_lead(id) && room.people(id) == 1));
        CHECK(room.people("under-way") == (room.has_lead("under-way") ? 1 : 0));
        REQUIRE(room.till->close_usage_hour(true));
        auto counts = read_usage(room.till->journal().database(), {0}, {1'000'000});
        CHECK(counts.products[Sku("A")].views == views);
    }
}
