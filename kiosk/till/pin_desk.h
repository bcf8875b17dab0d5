// Another person takes over without leaving the screen, and new PINs: what these remember and what is asked on them.
// Part of StaffSession and StaffIntent.
#pragma once

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/number_pad.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/text/typing.h"

#include <string>
#include <variant>

namespace ocop::kiosk {

enum class PinStep { choose_proof, proof, fresh, again };

struct PinDesk {
    bool switching = false; // the sheet with people lies over the screen
    Monotonic opened;       //

    StaffId whose; // the person who gets a new PIN
    bool own = false;
    StaffId manager; // who proves the right to it; empty when not own: the recovery code does
    PinStep step = PinStep::choose_proof;
    std::string proof; // a PIN
    TypedText code;    // the recovery code
    KeyboardState keyboard;
    std::string fresh;
    std::string again;
    bool mismatch = false; // the two new ones differed
    bool wrong = false;    // the proof was
    int attempts_left = 0;
    Monotonic locked_until;
};

struct OpenSwitch {};
struct CloseSwitch {};
struct ChangeOwnPin {};
struct ForgotPin {}; // of the person chosen on the PIN screen
struct ChooseProof {
    StaffId manager; // empty: the recovery code
};
struct PressNewPin {
    PadPress press;
};
struct ConfirmCode {};
struct LeaveNewPin {};

using PinIntent =
    std::variant<OpenSwitch, CloseSwitch, ChangeOwnPin, ForgotPin, ChooseProof, PressNewPin, ConfirmCode, LeaveNewPin>;

} // namespace ocop::kiosk
