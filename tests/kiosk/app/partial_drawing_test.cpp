// A frame draws only what it changes. Whatever a visitor does, the screen then looks as if it had been drawn whole.
#include "pos/store/whole_file.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>
#include <string>
#include <utility>
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

    // Whether what was drawn part by part is what drawing everything gives. A caret blinks between the two pictures:
    // one of several whole ones has to be the same.
    bool looks_whole() {
        ask({{"do", "advance"}, {"ms", 2'000}}); // scroll bars and notices of the touch before are gone
        const auto partly = picture();
        for (int look = 0; look < 12; ++look) {
            ask({{"do", "redraw"}});
            if (picture() == partly) return true;
            ask({{"do", "advance"}, {"ms", 90}});
        }
        return false;
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

struct Compared {
    int alike = 0;
    int different = 0;
};

Compared compare_along(const std::string& size, int steps) {
    Walk walk(size);
    Compared compared;
    for (int step = 0; step < steps; ++step) {
        if (walk.kiosk->page() == "attract") walk.kiosk->tap("attract.start"); // slides move
        walk.touch_something();
        if (walk.kiosk->page() == "attract") continue;
        ++(walk.looks_whole() ? compared.alike : compared.different);
    }
    return compared;
}

} // namespace

TEST_CASE("drawing only what changed gives the same picture as drawing everything", "[kiosk][damage]") {
    for (const auto& [size, steps] : {std::pair{"1366x768", 14}, std::pair{"720x1280", 10}}) {
        const auto compared = compare_along(size, steps);
        INFO(size);
        CHECK(compared.alike > steps / 2);
        CHECK(compared.different <= 1); // the clock's minute may fall into one
    }
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
