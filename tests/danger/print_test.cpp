// The machine dies at any moment between commit and paper: nothing is printed twice without saying so, and no slip that
// never reached the printer is forgotten. A moment is caught by copying the data directory while the print thread
// stands still there, which is what the end of the power would leave.
#include "pos/journal/verify.h"
#include "tests/support/printing_till.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

namespace fs = std::filesystem;

struct Death {
    std::string moment; // empty: the slip was done before
    Sale sale;
    bool blank = true;     // nothing was on paper
    std::size_t slips = 0; // that were there
};

// Sells once and dies at moment number `at`, leaving its data in `copy`. The printer hears nothing more.
Death die_at(int at, PrintingTill& till, const fs::path& copy) {
    Death death;
    int count = 0;
    till.start();
    till.settle();
    till.on_moment = [&](const std::string& moment) {
        if (count++ != at) return;
        death.moment = moment;
        till.let_storage_rest();
        fs::copy(till.directory().root, copy, fs::copy_options::recursive);
        till.change([&](VirtualPrinter& printer) {
            death.blank = printer.blank();
            death.slips = printer.slips().size();
            printer.plugged = false;
        });
    };
    death.sale = till.sell();
    for (PrintState state = PrintState::waiting; state == PrintState::waiting || state == PrintState::printing;)
        state = till.next_state(death.sale);
    till.stop();
    return death;
}

} // namespace

TEST_CASE("killed at any moment between commit and paper, a slip is printed once or said to be in doubt",
          "[danger][devices][printing]") {
    std::set<PrintState> met;
    for (int at = 0;; ++at) {
        const ocop::testing::TemporaryFolder folder;
        PrintingTill first;
        const auto death = die_at(at, first, folder.path() / "died");
        if (death.moment.empty()) break;
        INFO("died at moment " << at << ": " << death.moment);
        first.change([](VirtualPrinter& printer) { printer.plugged = true; });
        PrintingTill second(folder.path() / "died", first.shared());
        second.start();
        const auto after = second.rest(death.sale);
        met.insert(after.state);
        REQUIRE((after.sale.empty() || after.copy == 0));
        if (after.state == PrintState::printed) {
            REQUIRE(death.blank); // it goes on by itself only with what never began
        } else {
            REQUIRE(after.state == PrintState::unknown);
            second.change([&](VirtualPrinter& printer) { REQUIRE(printer.slips().size() == death.slips); });
            second.ask(PrintAgain{death.sale.id, death.sale.receipt});
            REQUIRE(second.wait_for(death.sale, PrintState::printed, 1).copy == 1);
        }
        second.stop();
        REQUIRE(verify(second.directory())->sound());
        // Paper that shows the whole first slip, however much is above it.
        const auto whole = second.picture(death.sale, 0);
        const auto shown = std::count_if(
            second.printer().slips().begin(), second.printer().slips().end(), [&](const VirtualPrinter::Slip& slip) {
                const auto& bits = slip.picture.bits;
                return bits.size() >= whole.size() && std::equal(whole.rbegin(), whole.rend(), bits.rbegin());
            });
        REQUIRE(shown <= 1);
        REQUIRE(second.printer().garbage() == 0);
    }
    CHECK(met == std::set{PrintState::printed, PrintState::unknown});
}
