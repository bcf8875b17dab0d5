// The orders on the counter and those that wait, and what is being asked about them. Part of StaffSession.
#pragma once

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/number_pad.h"
#include "kiosk/ui/scroll_list.h"
#include "pos/selling/parked_cart.h"
#include "pos/text/language.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct CartsDesk {
    int number = 1;   // tab of the order on the counter
    std::string name; // its note for staff, kept when it waits again
    std::vector<ParkedCart> parked;

    enum class Sheet {
        none,
        parked,   // all that wait
        note,     // for the customer, on the receipt
        name,     // of an order that waits
        other,    // goods that the catalogue does not know
        removing, // a line that is worth a reason
        dropping, // the order, or one that waits
        quantity, // of what comes next
    } sheet = Sheet::none;
    Monotonic since;
    int about = 0;        // number of the tab that is named or dropped; 0: the order on the counter
    std::size_t line = 0; // to be removed
    TypedText typed;
    KeyboardState keyboard;
    std::string digits; // a price, a quantity
    int reason = -1;
    std::string code; // of other goods
    ScrollState list;

    std::string unknown; // the code scanned last, while the catalogue does not know it
};

inline constexpr int removal_reasons = 4;
std::string removal_reason(const Language& language, int reason);
inline constexpr int other_reasons = 4;
std::string other_reason(const Language& language, int reason);

// From here on taking a line out asks why.
inline constexpr Dong removal_asks_from{300'000};

struct ParkCart {};
struct ShowCart { // that waits, by its number
    int number = 0;
};
struct OpenCartSheet {
    CartsDesk::Sheet sheet;
    int about = 0;
};
struct CloseCartSheet {};
struct PressCartPad {
    PadPress press;
};
struct ChooseCartReason {
    int reason = 0;
};
struct ConfirmCartSheet {};
struct ForgetUnknown {};
struct SellUnknown {};
using CartsIntent = std::variant<ParkCart, ShowCart, OpenCartSheet, CloseCartSheet, PressCartPad, ChooseCartReason,
                                 ConfirmCartSheet, ForgetUnknown, SellUnknown>;

} // namespace ocop::kiosk
