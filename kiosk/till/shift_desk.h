// Opening, watching, counting and closing shifts: what the screens of it remember, and what staff ask on them. Part of
// StaffSession and StaffIntent.
#pragma once

#include "kiosk/till/note_tally.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/scroll_list.h"
#include "pos/shifts/shift.h"
#include "pos/text/typing.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct ShiftDesk {
    NoteTally tally;       // of the float, or of the drawer that is counted
    bool training = false; // the shift to be opened is one to learn with
    bool ask_empty_float = false;
    bool ask_pull = false;
    bool ask_day = false;   // the clock is not believed
    std::optional<Day> day; // chosen then
    Monotonic ask_since;

    ShiftId counting;                 // the pulled shift on the counting screen
    bool counted = false;             // its count is compared with the till's figures
    std::vector<Dong> earlier_counts; // of it
    int reason = -1;                  // of the difference, among the offered ones
    TypedText note;
    bool typing_note = false;
    KeyboardState keyboard;
    std::optional<ZReport> z_report; // of the shift that was closed just now

    bool paying_out = false; // cash movement
    std::string amount;      // digits
    int movement_reason = -1;

    ScrollState report; // the figures at the side
    ScrollState waiting_shifts;
};

// Reasons offered, as they go into the journal (in the language of the screen).
inline constexpr int count_reasons = 4;
std::string count_reason(const Language& language, int reason);
inline constexpr int movement_reasons = 4; // in each direction
std::string movement_reason(const Language& language, bool paying_out, int reason);

struct SelectNote {
    std::size_t row = 0;
};
struct StepNote {
    std::size_t row = 0;
    int steps = 0;
};
struct PressCount {
    PadPress press;
};
struct ToggleTraining {};
struct BackUpNow {};
struct TakeLastCount {}; // what the last drawer held is the float of the next
struct ConfirmOpenShift {};
struct AnswerEmptyFloat {
    bool open = false;
};
struct StepDay {
    int days = 0;
};
struct AnswerDay {
    bool open = false;
};
struct ShowOpenShift {};
struct ShowMovement {
    bool paying_out = false;
};
struct PressMovement {
    PadPress press;
};
struct ChooseMovementReason {
    int reason = 0;
};
struct ConfirmMovement {};
struct OpenDrawer {}; // without a sale
struct AskPull {};
struct AnswerPull {
    bool pull = false;
};
struct StartCount {
    ShiftId shift;
};
struct FinishCount {};
struct CountAgain {};
struct ChooseReason {
    int reason = 0;
};
struct EditNote {
    bool typing = false;
};
struct ConfirmCount {};

using ShiftIntent = std::variant<SelectNote, StepNote, PressCount, TakeLastCount, ConfirmOpenShift, AnswerEmptyFloat,
                                 StepDay, AnswerDay, ShowOpenShift, ShowMovement, PressMovement, ChooseMovementReason,
                                 ConfirmMovement, OpenDrawer, AskPull, AnswerPull, StartCount, FinishCount, CountAgain,
                                 ChooseReason, EditNote, ConfirmCount, ToggleTraining, BackUpNow>;

} // namespace ocop::kiosk
