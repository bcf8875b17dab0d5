// Parts of the closing screen.
#pragma once

#include "kiosk/till/staff_context.h"

namespace ocop::kiosk {

// What was counted beside what the till expects, the reason of a difference, and the button that closes the shift.
void draw_comparison(Ui& ui, Rect area, const ShiftFigures& figures, const StaffSession& session,
                     StaffIntents& intents);

// Over the screen, while the note of a difference is written; draw it last. Writes session.shift_desk.note.
void draw_note_sheet(Ui& ui, StaffSession& session, StaffIntents& intents);

} // namespace ocop::kiosk
