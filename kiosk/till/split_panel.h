// The right-hand side of the payment screen for a card and for a sale paid in several ways.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

void draw_card_payment(Ui& ui, Rect area, const StaffSession& session, StaffIntents& intents);
// `transfers`: the booth has an account that a code can be made for.
void draw_split_payment(Ui& ui, Rect area, const StaffSession& session, bool transfers, StaffIntents& intents);

} // namespace ocop::kiosk
