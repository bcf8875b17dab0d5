// Three faces under a story: one tap, never asked for, counted per product.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws from the top of `rect` (its height does not matter) and returns the height used. After the tap: thanks.
float feedback(Ui& ui, const Session& session, const ProductView& product, const Rect& rect, Intents& intents);

} // namespace ocop::kiosk
