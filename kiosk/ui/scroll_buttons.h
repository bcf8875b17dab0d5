// The tap alternative to dragging (WCAG 2.5.7): "up" and "down" for what scrolls. Targets are the scroll area's name +
// "/up" and "/down"; the layout check demands them wherever a visitor's content is longer than its room.
#pragma once

#include "kiosk/ui/scroll_list.h"
#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

// Whether the content was longer than `room` px in the last frame.
bool is_longer(const ScrollState& state, float room);

// Beside the content: call it before scroll_area with all the room; it takes a gutter off the right of `area` when the
// content needs it, and returns it (empty: nothing to scroll). `reach` px of the gutter lie outside `area` already.
Rect cut_scroll_gutter(const Ui& ui, Rect& area, const ScrollState& state, float reach = 0);
// Two buttons at the bottom of that gutter, drawn after scroll_area.
void scroll_buttons(Ui& ui, std::string_view name, const Rect& gutter, ScrollState& state);

// Below the content, for panels without room at the side: takes a row with both buttons off the bottom of `area` when
// the content needs it.
void scroll_button_row(Ui& ui, std::string_view name, Rect& area, ScrollState& state);

// For columns with room for one button only, in a place of its own: one viewport on, from the end back to the start;
// nothing while everything fits. Its target is `name`.
void scroll_round_button(Ui& ui, std::string_view name, const Rect& square, ScrollState& state);

} // namespace ocop::kiosk
