// Charts with direct labels, never a legend of colours alone (design guide 4.10).
#pragma once

#include "kiosk/ui/ui.h"

#include <functional>
#include <string>
#include <vector>

namespace ocop::kiosk {

struct Bar {
    std::string label = {}; // under the bar ("10h")
    double value = 0;
    std::string words = {}; // the value for people ("22,6")
};

// Writes a grid value for people ("18").
using GridWords = std::function<std::string(double)>;

// Upright bars; the highest is gold and carries its words; four grid lines with their values.
void bar_chart(Ui& ui, const Rect& rect, const std::vector<Bar>& bars, const GridWords& grid_words);

// A line with ringed points, and another one dashed to compare with (may be empty; same labels). `words` name the two
// lines at their last points.
struct LineSeries {
    std::vector<double> values = {};
    std::string name = {};
};
void line_chart(Ui& ui, const Rect& rect, const std::vector<std::string>& labels, const LineSeries& line,
                const LineSeries& compared, const GridWords& grid_words);

// Lying bars with label left and words right, one row each.
struct LyingBar {
    std::string label = {};
    double value = 0;
    std::string words = {};
    Colour colour{0, 0, 0, 0}; // a = 0: the accent
    Icon icon = Icon::none;
};
void lying_bars(Ui& ui, const Rect& rect, const std::vector<LyingBar>& bars);

// The distance of four grid lines that reach `highest`: a round number.
double grid_step(double highest);

} // namespace ocop::kiosk
