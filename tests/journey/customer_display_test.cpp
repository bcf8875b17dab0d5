// The kiosk with a customer display as a program: the second window follows the first.
#include "pos/receipts/printer_settings.h"
#include "pos/store/whole_file.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>

using namespace ocop;
using namespace ocop::testing;

TEST_CASE("customer display and printer beside the till: the cart is mirrored, the slip comes out, a copy says so",
          "[journey][customer][printing]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    const DataDirectory data{folder.path() / "till"};
    REQUIRE(run_program(program("ocop"), {"--data", data.root.string(), "init", "--demo"}).status == 0);
    REQUIRE(save_printer_settings(data, {"demo:", 80, true}));
    AutomatedKiosk kiosk(data.root, folder.path(),
                         {"--window", "1280x800", "--start", "till", "--customer-display", "1024x768+0+0"});
    const auto picture = [&](const std::string& name) {
        const auto file = folder.path() / name;
        REQUIRE(kiosk.ask({{"do", "display"}, {"file", file.string()}})->contains("ok"));
        return *read_bytes(file, 10'000'000);
    };
    const auto idle = picture("idle.png");
    CHECK(idle.substr(0, 4) == "\x89PNG");
    CHECK(idle.substr(16, 8) == std::string("\0\0\4\0\0\0\3\0", 8)); // 1024 × 768
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
    REQUIRE(kiosk.tap("count/5"));
    REQUIRE(kiosk.tap("open.confirm"));
    REQUIRE(kiosk.scan("2900000010000"));
    const auto cart = picture("cart.png");
    CHECK(cart != idle);
    REQUIRE(kiosk.tap("order.cash"));
    REQUIRE(kiosk.tap("tender.2"));
    CHECK(picture("cash.png") != cart);
    REQUIRE(kiosk.tap("pay.finish"));
    CHECK(kiosk.page() == "done");
    const auto slip = data.printed() / "slip-0001.png";
    CHECK(std::filesystem::exists(slip));
    REQUIRE(kiosk.tap("done.print"));
    CHECK(std::filesystem::exists(data.printed() / "slip-0002.png"));
    CHECK(*read_bytes(slip, 10'000'000) != *read_bytes(data.printed() / "slip-0002.png", 10'000'000));
    CHECK(kiosk.end(SIGTERM).status == 0);
}
