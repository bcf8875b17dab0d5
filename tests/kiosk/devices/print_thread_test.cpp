// Storage thread, print thread and a virtual printer together, as in the kiosk.
#include "kiosk/devices/print_thread.h"

#include "kiosk/devices/virtual_line.h"
#include "tests/support/printing_till.h"
#include "tests/support/slips.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

TEST_CASE("a sale's slip is printed once, with the drawer, and a copy says that it is one", "[devices][printing]") {
    PrintingTill till;
    till.start();
    const auto sale = till.sell();
    CHECK(till.wait_for(sale, PrintState::printed).copy == 0);
    till.ask(PrintAgain{sale.id, sale.receipt});
    CHECK(till.wait_for(sale, PrintState::printed, 1).copy == 1);
    till.stop();
    const auto& slips = till.printer().slips();
    REQUIRE(slips.size() == 2);
    CHECK(till.printer().drawer_opened() == 1);
    CHECK(till.printer().garbage() == 0);
    CHECK(is_picture(slips[0].picture.bits, till.picture(sale, 0)));
    CHECK(is_picture(slips[1].picture.bits, till.picture(sale, 1)));
    CHECK(slips[0].picture.bits != slips[1].picture.bits);
}

TEST_CASE("without a printer there are sales and no slips, and one can be had later", "[devices][printing]") {
    PrintingTill till("");
    till.start();
    const auto sale = till.sell();
    CHECK(till.jobs().empty());
    till.ask(SetPrinter{{"demo:", 80, true}});
    till.ask(PrintAgain{sale.id, sale.receipt});
    CHECK(till.wait_for(sale, PrintState::printed).copy == 0);
    till.stop();
    CHECK(till.printer().drawer_opened() == 0); // that was a while ago
    CHECK(load_printer_settings(till.directory())->address == "demo:");
}

TEST_CASE("a printer that is off or empty stops no sale, and its slips wait for a person", "[devices][printing]") {
    PrintingTill till;
    till.printer().plugged = false;
    till.start();
    const auto first = till.sell();
    CHECK(till.wait_for(first, PrintState::failed).trouble == PrinterTrouble::unreachable);
    till.change([](VirtualPrinter& printer) {
        printer.plugged = true;
        printer.paper_left = 0;
    });
    const auto second = till.sell();
    CHECK(till.wait_for(second, PrintState::failed).trouble == PrinterTrouble::no_paper);
    till.change([](VirtualPrinter& printer) {
        CHECK(printer.drawer_opened() == 1); // change is given all the same
        printer.load_paper(std::nullopt);
    });
    const auto third = till.sell(); // prints, and brings none of the others with it
    till.wait_for(third, PrintState::printed);
    till.change([](VirtualPrinter& printer) { CHECK(printer.slips().size() == 1); });
    till.ask(PrintAgain{first.id, first.receipt});
    CHECK(till.wait_for(first, PrintState::printed).copy == 0); // nothing of it was on paper
    till.stop();
    CHECK(till.printer().slips().size() == 2);
}

TEST_CASE("pulled out midway: the sale stands, the person decides, the second paper says COPY", "[devices][printing]") {
    PrintingTill till;
    till.start();
    till.settle();
    till.change([](VirtualPrinter& printer) { printer.unplug_after = printer.received() + 20'000; });
    const auto sale = till.sell();
    CHECK(till.wait_for(sale, PrintState::unknown).trouble == PrinterTrouble::gone);
    till.change([](VirtualPrinter& printer) {
        printer.unplug_after.reset();
        printer.plugged = true;
    });
    const auto next = till.sell();
    till.wait_for(next, PrintState::printed);
    CHECK(till.job(sale).state == PrintState::unknown); // still for the person to say
    till.ask(PrintAgain{sale.id, sale.receipt});
    till.wait_for(sale, PrintState::printed, 1);
    till.stop();
    CHECK(till.printer().garbage() == 0);
    CHECK(is_picture(till.printer().slips().back().picture.bits, till.picture(sale, 1)));
}

TEST_CASE("a test print says how the printer is and belongs to no sale", "[devices][printing]") {
    PrintingTill till;
    till.start();
    till.settle();
    till.printing().test({});
    const auto health = till.next_health();
    CHECK(health.tested);
    CHECK(health.trouble == PrinterTrouble::none);
    till.change([](VirtualPrinter& printer) { printer.cover_open = true; });
    till.printing().test({});
    CHECK(till.next_health().trouble == PrinterTrouble::cover_open);
    till.stop();
    CHECK(till.printer().slips().size() == 1);
    CHECK(till.jobs().empty());
}
