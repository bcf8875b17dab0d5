// What is asked over the selling screen about the order. Each draws nothing while it is not asked; draw them last.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

// The ground of a number pad inside a dialog, whose keys would be white on white; returns the room of the pad.
Rect pad_ground(Ui& ui, const Rect& area);

void draw_prices(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents);
// Which order is on the counter and which wait; takes what it needs off the top of `rest`.
void draw_cart_tabs(Ui& ui, Rect& rest, const StaffContext& context, const StaffSession& session,
                    StaffIntents& intents);
// A code that the catalogue does not know, until it is sold as other goods or put aside.
void draw_unknown_code(Ui& ui, Rect& rest, const StaffSession& session, StaffIntents& intents);
void draw_cart_sheet(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
// Over every screen that needs a manager's word.
void draw_approval(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);

} // namespace ocop::kiosk
