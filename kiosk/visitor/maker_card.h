// Who made it: the card on every story.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

float maker_card_height(Ui& ui, const ProductView& product, float width);
void maker_card(Ui& ui, const ProductView& product, const Rect& rect);

} // namespace ocop::kiosk
