// Tags tell a state, chips filter, status items sit in the till's bar (design guide 4.4, 4.9).
#pragma once

#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

enum class TagLook {
    pine,   // in stock, in season
    hoe,    // few left, due soon, waiting
    son,    // expired, short, offline
    grey,   // sold out, voided
    indigo, // consignment, kind of maker
    cream,  // group tag on a picture
};

// 40 px high, icon and word. Returns the width drawn.
float tag(Ui& ui, Point top_left, std::string_view label, TagLook look, Icon icon = Icon::none);
// The same, ending at `top_right`.
float tag_at_right(Ui& ui, Point top_right, std::string_view label, TagLook look, Icon icon = Icon::none);
float tag_width(const Ui& ui, std::string_view label, Icon icon = Icon::none);
float tag_height(const Ui& ui);

// 64 px high, pill shaped; selected is filled and has a check.
bool chip(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool selected,
          Icon icon = Icon::none, bool enabled = true);
float chip_width(const Ui& ui, std::string_view label, bool selected, Icon icon = Icon::none);
float chip_height(const Ui& ui);

// Icon and words in the till's bar, ending at `right`; nothing to tap. Returns the width drawn.
enum class StatusLook { fine, quiet, warning, failed };
float status_item(Ui& ui, float right, const Rect& bar, Icon icon, std::string_view label, StatusLook look);

// Strip across the width of `rect`: icon, words, and room for an action at its right (returned).
Rect notice_strip(Ui& ui, const Rect& rect, Icon icon, std::string_view words, TagLook look);

// The badge disc with a count ("×2", "2"); pops for 240 ms after `changed_at`.
void count_badge(Ui& ui, Point middle, std::string_view count, Colour fill, Colour ink, Monotonic changed_at);

} // namespace ocop::kiosk
