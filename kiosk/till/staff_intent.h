// What staff asked for on a screen. Screens return these; StaffSide turns them into changes and commands.
#pragma once

#include "kiosk/till/approval_desk.h"
#include "kiosk/till/carts_desk.h"
#include "kiosk/till/orders_desk.h"
#include "kiosk/till/pin_desk.h"
#include "kiosk/till/price_desk.h"
#include "kiosk/till/shift_desk.h"
#include "kiosk/till/split_desk.h"
#include "kiosk/ui/number_pad.h"
#include "pos/base/text_id.h"
#include "pos/receipts/printer_settings.h"
#include "pos/selling/sale.h"

#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct ChooseStaff {
    StaffId staff;
};
struct PressPin {
    PadPress press;
};
struct LeaveToVisitors {};
struct LockTill {};
struct ShowSelling {};
struct ShowShift {};
struct ChooseGroup {
    GroupCode group;
};
struct TypeSearch {
    std::string typed;
    bool erase = false;
};
struct ClearSearch {};
struct AddProduct {
    Sku sku;
};
struct SelectLine {
    std::size_t line = 0;
};
struct ChangeLine { // by one step of the product's unit
    std::size_t line = 0;
    int steps = 0;
};
struct RemoveLine {
    std::size_t line = 0;
};
struct UndoRemove {};
struct StartPayment {
    PaymentMethod method = PaymentMethod::cash;
};
struct PressTendered {
    PadPress press;
};
struct SuggestTendered {
    Dong amount;
};
struct FinishPayment {};
struct NextCustomer {};
struct TakeTypedBasket {}; // whose four digits are in the search
struct AnswerBasket {
    bool add = false;
};
struct CloseBasketNotes {};
struct LeaveSafeContent {};
struct ShowPapers {};
struct PrintSlip { // (again)
    std::string sale;
    std::string receipt;
};
struct ShowDevices {};
struct CheckDevices {};
struct TestPrint {};
struct ChoosePrinter {
    PrinterSettings printer;
};
struct DismissSlip {
    std::string sale;
};

using StaffIntent =
    std::variant<ChooseStaff, PressPin, LeaveToVisitors, LockTill, ShowSelling, ShowShift, ChooseGroup, TypeSearch,
                 ClearSearch, AddProduct, SelectLine, ChangeLine, RemoveLine, UndoRemove, StartPayment, PressTendered,
                 SuggestTendered, FinishPayment, NextCustomer, TakeTypedBasket, AnswerBasket, CloseBasketNotes,
                 LeaveSafeContent, ShowPapers, PrintSlip, DismissSlip, ShowDevices, CheckDevices, TestPrint,
                 ChoosePrinter, PriceIntent, ApprovalIntent, CartsIntent, OrdersIntent, ShiftIntent, PinIntent,
                 SplitIntent>;
using StaffIntents = std::vector<StaffIntent>;

} // namespace ocop::kiosk
