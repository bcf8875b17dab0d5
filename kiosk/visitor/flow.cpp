#include "kiosk/visitor/flow.h"

#include <algorithm>

namespace ocop::kiosk {

std::vector<Rect> flow(const Rect& area, const std::vector<float>& widths, float height, float gap) {
    std::vector<Rect> placed;
    placed.reserve(widths.size());
    float x = area.x;
    float y = area.y;
    for (const float wanted : widths) {
        const float width = std::min(wanted, area.w);
        if (x > area.x && x + width > area.right() + 0.5f) {
            x = area.x;
            y += height + gap;
        }
        placed.push_back({x, y, width, height});
        x += width + gap;
    }
    return placed;
}

float flow_height(float width, const std::vector<float>& widths, float height, float gap) {
    const auto placed = flow({0, 0, width, 0}, widths, height, gap);
    return placed.empty() ? 0 : placed.back().bottom();
}

} // namespace ocop::kiosk
