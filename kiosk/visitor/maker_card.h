// Who made it: the card on every story, and the way to their page.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Where there is less height than it wants, the places give way: name and button stay.
float maker_card_height(Ui& ui, const ProductView& product, float width);
void maker_card(Ui& ui, const ProductView& product, const Rect& rect, Intents& intents);

} // namespace ocop::kiosk
