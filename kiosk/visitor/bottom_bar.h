// The bar at the bottom of every visitor screen but attract: where it is, because everybody can reach it there.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

float bottom_bar_height(const Ui& ui);
void bottom_bar(Ui& ui, const Session& session, Intents& intents);

} // namespace ocop::kiosk
