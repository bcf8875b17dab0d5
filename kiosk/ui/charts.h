// Charts with direct labels, never a legend of colours alone (design guide 4.10).
#pragma once

#include "kiosk/ui/ui.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct Bar {
    std::string label; // under the bar ("10h") or left of it
    double value = 0;
    std::string words; // the value for people ("22,6")
};

// Upright bars; the highest is gold and carries its words; four grid lines up to a round number. At most one bar per
// label; widths follow the rectangle.
void bar_chart(Ui& ui, const Rect& rect, const std::vector<Bar>& bars);

// Lying bars with label left and words right, one row each.
struct GroupBar {
    std::string label;
    double value = 0;
    std::string words;
    Colour colour;
    Icon icon = Icon::none;
};
void lying_bars(Ui& ui, const Rect& rect, const std::vector<GroupBar>& bars);

// A round number at or above `value`: 1, 2 or 5 times a power of ten.
double round_up_nicely(double value);

} // namespace ocop::kiosk
