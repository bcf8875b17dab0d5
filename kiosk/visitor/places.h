// Where products come from: an illustrated map with a pin for each province, and the same as a list.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar. Landscape: map left, list or the chosen area right; portrait: map on top, the
// rest below, within reach.
void draw_places(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

} // namespace ocop::kiosk
