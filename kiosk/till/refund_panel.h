// One order of before: what of it comes back, why, and how the money goes back.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

void draw_refund(Ui& ui, const Rect& area, const StaffContext& context, StaffSession& session, StaffIntents& intents);

} // namespace ocop::kiosk
