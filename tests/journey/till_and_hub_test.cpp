// A till and its hub from the command line: enrolment, a sale sent over the network, the catalogue coming back, a sale
// carried on a USB stick, and what happens without the hub. The programs are the ones that are installed.
#include "tests/support/served_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;

struct HubJourney {
    TemporaryFolder folder;
    fs::path hub = folder.path() / "hub";
    fs::path till = folder.path() / "till";
    std::string stick = (folder.path() / "stick").string();

    ProgramResult run(const std::string& name, const fs::path& data, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", data.string(), "--json"});
        return run_program(program(name), arguments);
    }
    ProgramResult ocop(const std::vector<std::string>& arguments) const { return run("ocop", till, arguments); }
    nlohmann::json last_line(const ProgramResult& result) const {
        INFO(result.err);
        REQUIRE(result.status == 0);
        return nlohmann::json::parse(result.out.substr(result.out.rfind('\n', result.out.size() - 2) + 1));
    }
    nlohmann::json must(const std::vector<std::string>& arguments) const { return last_line(ocop(arguments)); }
    nlohmann::json must_hub(const std::vector<std::string>& arguments) const {
        return last_line(run("ocop-hub", hub, arguments));
    }
    void sell_one() const {
        const auto script = folder.path() / "sale.jsonl";
        std::ofstream(script)
            << R"({"lines":[{"sku":"OC001","qty":1}],"payments":[{"method":"cash","tendered":1000000}]})" << '\n';
        must({"sell", "--script", script.string()});
    }
};

} // namespace

TEST_CASE("a till enrols, sends its sales, takes the catalogue, and carries what is left on a stick",
          "[journey][hub]") {
    const HubJourney journey;
    journey.must({"init", "--demo", "--till", "Q7"});
    CHECK(journey.ocop({"sync", "--once"}).status == 1); // not enrolled
    std::string address;
    {
        ServedHub hub(journey.hub);
        REQUIRE(hub.listens());
        address = hub.address();
        REQUIRE(address.find("https://127.0.0.1:") == 0);
        const auto code = hub.new_code();
        CHECK(journey.ocop({"enrol", address, "AA-AAAA-AAAA"}).status == 1);
        auto other_pin = address;
        other_pin.back() = other_pin.back() == '0' ? '1' : '0';
        CHECK(journey.ocop({"enrol", other_pin, code}).status == 1);
        CHECK(journey.ocop({"enrol", "http://hub.example", code}).status == 1);
        journey.must({"enrol", address, code});
        journey.sell_one();
        CHECK(journey.must({"sync", "--once"}).at("unsent") == 0);
        journey.must_hub({"import", OCOP_SOURCE_DIR "/assets/demo"});
        CHECK(journey.must({"sync", "--once"}).at("settled") == true);
        const auto told = journey.must_hub({"admin", "tills"});
        REQUIRE(told.at("tills").size() == 1);
        CHECK(told["tills"][0]["code"] == "Q7");
        CHECK(told["tills"][0]["sales"] == 1);
        CHECK(told["forks"].empty());
        CHECK(told["quarantine"].empty());
        CHECK(journey.run("ocop-hub", journey.hub, {"serve"}).status == 5);
        CHECK(hub.end(SIGTERM).status == 0);
    }
    journey.sell_one();
    const auto offline = journey.ocop({"sync", "--once"});
    CHECK(offline.status == 4);
    CHECK(nlohmann::json::parse(offline.err).at("error") == "error.hub_unreachable");

    CHECK(journey.must({"carry", "out", journey.stick}).at("entries") >= 1);
    CHECK(journey.ocop({"carry", "in", journey.stick}).status == 1); // the stick has not been at the hub
    CHECK(journey.must_hub({"import", journey.stick}).at("new_entries") >= 1);
    CHECK(journey.must_hub({"import", journey.stick}).at("new_entries") == 0); // twice does no harm
    CHECK(journey.must({"carry", "in", journey.stick}).at("unsent") == 0);
    CHECK(journey.must({"carry", "out", journey.stick}).at("entries") == 0);
    CHECK(journey.must_hub({"admin", "tills"}).at("tills").at(0).at("sales") == 2);
    CHECK(journey.must({"verify"}).at("sound") == true);
}

TEST_CASE("a stick brings a new catalogue to a till that has no network", "[journey][hub]") {
    const HubJourney journey;
    journey.must({"init", "--till", "Q8"});
    {
        ServedHub hub(journey.hub);
        journey.must({"enrol", hub.address(), hub.new_code()});
        CHECK(hub.end(SIGTERM).status == 0);
    }
    journey.must_hub({"import", OCOP_SOURCE_DIR "/assets/demo"});
    journey.must({"carry", "out", journey.stick});
    journey.must_hub({"import", journey.stick});
    SECTION("whole") {
        const auto taken = journey.must({"carry", "in", journey.stick});
        CHECK(taken.at("release").get<std::string>().size() == 16);
        CHECK(journey.must({"carry", "in", journey.stick}).at("release") == "");
        CHECK(journey.must({"verify"}).at("sound") == true);
    }
    SECTION("damaged: nothing of it is put in force, and what the hub has is still known") {
        for (const auto& item : fs::directory_iterator(fs::path(journey.stick) / "release"))
            if (item.path().filename().string().size() == 64) std::ofstream(item.path()) << "damaged";
        const auto refused = journey.ocop({"carry", "in", journey.stick});
        CHECK(refused.status == 1);
        CHECK(nlohmann::json::parse(refused.err).at("error") == "error.blob_damaged");
        CHECK(journey.must({"carry", "out", journey.stick}).at("entries") == 0);
    }
}

TEST_CASE("what the hub cannot do yet says so, and nonsense is refused", "[journey][hub]") {
    const HubJourney journey;
    for (const auto* later : {"backup", "restore", "promote"})
        CHECK(journey.run("ocop-hub", journey.hub, {later, "x"}).status == 2);
    CHECK(journey.run("ocop-hub", journey.hub, {"--store", "postgresql://x", "admin", "tills"}).status == 2);
    CHECK(journey.run("ocop-hub", journey.hub, {"--store", "mysql:x", "admin", "tills"}).status == 2);
    CHECK(journey.run("ocop-hub", journey.hub, {"serve", "--listen", "here"}).status == 2);
    CHECK(journey.run("ocop-hub", journey.hub, {"serve", "--listen", "http://0.0.0.0:0"}).status == 1);
    CHECK(journey.run("ocop-hub", journey.hub, {"revoke", "Q9"}).status == 1);
    CHECK(journey.run("ocop-hub", journey.hub, {"import", "/no/such/catalogue"}).status == 1);
    CHECK(journey.run("ocop-hub", journey.hub, {}).status == 2);
    CHECK(journey.run("ocop-hub", journey.hub, {"admin"}).status == 2);
    const auto file = (journey.folder.path() / "elsewhere.db").string();
    CHECK(journey.run("ocop-hub", journey.hub, {"--store", "sqlite:" + file, "admin", "code"}).status == 0);
    CHECK(fs::exists(file));
}
