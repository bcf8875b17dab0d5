// What surrounds every staff screen after sign-in: the rail at the left and the bar on top.
#pragma once

#include "kiosk/till/staff_context.h"

#include <string_view>

namespace ocop::kiosk {

// Draws rail and bar and returns the room between them.
Rect till_frame(Ui& ui, const StaffContext& context, const StaffSession& session, std::string_view title,
                StaffIntents& intents);

// How much one press of + or − changes: a piece, or 100 g of what is weighed.
Quantity step_of(const Product& product);
// "2 hũ", "1,5 kg": the words of a line's quantity.
std::string quantity_words(const Language& language, const Product& product, Quantity quantity);

} // namespace ocop::kiosk
