// The real kiosk in a real window, driven through --automation.
#include "kiosk/automation/automation_socket.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Booth {
    TemporaryFolder folder;
    fs::path data = folder.path() / "till";
    Booth() {
        REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
        REQUIRE(run_program(program("ocop"), {"--data", data.string(), "init", "--demo"}).status == 0);
    }
};

bool has_target(const json& listed, const std::string& name) {
    const auto& targets = listed.at("targets");
    return std::any_of(targets.begin(), targets.end(), [&](const json& target) {
        return target.at("name") == name && target.at("visible") == true && target.at("label").is_string();
    });
}

} // namespace

TEST_CASE("a test taps, scans, types, advances the clock and sees what the kiosk shows", "[kiosk][automation]") {
    Booth booth;
    AutomatedKiosk kiosk(booth.data, booth.folder.path(), {"--window", "1280x720"});
    struct stat socket {};
    REQUIRE(::stat((booth.folder.path() / "kiosk.sock").c_str(), &socket) == 0);
    CHECK((socket.st_mode & 0777) == 0600);

    auto listed = kiosk.ask({{"do", "targets"}});
    REQUIRE(listed);
    CHECK(listed->at("side") == "visitor");
    CHECK(listed->at("page") == "attract");
    REQUIRE(kiosk.tap("attract.start"));
    CHECK(kiosk.page() == "home");
    CHECK(has_target(*kiosk.ask({{"do", "targets"}}), "bar.products"));
    CHECK_FALSE(kiosk.tap("no.such.target"));

    const auto picture = booth.folder.path() / "home.png";
    CHECK(kiosk.ask({{"do", "screenshot"}, {"file", picture.string()}})->contains("ok"));
    CHECK(fs::file_size(picture) > 10'000);

    // Nobody is there: a warning, then the next visitor finds the beginning.
    CHECK(kiosk.ask({{"do", "advance"}, {"ms", 10 * 60'000}})->contains("ok"));
    CHECK(kiosk.ask({{"do", "advance"}, {"ms", 60'000}})->contains("ok"));
    CHECK(kiosk.page() == "attract");

    for (const json& nonsense :
         {json{{"do", "dance"}}, json("text"), json{{"do", 7}}, json{{"do", "advance"}, {"ms", -1}}})
        CHECK(kiosk.ask(nonsense)->contains("error"));
    CHECK(kiosk.ask({{"do", "quit"}})->contains("ok"));
    CHECK(kiosk.end(0).status == 0);
}

TEST_CASE("change_shown names the sale whose change is on the screen", "[kiosk][automation]") {
    Booth booth;
    std::ofstream(booth.folder.path() / "sale.jsonl")
        << R"({"lines":[{"sku":"OC001","qty":1}],"payments":[{"method":"cash","tendered":1000000}]})" << '\n';
    const auto script = (booth.folder.path() / "sale.jsonl").string();
    REQUIRE(run_program(program("ocop"), {"--data", booth.data.string(), "sell", "--script", script}).status == 0);
    AutomatedKiosk kiosk(booth.data, booth.folder.path(), {"--window", "1280x720", "--start", "till"});
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
    REQUIRE(kiosk.page() == "selling"); // the shift was open
    CHECK(kiosk.change_shown().empty());
    REQUIRE(kiosk.scan("2900000010000"));
    REQUIRE(kiosk.tap("order.cash"));
    REQUIRE(kiosk.tap("tender.2"));
    REQUIRE(kiosk.tap("pay.finish"));
    CHECK(kiosk.page() == "done");
    REQUIRE(kiosk.change_shown().size() == 1);
    CHECK(kiosk.ask({{"do", "type"}, {"text", "mật ong"}})->contains("ok")); // nothing has focus: nothing happens
    const auto sold =
        run_program(program("ocop"), {"--data", booth.data.string(), "receipt", kiosk.change_shown().front(),
                                      "--format", "text", "--out", (booth.folder.path() / "slip.txt").string()});
    CHECK(sold.status == 0);
}

TEST_CASE("the keys of a scanner reach the order from every staff screen, whatever has focus", "[kiosk][automation]") {
    Booth booth;
    AutomatedKiosk kiosk(booth.data, booth.folder.path(), {"--window", "1280x720", "--start", "till"});
    // Real X events, as a scanner that is a keyboard sends them.
    const auto scan_by_keys = [&](const std::string& code) {
        REQUIRE(run_program("/usr/bin/xdotool", {"type", "--delay", "4", code}).status == 0);
        REQUIRE(run_program("/usr/bin/xdotool", {"key", "Return"}).status == 0);
        for (int turn = 0; turn < 60; ++turn) // X delivers when it likes, also where nothing is to be seen of it
            REQUIRE(kiosk.ask({{"do", "advance"}, {"ms", 20}}));
    };
    // What the screen says, waited for: X delivers when it likes.
    const auto says = [&](const std::function<bool(const json&)>& wanted) {
        for (int look = 0; look < 200; ++look) {
            const auto listed = kiosk.ask({{"do", "targets"}});
            if (listed && wanted(*listed)) return true;
            kiosk.ask({{"do", "advance"}, {"ms", 20}});
        }
        return false;
    };
    const auto has_line = [](const std::string& line) {
        return [line](const json& listed) { return listed.at("page") == "selling" && has_target(listed, line); };
    };
    const std::string honey = "2900000010000";
    const std::string tea = "2900000070004";

    CHECK(kiosk.page() == "pin");
    scan_by_keys(honey); // nobody is there: nothing is sold, nothing typed
    CHECK(kiosk.page() == "pin");
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
    REQUIRE(kiosk.page() == "open_shift");
    REQUIRE(kiosk.tap("count/5"));
    scan_by_keys(honey); // money is being counted: not an amount
    REQUIRE(kiosk.tap("open.confirm"));
    REQUIRE(kiosk.page() == "selling");
    CHECK_FALSE(has_target(*kiosk.ask({{"do", "targets"}}), "line.0"));

    REQUIRE(kiosk.tap("selling.search"));
    scan_by_keys(honey); // the search field has focus
    CHECK(says(has_line("line.0")));
    REQUIRE(kiosk.tap("order.cash"));
    scan_by_keys(tea); // the field of the cash given has focus
    CHECK(says(has_line("line.1")));
    REQUIRE(kiosk.tap("order.cash"));
    REQUIRE(kiosk.tap("tender.0"));
    REQUIRE(kiosk.tap("pay.finish"));
    REQUIRE(kiosk.page() == "done");
    scan_by_keys(honey); // the next customer's first item
    CHECK(says([&](const json& listed) { return has_line("line.0")(listed) && !has_target(listed, "line.1"); }));
}

TEST_CASE("the socket is refused where it cannot be, and a left one is replaced", "[kiosk][automation]") {
    using kiosk::AutomationSocket;
    TemporaryFolder folder;
    CHECK_FALSE(AutomationSocket::listen(folder.path() / std::string(200, 'x'), [] {}));
    CHECK_FALSE(AutomationSocket::listen(folder.path() / "no" / "such", [] {}));
    const auto file = folder.path() / "socket";
    std::ofstream(file) << "somebody's file";
    CHECK_FALSE(AutomationSocket::listen(file, [] {}));
    CHECK(fs::file_size(file) > 0);
    fs::remove(file);
    REQUIRE(AutomationSocket::listen(file, [] {}));
    CHECK_FALSE(fs::exists(file));
}
