// Progress bars, waiting shapes and count-downs (design guide 4.9, 4.11).
#pragma once

#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

// A rounded bar filled to `share` (0..1).
void progress_bar(Ui& ui, const Rect& rect, float share, Colour fill);

// A block in the place of content that is on its way; breathes, stands still under reduced motion.
void skeleton(Ui& ui, const Rect& rect, float corner = radius::key);

// A ring that empties as `share` goes from 1 to 0, with words in the middle ("20").
void countdown_ring(Ui& ui, const Rect& square, float share, std::string_view words);

// Dots of a slide show: the current one is a bar.
void slide_dots(Ui& ui, const Rect& rect, int count, int current);

// Nothing found, offline, failed: icon, a serif sentence, an explanation under it. Returns the room below for one way
// forward.
Rect empty_state(Ui& ui, const Rect& rect, Icon icon, std::string_view sentence, std::string_view explanation,
                 Colour icon_colour);

} // namespace ocop::kiosk
