// Enquiries from the command line, with the programs that are installed.
#include "pos/store/whole_file.h"
#include "tests/support/enquiries.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct LeadsJourney {
    TemporaryFolder folder;
    std::string data = (folder.path() / "till").string();

    ProgramResult ocop(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", data});
        return run_program(program("ocop"), arguments);
    }
    nlohmann::json must(std::vector<std::string> arguments) const {
        arguments.push_back("--json");
        const auto result = ocop(arguments);
        INFO(arguments.front() << ": " << result.err);
        REQUIRE(result.status == 0);
        return nlohmann::json::parse(result.out);
    }
    void hand_in(const std::string& id) const {
        SystemClock clock;
        SystemRandomness randomness;
        auto till = std::move(*Till::open(DataDirectory{data}, "test", clock, randomness));
        REQUIRE(till.record_lead(enquiry_for(till, id)));
    }
};

} // namespace

TEST_CASE("organisers read enquiries with their code, nobody without one, and erase who asked", "[journey]") {
    const LeadsJourney journey;
    const auto made = journey.must({"init", "--demo"});
    CHECK(made.at("unlock_code") == "DEMO-2026");
    journey.hand_in("lead-1");

    const auto locked = journey.must({"leads", "list"});
    REQUIRE(locked.size() == 1);
    CHECK(locked[0].at("person").is_null());
    CHECK(locked[0].at("erased") == false);
    const auto open = journey.must({"leads", "list", "--unlock", "DEMO-2026"});
    CHECK(open[0].at("person").at("phone") == person_phone);
    const auto recovered = journey.must({"leads", "list", "--unlock", made.at("recovery_code").get<std::string>()});
    CHECK(recovered[0].at("person").at("name") == person_name);

    const auto words = journey.ocop({"leads", "list"});
    CHECK(words.out.find("Dịp Tết") != std::string::npos);
    CHECK(words.out.find(person_phone) == std::string::npos);
    CHECK(journey.ocop({"leads", "list", "--unlock", "DEMO-2026"}).out.find(person_phone) != std::string::npos);
    const auto refused = journey.ocop({"leads", "list", "--unlock", "WRONG"});
    CHECK(refused.status == 1);
    CHECK(refused.out.empty());

    journey.must({"export", "--format", "xlsx", "--out", (journey.folder.path() / "sales.xlsx").string()});
    journey.must({"backup", (journey.folder.path() / "copy").string()});
    for (const char* word : {person_name, person_phone, person_message})
        CHECK(occurrences(journey.folder.path(), word) == 0);
    CHECK_FALSE(std::filesystem::exists(journey.folder.path() / "copy" / "readers.key"));

    CHECK(journey.ocop({"leads", "erase", "lead-1", "--staff", "nobody"}).status == 1);
    CHECK(journey.ocop({"leads", "erase", "no-such", "--staff", "hanh"}).status == 1);
    CHECK(journey.must({"leads", "erase", "lead-1", "--staff", "hanh"}).at("erased_now") == true);
    CHECK(journey.must({"leads", "erase", "lead-1", "--staff", "hanh"}).at("erased_now") == false);
    const auto after = journey.must({"leads", "list", "--unlock", "DEMO-2026"});
    CHECK(after[0].at("erased") == true);
    CHECK(after[0].at("person").is_null());
    CHECK(journey.must({"verify"}).at("sound") == true);
}

TEST_CASE("who was kept to the last day is erased by one command, the others stay", "[journey]") {
    const LeadsJourney journey;
    {
        ManualClock clock(instant_of(*Day::parse("2024-11-23"), {9, 0, 0}));
        SystemRandomness randomness;
        const TestReaders keys;
        auto till = enquiry_till(DataDirectory{journey.data}, keys.readers, clock, randomness);
        REQUIRE(till.record_lead(enquiry_for(till, "old")));
        clock.jump_wall(SystemClock().now());
        REQUIRE(till.record_lead(enquiry_for(till, "new")));
    }
    CHECK(journey.ocop({"leads", "overdue", "--staff", "nobody"}).status == 1);
    CHECK(journey.must({"leads", "overdue", "--staff", "lan"}).at("erased") == 1);
    CHECK(journey.must({"leads", "overdue", "--staff", "lan"}).at("erased") == 0);
    const auto leads = journey.must({"leads", "list"});
    REQUIRE(leads.size() == 2);
    CHECK(leads[0].at("erased") == true);
    CHECK(leads[1].at("erased") == false);
    CHECK(journey.must({"verify"}).at("sound") == true);
}

TEST_CASE("each till has keys of its own, shown once", "[journey]") {
    const LeadsJourney journey;
    const auto made = journey.must({"init"});
    CHECK(made.at("unlock_code") != "DEMO-2026");
    const auto again = journey.ocop({"leads", "keys"});
    CHECK(again.status == 1);
    CHECK(again.out.empty());
    CHECK(journey.must({"leads", "list", "--unlock", made.at("unlock_code").get<std::string>()}).empty());
}

TEST_CASE("a till of an older version gets its keys by one command", "[journey]") {
    const LeadsJourney journey;
    {
        SystemClock clock;
        SystemRandomness randomness;
        REQUIRE(Till::create(DataDirectory{journey.data}, "test", "Q2", clock, randomness));
    }
    CHECK(journey.ocop({"leads", "list", "--unlock", "DEMO-2026"}).status == 1);
    const auto made = journey.must({"leads", "keys"});
    CHECK(journey.must({"leads", "list", "--unlock", made.at("recovery_code").get<std::string>()}).empty());
}
