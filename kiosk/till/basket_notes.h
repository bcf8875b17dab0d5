// What the selling screen says about a visitor's basket: found for the digits typed, asked before it is taken, and what
// of it could not be taken.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

// Each takes what it needs off the top of `rest`, nothing when there is nothing to say.
void draw_typed_basket(Ui& ui, Rect& rest, const StaffContext& context, const StaffSession& session,
                       StaffIntents& intents);
void draw_basket_notes(Ui& ui, Rect& rest, const StaffSession& session, StaffIntents& intents);

// Over the screen, while staff are asked; draw it last.
void draw_basket_question(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents);

// "giữ 2": how much of a product visitors with a pick-up code are coming for; empty: none. Asks for the frame in which
// that ends.
std::string kept_back_words(Ui& ui, const StaffContext& context, const Product& product);

} // namespace ocop::kiosk
