// Everything the staff's half of the kiosk remembers between frames, in one value. The cart is saved as a draft on
// every change; locking the till keeps it.
#pragma once

#include "kiosk/till/approval_desk.h"
#include "kiosk/till/basket_desk.h"
#include "kiosk/till/carts_desk.h"
#include "kiosk/till/orders_desk.h"
#include "kiosk/till/pin_desk.h"
#include "kiosk/till/price_desk.h"
#include "kiosk/till/shift_desk.h"
#include "kiosk/till/split_desk.h"
#include "kiosk/till/storage_messages.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/scroll_list.h"
#include "kiosk/ui/toast.h"
#include "pos/text/typing.h"

#include <optional>
#include <string>

namespace ocop::kiosk {

enum class StaffPage {
    pin,
    open_shift,
    selling,
    payment,
    done,
    close_shift,
    stopped,
    papers,
    devices,
    orders,
    shift,
    cash_movement,
    new_pin
};

struct StaffSession {
    StaffPage page = StaffPage::pin;

    StaffId chosen; // on the PIN screen
    std::string pin;
    bool wrong_pin = false;
    int attempts_left = 0;
    Monotonic locked_until;

    std::optional<StaffMember> staff; // signed in

    Cart cart;
    std::size_t selected_line = 0;
    Monotonic cart_changed;
    std::string search;
    TypedText search_keys; // of `search`, typed on a real keyboard by Telex
    GroupCode group;       // empty: all
    ScrollState tiles;
    ScrollState lines;
    ScrollState papers;
    ScrollState devices;
    float devices_height = 0; // px, of the last frame
    std::string just_scanned; // name of the last scanned product
    CartsDesk carts;
    OrdersDesk orders;
    BasketDesk baskets;
    PriceDesk prices;
    ApprovalDesk approval;
    ScrollState approvers; // the managers to choose from

    PaymentMethod method = PaymentMethod::cash;
    std::string tendered;  // digits
    SplitDesk split;       // open: paid in several ways, whatever `method` says
    std::string card_slip; // digits
    std::string transfer_reference;
    Dong transfer_amount; // which the code carries
    std::optional<QrMatrix> transfer_code;

    std::optional<Sale> sold;
    Monotonic sold_since;
    std::optional<Monotonic> next_since; // the new order began

    ShiftDesk shift_desk;
    std::optional<BackupOutcome> backup; // the last one since the program began
    Monotonic touched;                   // somebody was here
    PinDesk pin_desk;
    ScrollState switch_people;

    bool waiting = false; // for the storage thread: nothing that moves money is sent twice
    ToastState toast;
    Error stop; // why selling stopped, on the page stopped

    // Something over the screen takes what is typed.
    bool asks() const {
        return prices.open || approval.open() || carts.sheet != CartsDesk::Sheet::none || baskets.asking.has_value();
    }
};

} // namespace ocop::kiosk
