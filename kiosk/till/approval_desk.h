// A manager is asked for their PIN: person first, then the six digits. Part of StaffSession. What waits for it stays in
// its own desk and is done again with the manager's name.
#pragma once

#include "kiosk/ui/number_pad.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"

#include <string>
#include <variant>

namespace ocop::kiosk {

struct ApprovalDesk {
    enum class For { nothing, price, refund } what = For::nothing;
    Monotonic since;
    StaffId chosen;
    std::string pin;
    bool waiting = false; // for the answer
    bool wrong = false;
    int attempts_left = 0;
    Monotonic locked_until;
    bool open() const { return what != For::nothing; }
};

struct ChooseApprover {
    StaffId staff;
};
struct PressApproval {
    PadPress press;
};
struct CloseApproval {};
using ApprovalIntent = std::variant<ChooseApprover, PressApproval, CloseApproval>;

} // namespace ocop::kiosk
