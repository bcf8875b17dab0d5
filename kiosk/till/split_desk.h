// One sale paid in several ways, while staff are typing how much comes by which; and the slip of a card terminal. Part
// of StaffSession.
#pragma once

#include "kiosk/ui/number_pad.h"
#include "pos/selling/completion.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct SplitDesk {
    bool open = false;
    PaymentMethod entering = PaymentMethod::cash; // whose amount the pad writes
    bool untouched = false;                       // since it was chosen: the first digit replaces what stands there
    std::map<PaymentMethod, std::string> digits;
};

Dong part_of(const SplitDesk& desk, PaymentMethod method);
// Transfer and card together.
Dong without_cash(const SplitDesk& desk);
// Of `total`; below zero is change.
Dong still_due(const SplitDesk& desk, Dong total);
// Cash stands there although transfer and card pay everything: it would be given back as change of money nobody gave.
bool cash_is_idle(const SplitDesk& desk, Dong total);
// Enough, no more by transfer and card than the sale costs, and no idle cash: change is given from cash only.
bool settles(const SplitDesk& desk, Dong total);
// What complete() takes, without the ways that pay nothing.
std::vector<Tender> tenders_of(const SplitDesk& desk, const std::string& transfer_reference);

// The pad writes the amount of `method` from now on. One that is still empty is filled with what is due.
void choose_part(SplitDesk& desk, PaymentMethod method, Dong total);
void press_part(SplitDesk& desk, const PadPress& press);

inline constexpr std::size_t most_slip_digits = 12;

struct StartSplit {};
struct ChoosePart {
    PaymentMethod method = PaymentMethod::cash;
};
struct PressPart {
    PadPress press;
};
struct PressCardSlip {
    PadPress press;
};
using SplitIntent = std::variant<StartSplit, ChoosePart, PressPart, PressCardSlip>;

} // namespace ocop::kiosk
