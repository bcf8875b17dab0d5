// The gift builder: occasion and budget, the set suggested for them, and what the visitor makes of it.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar.
void draw_gift(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

} // namespace ocop::kiosk
