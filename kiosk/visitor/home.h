// Where browsing begins: the six groups, today's story, what is in season, stars and places.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar.
void draw_home(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

} // namespace ocop::kiosk
