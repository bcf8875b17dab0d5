// The illustrated map: land, sea, hills and islands, without the pins.
#pragma once

#include "kiosk/ui/ui.h"

#include <vector>

namespace ocop::kiosk {

// Fills `area`; the country is drawn inside `map`, a part of it. Returns where far islands and their names are,
// so that pins keep away from them.
std::vector<Rect> map_picture(Ui& ui, const Rect& area, const Rect& map);

} // namespace ocop::kiosk
