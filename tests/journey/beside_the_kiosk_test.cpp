// Commands beside the running kiosk: it writes for them, and a new catalogue appears between two visitors only.
#include "pos/store/holder_socket.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/enquiries.h"
#include "tests/support/package_folder.h"
#include "tests/support/served_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>

using namespace ocop;
using namespace ocop::testing;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

struct Booth {
    TemporaryFolder folder;
    fs::path till = folder.path() / "till";
    fs::path hub = folder.path() / "hub";
    std::string stick = (folder.path() / "stick").string();
    std::optional<AutomatedKiosk> kiosk;

    json must(const std::string& name, const fs::path& data, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", data.string(), "--json"});
        const auto result = run_program(program(name), arguments);
        INFO(result.err);
        REQUIRE(result.status == 0);
        return json::parse(result.out.substr(result.out.rfind('\n', result.out.size() - 2) + 1));
    }
    void open_kiosk(const std::string& start = "visitor") {
        REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
        kiosk.emplace(till, folder.path(), std::vector<std::string>{"--window", "1280x720", "--start", start});
    }
    json screen() {
        auto answer = kiosk->ask({{"do", "targets"}});
        REQUIRE(answer);
        return std::move(*answer);
    }
    // The command goes on beside the kiosk until that has done its part.
    BackgroundProgram beside(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", till.string(), "--json"});
        return BackgroundProgram(program("ocop"), arguments, {}, BackgroundProgram::Ready::at_once);
    }
    void leave_screen() {
        for (int minutes = 0; minutes < 10 && kiosk->page() != "attract"; ++minutes)
            kiosk->ask({{"do", "advance"}, {"ms", 60'000}});
        REQUIRE(kiosk->page() == "attract");
    }
};

} // namespace

TEST_CASE("a catalogue imported beside the kiosk waits for the visitor to leave", "[journey][kiosk][release]") {
    Booth booth;
    booth.must("ocop", booth.till, {"init", "--demo"});
    booth.open_kiosk();
    struct stat socket {};
    REQUIRE(::stat(DataDirectory{booth.till}.holder_socket().c_str(), &socket) == 0);
    CHECK((socket.st_mode & 0777) == 0600);
    const auto before = booth.screen().at("release").get<std::string>();
    REQUIRE(booth.kiosk->tap("attract.start"));
    const PackageFolder package;
    auto import = booth.beside({"import", package.path().string()});
    while (import.runs() && booth.screen().at("waits") == false) {
    }
    CHECK(import.runs());
    CHECK(booth.screen().at("release") == before);
    CHECK(booth.kiosk->page() == "home");
    booth.leave_screen();
    CHECK(import.end(0).status == 0);
    while (booth.screen().at("release") == before) {
    }
    CHECK(booth.kiosk->tap("attract.start"));
    CHECK(booth.kiosk->end(SIGTERM).status == 0);
    CHECK(booth.must("ocop", booth.till, {"verify"}).at("sound") == true);
}

TEST_CASE("an open order keeps the catalogue it was begun with", "[journey][kiosk][release]") {
    Booth booth;
    booth.must("ocop", booth.till, {"init", "--demo"});
    booth.open_kiosk("till");
    REQUIRE(booth.kiosk->tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(booth.kiosk->tap(std::string("pin/") + digit));
    REQUIRE(booth.kiosk->tap("count/5"));
    REQUIRE(booth.kiosk->tap("open.confirm"));
    REQUIRE(booth.kiosk->scan("2900000010000"));
    const auto before = booth.screen().at("release").get<std::string>();
    const PackageFolder package;
    auto import = booth.beside({"import", package.path().string()});
    while (import.runs() && booth.screen().at("waits") == false) {
    }
    CHECK(booth.screen().at("release") == before);
    REQUIRE(booth.kiosk->tap("order.cash"));
    REQUIRE(booth.kiosk->tap("tender.2"));
    REQUIRE(booth.kiosk->tap("pay.finish"));
    CHECK(booth.kiosk->change_shown().size() == 1);
    booth.kiosk->tap("done.next");
    CHECK(import.end(0).status == 0);
    while (booth.screen().at("release") == before) {
    }
    CHECK(booth.kiosk->end(SIGTERM).status == 0);
    CHECK(booth.must("ocop", booth.till, {"verify"}).at("sound") == true);
}

TEST_CASE("a stick put in beside the kiosk brings the hub's answer and its catalogue", "[journey][kiosk][release]") {
    Booth booth;
    booth.must("ocop", booth.till, {"init", "--till", "Q8"});
    {
        ServedHub hub(booth.hub);
        booth.must("ocop", booth.till, {"enrol", hub.address(), hub.new_code()});
        CHECK(hub.end(SIGTERM).status == 0);
    }
    booth.must("ocop-hub", booth.hub, {"import", OCOP_SOURCE_DIR "/assets/demo"});
    booth.open_kiosk();
    CHECK(booth.screen().at("release") == "");
    booth.must("ocop", booth.till, {"carry", "out", booth.stick});
    booth.must("ocop-hub", booth.hub, {"import", booth.stick});
    const auto taken = booth.must("ocop", booth.till, {"carry", "in", booth.stick});
    CHECK(taken.at("acknowledged") >= 1);
    while (booth.screen().at("release") != taken.at("release")) {
    }
    CHECK(booth.must("ocop", booth.till, {"carry", "in", booth.stick}).at("release") == "");
    CHECK(booth.kiosk->end(SIGTERM).status == 0);
    CHECK(booth.must("ocop", booth.till, {"verify"}).at("sound") == true);
}

TEST_CASE("enquiries are erased beside the kiosk at once, whoever stands at its screen", "[journey][kiosk][leads]") {
    Booth booth;
    booth.must("ocop", booth.till, {"init", "--demo"});
    {
        ManualClock clock(instant_of(*Day::parse("2026-11-23"), {9, 0, 0}));
        SystemRandomness randomness;
        auto till = std::move(*Till::open(DataDirectory{booth.till}, "test", clock, randomness));
        REQUIRE(till.record_lead(enquiry_for(till, "lead-1")));
        REQUIRE(till.record_lead(enquiry_for(till, "lead-2")));
    }
    booth.open_kiosk();
    REQUIRE(booth.kiosk->tap("attract.start"));
    CHECK(booth.must("ocop", booth.till, {"leads", "erase", "lead-1", "--staff", "hanh"}).at("erased_now") == true);
    CHECK(booth.must("ocop", booth.till, {"leads", "erase", "lead-1", "--staff", "hanh"}).at("erased_now") == false);
    CHECK(booth.must("ocop", booth.till, {"leads", "overdue", "--staff", "hanh"}).at("erased") == 0);
    const auto refused =
        run_program(program("ocop"), {"--data", booth.till.string(), "leads", "erase", "lead-2", "--staff", "nobody"});
    CHECK(refused.status == 1);
    CHECK(booth.kiosk->page() == "home");
    CHECK(booth.kiosk->end(SIGTERM).status == 0);
    const auto leads = booth.must("ocop", booth.till, {"leads", "list"});
    REQUIRE(leads.size() == 2);
    CHECK(leads[0].at("erased") == true);
    CHECK(leads[1].at("erased") == false);
    CHECK(booth.must("ocop", booth.till, {"verify"}).at("sound") == true);
}

TEST_CASE("what the kiosk does not understand or cannot do is refused beside it", "[journey][kiosk][release]") {
    Booth booth;
    booth.must("ocop", booth.till, {"init", "--demo"});
    const DataDirectory directory{booth.till};
    CHECK(ask_holder(directory, "{}").error().kind == ErrorKind::busy); // nobody holds it
    booth.open_kiosk();
    for (const char* line :
         {"nonsense", "{}", R"({"do":"dance"})", R"({"do":"adopt"})",
          R"({"do":"adopt","release":"x","manifest":"../../etc"})", R"({"do":"carry_in","folder":"/nowhere"})"}) {
        const auto answer = ask_holder(directory, line);
        INFO(line);
        REQUIRE(answer);
        CHECK(error_of_line(*answer).key.compare(0, 6, "error.") == 0);
        CHECK(error_of_line(*answer).key != "error.no_holder");
    }
    // A command that the kiosk does not do for others says who holds the directory.
    const auto sell = run_program(program("ocop"), {"--data", booth.till.string(), "sell", "--script", "/dev/null"});
    CHECK(sell.status == 5);
    CHECK(sell.err.find("ocop-kiosk") != std::string::npos);
    CHECK(booth.screen().at("side") == "visitor");
}
