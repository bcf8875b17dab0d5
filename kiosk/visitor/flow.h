// Things of different widths set like words in a paragraph: left to right, then on the next line.
#pragma once

#include "kiosk/ui/rect.h"

#include <vector>

namespace ocop::kiosk {

// One rectangle per width, `height` high, from the top left of `area`; a line that is full is followed by another one
// below, `gap` apart. A width larger than the area is cut to it.
std::vector<Rect> flow(const Rect& area, const std::vector<float>& widths, float height, float gap);

// Height that flow() takes; 0 for nothing.
float flow_height(float width, const std::vector<float>& widths, float height, float gap);

} // namespace ocop::kiosk
