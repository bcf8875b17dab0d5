// The product's own page: picture, name, chapters; who made it; certificate, price, stock, codes for the phone.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar, for session.open_product.
void draw_story(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

} // namespace ocop::kiosk
