// A horizontal stroke of the finger, for turning pages; whatever it turns can be tapped as well.
#pragma once

#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

// `name`: unique among what scrolls in the frame.
// +1 in the frame in which a finger that went down inside `area` has moved clearly to the left (on to what comes next),
// −1 to the right, else 0. Takes the press, so that nothing under the finger is tapped and nothing scrolls.
int swipe(Ui& ui, std::string_view name, const Rect& area);

} // namespace ocop::kiosk
