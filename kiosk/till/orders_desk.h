// The list of orders and a refund while it is chosen. Part of StaffSession.
#pragma once

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/scroll_list.h"
#include "pos/text/language.h"
#include "pos/till/sale_search.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct OrdersDesk {
    TypedText search;
    bool typing = false; // the keyboard on the screen is open
    KeyboardState keyboard;
    bool today = true;
    std::string answered; // what `found` was asked for
    std::vector<FoundSale> found;
    ScrollState list;

    std::optional<RefundableSale> opened;
    std::string refund_id;        // made when it was opened: confirming twice is one refund
    std::vector<Quantity> chosen; // of each line
    int reason = -1;
    GoodsTo goods = GoodsTo::shelf;
    PaymentMethod method = PaymentMethod::cash;
    ScrollState panel;
    std::optional<Refund> done; // durable: money may be given back
};

inline constexpr int refund_reasons = 4;
std::string refund_reason(const Language& language, int reason);
// What the chosen parts come to; zero while nothing is chosen.
Dong refund_total(const OrdersDesk& desk);

struct ShowOrders {};
struct AskOrders {}; // what is typed changed
struct TypeOrders {
    bool open = true;
};
struct ToggleToday {};
struct OpenOrder {
    std::string sale_id;
};
struct CloseOrder {};
struct ChooseRefundLine { // all that is left of it, or nothing
    std::size_t line = 0;
};
struct ChangeRefundLine {
    std::size_t line = 0;
    int steps = 0;
};
struct ChooseRefundReason {
    int reason = 0;
};
struct ChooseGoods {
    GoodsTo goods;
};
struct ChooseRefundMethod {
    PaymentMethod method;
};
struct ConfirmRefund {};
using OrdersIntent =
    std::variant<ShowOrders, AskOrders, TypeOrders, ToggleToday, OpenOrder, CloseOrder, ChooseRefundLine,
                 ChangeRefundLine, ChooseRefundReason, ChooseGoods, ChooseRefundMethod, ConfirmRefund>;

} // namespace ocop::kiosk
