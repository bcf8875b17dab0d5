// The staff's screens. Each draws one page from the view and the session and adds what was asked for to `intents`.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

void draw_pin(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_open_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_selling(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_payment(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_done(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_orders(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_new_pin(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
// Over the screen, while another person takes over; draw it last.
void draw_switch(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_cash_movement(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_close_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_devices(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
void draw_papers(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents);
// The storage could not say whether a sale was saved: selling stops until the program starts again.
void draw_stopped(Ui& ui, const StaffSession& session);

// The notes that make up a change, as many as fit into `area`.
void draw_change_notes(Ui& ui, const Rect& area, Dong change);

// The order at the right of the selling screen, and the height of its sum and buttons at the bottom.
float order_foot_height(const Ui& ui, const Cart& cart);
void draw_order(Ui& ui, const Rect& area, const StaffContext& context, StaffSession& session, StaffIntents& intents);

} // namespace ocop::kiosk
