// Layout algebra: rectangles in pixels, computed before drawing. Pure: no screen, no font, no state.
#pragma once

#include <numbers>
#include <vector>

namespace ocop::kiosk {

inline constexpr float pi = std::numbers::pi_v<float>;

struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float centre_x() const { return x + w / 2; }
    float centre_y() const { return y + h / 2; }
    bool empty() const { return w <= 0 || h <= 0; }
    // Left and top edge belong to the rectangle, right and bottom edge do not.
    bool contains(Point point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
    bool contains(const Rect& other) const {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }
    bool operator==(const Rect&) const = default;
};

// Cut a piece off `from` and return it; `from` keeps the rest, less `gap` between the two. A piece larger than `from`
// takes all of it.
Rect cut_top(Rect& from, float height, float gap = 0);
Rect cut_bottom(Rect& from, float height, float gap = 0);
Rect cut_left(Rect& from, float width, float gap = 0);
Rect cut_right(Rect& from, float width, float gap = 0);

// Smaller by a margin on each side (never negative in size); a negative margin grows it.
Rect inset(const Rect& rect, float all);
Rect inset(const Rect& rect, float horizontal, float vertical);
Rect inset(const Rect& rect, float left, float top, float right, float bottom);
inline Rect grow(const Rect& rect, float all) {
    return inset(rect, -all);
}

Rect moved(const Rect& rect, float dx, float dy);
Rect intersection(const Rect& a, const Rect& b); // an empty rectangle when they do not meet
bool overlap(const Rect& a, const Rect& b);      // share more than an edge

// A rectangle of the given size in the middle of `within`, on whole pixels.
Rect centre(const Rect& within, float width, float height);
// The largest rectangle of the ratio width : height in the middle of `within`.
Rect fit_ratio(const Rect& within, float ratio);
// Bands that together cover a rectangle with rounded corners without leaving it: clip to each of them in turn to draw
// something that must not spill over the corners. `top` and `bottom` tell which corner pairs are rounded.
std::vector<Rect> rounded_bands(const Rect& rect, float radius, bool top, bool bottom);
// Edges moved to whole pixels.
Rect snapped(const Rect& rect);

// `count` columns (rows) of equal width with `gap` between them, on whole pixels, together exactly as wide as `rect`.
std::vector<Rect> columns(const Rect& rect, int count, float gap);
std::vector<Rect> rows(const Rect& rect, int count, float gap);
// Columns with widths in proportion to `weights`.
std::vector<Rect> weighted_columns(const Rect& rect, const std::vector<float>& weights, float gap);
// columns × rows cells in reading order, all inside `rect`.
std::vector<Rect> grid(const Rect& rect, int column_count, int row_count, float gap_x, float gap_y);

} // namespace ocop::kiosk
