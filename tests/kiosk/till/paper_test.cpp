#include "kiosk/till/staff_side.h"

#include "tests/support/headless_ui.h"
#include "tests/support/screens/showroom.h"
#include "tests/support/slips.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

struct PaperCounter {
    SeededRandomness randomness{5};
    StaffSide staff{randomness};
    NoPictures pictures;
    PaperDesk paper;
    std::vector<StorageCommand> commands;
    HeadlessUi ui{[this](Ui& drawn) { draw(drawn); }, 1920, 1080};

    explicit PaperCounter(StaffPage page) {
        ui.options.audience = Audience::till;
        StaffSession session;
        session.page = page;
        session.staff = showroom().snapshot->staff[0];
        session.sold = slip_sale();
        staff.show(std::move(session));
    }
    void draw(Ui& drawn) {
        auto outcome = staff.draw(drawn, {*showroom().till, pictures, {}, showroom_time(), 0, std::nullopt, paper});
        for (auto& command : outcome.commands)
            commands.push_back(std::move(command));
    }
    void slip(PrintState state, PrinterTrouble trouble = {}) {
        paper.printer.address = "file:/dev/usb/lp0";
        paper.jobs = {{"sale-1", "Q2A-000137", 0, true, state, trouble, showroom_time(), false}};
        ui.settle();
    }
    bool offers(const std::string& target) {
        const auto* found = ui.state.targets.shown().find(target);
        return found != nullptr && found->enabled;
    }
};

} // namespace

TEST_CASE("without a printer the done screen speaks of none", "[kiosk][printing]") {
    PaperCounter counter(StaffPage::done);
    counter.ui.settle();
    CHECK_FALSE(counter.offers("done.print"));
    CHECK_FALSE(counter.offers("bar.papers"));
    CHECK(counter.offers("done.next"));
}

TEST_CASE("a slip on its way cannot be asked for again, one that is out can", "[kiosk][printing]") {
    PaperCounter counter(StaffPage::done);
    counter.slip(PrintState::printing);
    CHECK_FALSE(counter.offers("done.print"));
    counter.slip(PrintState::printed);
    counter.ui.tap("done.print");
    REQUIRE(counter.commands.size() == 1);
    CHECK(std::get<PrintAgain>(counter.commands[0]).sale == "sale-1");
}

TEST_CASE("a slip that did not come out is named on every screen until somebody decides", "[kiosk][printing]") {
    PaperCounter counter(StaffPage::selling);
    counter.slip(PrintState::unknown, PrinterTrouble::gone);
    counter.ui.tap("bar.papers");
    CHECK(counter.staff.session().page == StaffPage::papers);
    counter.ui.tap("paper.sale-1.again");
    counter.ui.tap("paper.sale-1.enough");
    REQUIRE(counter.commands.size() == 2);
    CHECK(std::get<PrintAgain>(counter.commands[0]).receipt == "Q2A-000137");
    CHECK(std::get<DismissPaper>(counter.commands[1]).sale == "sale-1");
    counter.paper.jobs[0].dismissed = true;
    counter.ui.settle();
    CHECK_FALSE(counter.offers("bar.papers"));
}
