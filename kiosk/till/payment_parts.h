// What the ways of paying have in common on the right-hand side of the payment screen.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

struct PaymentRooms {
    Rect pad;    // field and keys
    Rect side;   // what is due, missing or given back
    Rect finish; // the button below it
};

// Beside one another, or below one another on an upright screen, where `side_share` of the height goes to side and
// button.
PaymentRooms payment_rooms(const Ui& ui, Rect area, float side_share);

Rect cut_finish(const Ui& ui, Rect& area);
// Takes the money; waits while it is being saved.
void finish_button(Ui& ui, std::string_view name, const Rect& rect, const StaffSession& session,
                   const std::string& words, bool enabled, StaffIntents& intents);

} // namespace ocop::kiosk
