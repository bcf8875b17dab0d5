// The staff side's part in printing.
#include "kiosk/till/staff_side.h"

namespace ocop::kiosk {

bool StaffSide::apply_paper(const StaffIntent& intent, Outcome& outcome) {
    if (std::holds_alternative<ShowPapers>(intent)) {
        if (!session_.waiting) go(StaffPage::papers);
    } else if (const auto* slip = std::get_if<PrintSlip>(&intent)) {
        outcome.commands.emplace_back(PrintAgain{slip->sale, slip->receipt});
    } else if (const auto* done = std::get_if<DismissSlip>(&intent)) {
        outcome.commands.emplace_back(DismissPaper{done->sale});
    } else if (std::holds_alternative<ShowDevices>(intent)) {
        if (session_.waiting) return true;
        go(StaffPage::devices);
        outcome.look_at_printer = true;
        outcome.commands.emplace_back(LookAtDevices{});
    } else if (std::holds_alternative<CheckDevices>(intent)) {
        outcome.look_at_printer = true;
        outcome.commands.emplace_back(LookAtDevices{});
    } else if (std::holds_alternative<TestPrint>(intent)) {
        outcome.test_print = true;
    } else if (const auto* chosen = std::get_if<ChoosePrinter>(&intent)) {
        outcome.commands.emplace_back(SetPrinter{chosen->printer});
    } else {
        return false;
    }
    return true;
}

} // namespace ocop::kiosk
