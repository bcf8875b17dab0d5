// kill -9 of the kiosk while it sells: a sale whose change was on the screen is in the journal once. The guided demo
// plays the staff's part and says "14-sale-done.png" only after the frame with the change was presented.
#include "pos/journal/verify.h"
#include "pos/store/database.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <string>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;

// Kills before every `stride`-th step until the demo ends unharmed. Returns how often the change had been shown.
int kill_while_selling(long stride) {
    REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
    const TemporaryFolder folder;
    const auto fresh = folder.path() / "fresh";
    const auto used = folder.path() / "used";
    REQUIRE(run_program(program("ocop"), {"--data", fresh.string(), "init", "--demo"}).status == 0);
    const auto shim = "LD_PRELOAD=" + (fs::path(OCOP_BINARY_DIR) / "libkill_shim.so").string();
    int shown_and_killed = 0;
    for (long step = 1;; step += stride) {
        REQUIRE(step < 1'000);
        fs::remove_all(used);
        fs::copy(fresh, used, fs::copy_options::recursive);
        fs::create_directories(folder.path() / "pictures");
        const auto result = run_program(program("ocop-kiosk"),
                                        {"--data", used.string(), "--window", "1280x720", "--start", "till", "--play",
                                         (folder.path() / "pictures").string()},
                                        {shim, "OCOP_KILL_AT=" + std::to_string(step)});
        INFO("killed before step " << step << ", said: " << result.out << result.err);
        const bool shown = result.out.find("14-sale-done.png") != std::string::npos;
        const auto report = verify(DataDirectory{used});
        REQUIRE(report);
        REQUIRE(report->sound());
        auto reader = Database::open_reader(DataDirectory{used}.journal());
        auto sales = reader.prepare("SELECT count(*), coalesce(sum(total), 0) FROM sale");
        REQUIRE(sales.step());
        CHECK(sales.integer(0) <= 1);
        if (shown) CHECK(sales.integer(0) == 1);
        CHECK(report->perpetual_total == Dong{sales.integer(1)});
        if (result.status) {
            CHECK(*result.status == 0);
            return shown_and_killed;
        }
        REQUIRE(result.signal == SIGKILL);
        if (shown) ++shown_and_killed;
    }
}

} // namespace

TEST_CASE("whenever the kiosk is killed, change on the screen means a sale in the journal", "[danger][kill]") {
    kill_while_selling(9);
}

TEST_CASE("killed at every single step, change on the screen means a sale in the journal", "[danger][kill][soak]") {
    CHECK(kill_while_selling(1) > 0);
}
