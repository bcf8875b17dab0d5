// Beside the basket, on pine: how to get the pick-up code, then the code itself with its QR code and what is left of
// the twenty minutes that the goods are kept back.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Fills `rect`; landscape one column, portrait two.
void pick_up_panel(Ui& ui, const Session& session, const Rect& rect, Intents& intents);
// Height the panel needs at the bottom of a portrait screen of this width.
float pick_up_panel_height(const Ui& ui, const Session& session, float width);

} // namespace ocop::kiosk
