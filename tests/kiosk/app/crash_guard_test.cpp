#include "kiosk/app/crash_guard.h"

#include "pos/store/whole_file.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <optional>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::testing;
using nlohmann::json;

namespace {

constexpr std::int64_t second = 1'000;
constexpr std::int64_t noon = 1'795'000'000'000;

struct GuardedBooth {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "crashes.json";
    CrashGuard start(std::int64_t at) { return CrashGuard(file, {at}); }
};

} // namespace

TEST_CASE("the third crash in five minutes ends in safe content, the second does not", "[kiosk][crash]") {
    GuardedBooth booth;
    CHECK_FALSE(booth.start(noon).safe_content());
    CHECK_FALSE(booth.start(noon + 20 * second).safe_content());
    CHECK_FALSE(booth.start(noon + 40 * second).safe_content());
    auto fourth = booth.start(noon + 60 * second);
    CHECK(fourth.safe_content());
    CHECK(fourth.crashes() == 3);
    fourth.ended();
    CHECK(booth.start(noon + 90 * second).safe_content()); // starting again by hand proves nothing
}

TEST_CASE("crashes are forgotten after five minutes, and when somebody looked after them", "[kiosk][crash]") {
    GuardedBooth booth;
    for (int start = 0; start < 3; ++start)
        booth.start(noon + start * second);
    booth.start(noon + 3 * second).ended();
    CHECK_FALSE(booth.start(noon + 304 * second).safe_content());
    for (int start = 0; start < 3; ++start)
        booth.start(noon + (400 + start) * second);
    auto guard = booth.start(noon + 404 * second);
    REQUIRE(guard.safe_content());
    guard.forget();
    CHECK_FALSE(guard.safe_content());
    guard.ended();
    CHECK_FALSE(booth.start(noon + 405 * second).safe_content());
}

TEST_CASE("an end that was wanted, a cut power a day and a clock put right are no crash loop", "[kiosk][crash]") {
    GuardedBooth booth;
    for (int start = 0; start < 9; ++start)
        booth.start(noon + start * second).ended();
    CHECK(booth.start(noon + 10 * second).crashes() == 0);
    for (int day = 1; day < 9; ++day)
        CHECK(booth.start(noon + day * 86'400 * second).crashes() == 1);
    CHECK(booth.start(noon - 86'400 * second).crashes() == 1); // the clock went back: those days are yet to come
}

TEST_CASE("a damaged file of crashes counts for nothing", "[kiosk][crash]") {
    GuardedBooth booth;
    for (const char* text : {"", "[]", "{\"running\":7,\"crashes\":[\"x\",null,{}]}", "{\"crashes\":{}}", "\xff\xfe"}) {
        REQUIRE(write_bytes(booth.file, text));
        CHECK(booth.start(noon).crashes() == 0);
    }
}

namespace {

bool has(AutomatedKiosk& kiosk, const std::string& name) {
    const auto listed = kiosk.ask({{"do", "targets"}});
    REQUIRE(listed);
    const auto& targets = listed->at("targets");
    return std::any_of(targets.begin(), targets.end(),
                       [&](const json& target) { return target.at("name") == name && target.at("visible") == true; });
}

bool is_safe(AutomatedKiosk& kiosk) {
    return kiosk.ask({{"do", "targets"}})->at("safe").get<bool>();
}

} // namespace

TEST_CASE("killed three times, the kiosk comes back with safe content; staff see why and lead it out",
          "[kiosk][crash]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
    const TemporaryFolder folder;
    const auto data = folder.path() / "till";
    REQUIRE(run_program(program("ocop"), {"--data", data.string(), "init", "--demo"}).status == 0);
    for (int crash = 0; crash < 3; ++crash) {
        AutomatedKiosk kiosk(data, folder.path(), {"--window", "1024x600"});
        CHECK_FALSE(is_safe(kiosk));
        CHECK(has(kiosk, "attract.start"));
        CHECK(kiosk.end(SIGKILL).signal == SIGKILL);
    }
    {
        AutomatedKiosk kiosk(data, folder.path(), {"--window", "1024x600"});
        CHECK(is_safe(kiosk));
        CHECK_FALSE(has(kiosk, "attract.start"));
        CHECK(has(kiosk, "visitor.mark")); // staff come in
        CHECK(kiosk.end(SIGTERM).status == 0);
    }
    AutomatedKiosk kiosk(data, folder.path(), {"--window", "1024x600", "--start", "till"});
    CHECK(is_safe(kiosk));
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
    REQUIRE(kiosk.tap("safe.again"));
    CHECK_FALSE(is_safe(kiosk));
    CHECK_FALSE(has(kiosk, "safe.again"));
    REQUIRE(kiosk.tap("rail.lock"));
    REQUIRE(kiosk.tap("pin.visitors"));
    CHECK(has(kiosk, "attract.start"));
}
