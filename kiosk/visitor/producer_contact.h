// How to reach a producer: only what they publish themselves.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws from the top of `rect` (its height does not matter) and returns the height used. The kiosk opens no page: the
// phone does. Without a published contact it says so and points to the counter.
float producer_contact(Ui& ui, Session& session, const Producer& producer, const Rect& rect);

} // namespace ocop::kiosk
