// Sheets over a visitor's screen: the filters where there is no rail, all regions, and the ways to read more easily.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws session.sheet; nothing when it is none. Draw it after the screen and the bar.
void draw_sheet(Ui& ui, const VisitorContext& context, Session& session, const Listing& listing, Intents& intents);

} // namespace ocop::kiosk
