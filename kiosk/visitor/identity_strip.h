// Whose showroom this is: mark and name. Nothing to tap; holding the mark for two seconds opens the staff PIN.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

inline constexpr std::int64_t staff_hold = 2000; // ms

// Draws mark and name from the left of `rect`. `on_dark`: over pine or a picture's sky. Adds OpenStaff when the mark
// has been held; returns whether it was merely tapped.
bool identity(Ui& ui, const VisitorContext& context, const Rect& rect, bool on_dark, Intents& intents);

// The top strip of the light screens: identity left, event and clock right. Returns the height it takes from the top of
// the screen.
float top_strip(Ui& ui, const VisitorContext& context, Intents& intents);

} // namespace ocop::kiosk
