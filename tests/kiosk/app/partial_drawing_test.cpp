// A frame draws only what it changes. Whatever a visitor does, the screen then looks as if it had been drawn whole.
#include "pos/store/whole_file.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace ocop;
using namespace ocop::testing;
using nlohmann::json;

namespace {

struct Walk {
    TemporaryFolder folder;
    std::optional<AutomatedKiosk> kiosk;
    std::mt19937 dice{20'261'126};

    explicit Walk(const std::string& size) {
        REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
        const auto data = (folder.path() / "till").string();
        REQUIRE(run_program(program("ocop"), {"--data", data, "init", "--demo"}).status == 0);
        kiosk.emplace(data, folder.path(), std::vector<std::string>{"--window", size});
    }

    json ask(const json& request) {
        auto answer = kiosk->ask(request);
        REQUIRE(answer);
        return std::move(*answer);
    }

    std::string picture() {
        const auto file = folder.path() / "screen.png";
        REQUIRE(ask({{"do", "screenshot"}, {"file", file.string()}}).contains("ok"));
        return *read_bytes(file, 64 << 20);
    }

    // False: the screen moves by itself here (its clock), so nothing can be compared.
    bool looks_whole() {
        ask({{"do", "advance"}, {"ms", 0}}); // answered when nothing flies or loads any more
        auto partly = picture();
        for (int look = 0; look < 10; ++look) { // until two looks are the same: a picture may still have come
            const auto again = picture();
            if (again == partly) break;
            partly = again;
        }
        ask({{"do", "redraw"}});
        const auto whole = picture();
        ask({{"do", "redraw"}});
        if (picture() != whole) return false;
        CHECK(partly == whole);
        return true;
    }

    void touch_something() {
        std::vector<std::string> names;
        const auto listed = ask({{"do", "targets"}});
        for (const auto& target : listed.at("targets"))
            if (target.at("visible") == true && target.at("enabled") == true && target.at("h") > 30)
                names.push_back(target.at("name"));
        if (names.empty()) return; // for a moment nothing can be touched
        const auto& name = names[dice() % names.size()];
        INFO("touched " << name);
        if (dice() % 3 == 0)
            ask({{"do", "drag"}, {"target", name}, {"by", dice() % 2 == 0 ? -180 : 120}, {"steps", 3}});
        else
            kiosk->tap(name);
    }
};

int compare_along(const std::string& size, int steps) {
    Walk walk(size);
    int compared = 0;
    for (int step = 0; step < steps; ++step) {
        if (walk.kiosk->page() == "attract") walk.kiosk->tap("attract.start"); // slides move
        walk.touch_something();
        if (walk.kiosk->page() != "attract" && walk.looks_whole()) ++compared;
    }
    return compared;
}

} // namespace

TEST_CASE("drawing only what changed gives the same picture as drawing everything", "[kiosk][damage]") {
    CHECK(compare_along("1366x768", 14) > 6);
    CHECK(compare_along("720x1280", 10) > 4);
}

TEST_CASE("a screen at rest is not presented again", "[kiosk][damage]") {
    Walk walk("1280x720");
    REQUIRE(walk.kiosk->tap("attract.start"));
    walk.ask({{"do", "redraw"}});
    const auto frames = walk.ask({{"do", "figures"}}).at("frames").get<int>();
    for (int i = 0; i < 5; ++i)
        walk.ask({{"do", "type"}, {"text", ""}});                               // wakes it, changes nothing
    CHECK(walk.ask({{"do", "figures"}}).at("frames").get<int>() <= frames + 1); // the clock's minute may fall into it
}
