// kill -9 of the kiosk while a slip is on its way to a network printer: after the start nothing is printed by itself,
// the person is told, and what they ask for says that it is a copy.
#include "pos/receipts/printer_settings.h"
#include "pos/store/database.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/network_printer.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>

using namespace ocop;
using namespace ocop::testing;
using ocop::kiosk::VirtualPrinter;
using ocop::test::NetworkPrinter;

namespace {

const std::vector<std::string> small{"--window", "1280x800", "--start", "till"};

void sign_in(AutomatedKiosk& kiosk) {
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
}

std::string only_sale(const DataDirectory& data) {
    auto reader = Database::open_reader(data.journal());
    auto sales = reader.prepare("SELECT id FROM sale");
    REQUIRE(sales.step());
    auto id = sales.text(0);
    REQUIRE_FALSE(sales.step());
    return id;
}

} // namespace

TEST_CASE("a kiosk killed while it prints does not print again by itself", "[danger][kill][kiosk][printing]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    const DataDirectory data{folder.path() / "till"};
    REQUIRE(run_program(program("ocop"), {"--data", data.root.string(), "init", "--demo"}).status == 0);
    NetworkPrinter network;
    REQUIRE(save_printer_settings(data, {network.address(), 80, true}));
    {
        AutomatedKiosk kiosk(data.root, folder.path(), small);
        sign_in(kiosk);
        REQUIRE(kiosk.tap("count/5"));
        REQUIRE(kiosk.tap("open.confirm"));
        REQUIRE(kiosk.scan("2900000010000"));
        REQUIRE(kiosk.tap("order.cash"));
        REQUIRE(kiosk.tap("tender.2"));
        std::size_t before = 0;
        network.with([&](VirtualPrinter& printer) {
            printer.paper_left = 300; // it stops in the middle of the slip, so that the kill comes in time
            before = printer.received();
        });
        std::atomic<bool> over{false};
        std::thread killer([&] {
            for (std::size_t received = 0; received < before + 20'000 && !over; std::this_thread::yield())
                network.with([&](VirtualPrinter& printer) { received = printer.received(); });
            kiosk.strike(SIGKILL);
        });
        CHECK_FALSE(kiosk.tap("pay.finish"));
        over = true;
        killer.join();
        CHECK(kiosk.end(SIGKILL).signal == SIGKILL);
    }
    const auto sale = only_sale(data);
    std::size_t slips = 0;
    network.with([&](VirtualPrinter& printer) {
        printer.load_paper(std::nullopt);
        slips = printer.slips().size();
    });
    AutomatedKiosk kiosk(data.root, folder.path(), small);
    sign_in(kiosk);
    network.with([&](VirtualPrinter& printer) { CHECK(printer.slips().size() == slips); });
    REQUIRE(kiosk.tap("bar.papers"));
    REQUIRE(kiosk.tap("paper." + sale + ".again"));
    network.with([&](VirtualPrinter& printer) {
        CHECK(printer.slips().back().cut);
        CHECK(printer.garbage() == 0);
    });
    auto reader = Database::open_reader(data.journal());
    auto row = reader.prepare("SELECT value FROM local_state WHERE name = 'print/' || ?");
    row.bind_all(sale);
    REQUIRE(row.step());
    CHECK(row.text(0).find("\"copy\":1") != std::string::npos);
    CHECK(row.text(0).find("\"state\":\"printed\"") != std::string::npos);
}
