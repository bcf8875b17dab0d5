// Above the lowered screen: what happened to it, and a second way out for whoever can reach it.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Fills ui.freed(); for the low-reach layout only.
void reach_band(Ui& ui, Intents& intents);

} // namespace ocop::kiosk
