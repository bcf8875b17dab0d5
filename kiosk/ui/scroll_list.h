// Kinetic scrolling by dragging: the only way anything scrolls. A drag of more than 8 px or 3 mm along the axis takes
// the press from the target under the finger; release flings; the ends give way like rubber.
#pragma once

#include "kiosk/ui/rect.h"
#include "pos/base/time.h"

#include <functional>
#include <optional>
#include <string_view>

namespace ocop::kiosk {

class Ui;

enum class ScrollAxis { vertical, horizontal };

// Kept by the screen; a fresh value is the top.
struct ScrollState {
    float position = 0; // px scrolled, 0 = start
    float velocity = 0; // px per second

    // Frame to frame, private to scroll_list.
    bool dragging = false;
    float drag_from_position = 0;
    float drag_from_pointer = 0;
    float last_pointer = 0;
    std::optional<float> goal; // px, of scroll_page
    Monotonic moved_at{-10000};
    Monotonic last_frame;
    float content = 0;  // px, of the last frame
    float viewport = 0; // px, of the last frame

    bool at_start() const { return position <= 0.5f; }
    bool at_end() const { return position >= content - viewport - 0.5f; }
};

// Calls `draw` with the whole content's rectangle, moved by the scroll position and clipped to `viewport`.
void scroll_area(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, float content_length,
                 const std::function<void(const Rect& content)>& draw, ScrollAxis axis = ScrollAxis::vertical);

// Equal rows; `draw` is called for those that can be seen.
struct ScrollRows {
    int count = 0;
    float height = 0; // px of one row
    float gap = 0;    // px between rows
};
void scroll_list(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, const ScrollRows& rows,
                 const std::function<void(int index, const Rect& row)>& draw);

// Cells of equal size in `columns` columns, in reading order.
struct ScrollGrid {
    int count = 0;
    int columns = 1;
    float cell_height = 0;
    float gap_x = 0;
    float gap_y = 0;
};
void scroll_grid(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, const ScrollGrid& grid,
                 const std::function<void(int index, const Rect& cell)>& draw);

// One viewport on (direction 1) or back (−1), gliding: the tap alternative to dragging.
void scroll_page(ScrollState& state, int direction);

// Moves so that content from `begin` to `end` (px from the content's start) is inside the viewport.
void scroll_into_view(ScrollState& state, float begin, float end);

} // namespace ocop::kiosk
