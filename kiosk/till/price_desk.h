// A discount or another price while staff are typing it. Part of StaffSession.
#pragma once

#include "kiosk/ui/number_pad.h"
#include "pos/selling/cart.h"
#include "pos/text/language.h"

#include <optional>
#include <string>
#include <variant>

namespace ocop::kiosk {

struct PriceDesk {
    enum class How { amount, percent, price };
    bool open = false;
    Monotonic since;
    std::optional<std::size_t> line; // empty: the whole order
    How how = How::amount;
    std::string digits;
    int reason = -1;
};

inline constexpr int price_reasons = 4;
// As it goes into the journal and stands on the receipt; the ones for another price differ from those for a discount.
std::string price_reason(const Language& language, PriceDesk::How how, int reason);

// The cart with what was typed; nothing typed takes back what was given. Refused as give_discount() and change_price()
// refuse.
Result<Cart> with_prices(const Cart& cart, const PriceDesk& desk, const std::string& reason, const Approval& approval);

struct OpenPrices {
    std::optional<std::size_t> line;
};
struct ChooseHow {
    PriceDesk::How how;
};
struct PressPrice {
    PadPress press;
};
struct ChoosePriceReason {
    int reason = 0;
};
struct ConfirmPrice {};
struct ClosePrices {};
using PriceIntent = std::variant<OpenPrices, ChooseHow, PressPrice, ChoosePriceReason, ConfirmPrice, ClosePrices>;

} // namespace ocop::kiosk
