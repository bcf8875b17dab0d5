#include "kiosk/ui/rect.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

Rect cut_top(Rect& from, float height, float gap) {
    height = std::clamp(height, 0.0f, std::max(0.0f, from.h));
    const Rect piece{from.x, from.y, from.w, height};
    const float taken = std::min(from.h, height + gap);
    from.y += taken;
    from.h -= taken;
    return piece;
}

Rect cut_bottom(Rect& from, float height, float gap) {
    height = std::clamp(height, 0.0f, std::max(0.0f, from.h));
    const Rect piece{from.x, from.bottom() - height, from.w, height};
    from.h -= std::min(from.h, height + gap);
    return piece;
}

Rect cut_left(Rect& from, float width, float gap) {
    width = std::clamp(width, 0.0f, std::max(0.0f, from.w));
    const Rect piece{from.x, from.y, width, from.h};
    const float taken = std::min(from.w, width + gap);
    from.x += taken;
    from.w -= taken;
    return piece;
}

Rect cut_right(Rect& from, float width, float gap) {
    width = std::clamp(width, 0.0f, std::max(0.0f, from.w));
    const Rect piece{from.right() - width, from.y, width, from.h};
    from.w -= std::min(from.w, width + gap);
    return piece;
}

Rect inset(const Rect& rect, float left, float top, float right, float bottom) {
    return {rect.x + left, rect.y + top, std::max(0.0f, rect.w - left - right), std::max(0.0f, rect.h - top - bottom)};
}

Rect inset(const Rect& rect, float horizontal, float vertical) {
    return inset(rect, horizontal, vertical, horizontal, vertical);
}

Rect inset(const Rect& rect, float all) {
    return inset(rect, all, all, all, all);
}

Rect moved(const Rect& rect, float dx, float dy) {
    return {rect.x + dx, rect.y + dy, rect.w, rect.h};
}

Rect intersection(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    return {left, top, std::max(0.0f, std::min(a.right(), b.right()) - left),
            std::max(0.0f, std::min(a.bottom(), b.bottom()) - top)};
}

bool overlap(const Rect& a, const Rect& b) {
    return !intersection(a, b).empty();
}

Rect centre(const Rect& within, float width, float height) {
    return {std::round(within.x + (within.w - width) / 2), std::round(within.y + (within.h - height) / 2), width,
            height};
}

Rect fit_ratio(const Rect& within, float ratio) {
    const float width = std::min(within.w, within.h * ratio);
    const float height = width / ratio;
    return {within.x + (within.w - width) / 2, within.y + (within.h - height) / 2, width, height};
}

Rect snapped(const Rect& rect) {
    const float left = std::round(rect.x);
    const float top = std::round(rect.y);
    return {left, top, std::round(rect.right()) - left, std::round(rect.bottom()) - top};
}

std::vector<Rect> rounded_bands(const Rect& rect, float radius, bool top, bool bottom) {
    std::vector<Rect> bands;
    radius = std::round(std::min(radius, std::min(rect.w, rect.h) / 2));
    constexpr int steps = 4;
    const auto side_of = [&](float depth) { // how far in the corner's curve is at this depth
        const float up = radius - depth;
        return std::ceil(radius - std::sqrt(std::max(0.0f, radius * radius - up * up)));
    };
    const auto corner_bands = [&](bool at_top) {
        for (int i = 0; i < steps; ++i) {
            const float from = std::round(radius * static_cast<float>(i) / steps);
            const float to = std::round(radius * static_cast<float>(i + 1) / steps);
            const float side = side_of(from);
            const float y = at_top ? rect.y + from : rect.bottom() - to;
            if (to > from) bands.push_back({rect.x + side, y, std::max(0.0f, rect.w - 2 * side), to - from});
        }
    };
    if (top) corner_bands(true);
    const float above = top ? radius : 0;
    const float below = bottom ? radius : 0;
    bands.push_back({rect.x, rect.y + above, rect.w, rect.h - above - below});
    if (bottom) corner_bands(false);
    return bands;
}

std::vector<Rect> weighted_columns(const Rect& rect, const std::vector<float>& weights, float gap) {
    std::vector<Rect> result;
    if (weights.empty()) return result;
    float total = 0;
    for (const float weight : weights)
        total += weight;
    const float width = std::max(0.0f, rect.w - gap * static_cast<float>(weights.size() - 1));
    float before = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const float offset = rect.x + gap * static_cast<float>(i);
        const float left = std::round(offset + width * before / total);
        before += weights[i];
        const float right = std::round(offset + width * before / total);
        result.push_back({left, rect.y, right - left, rect.h});
    }
    return result;
}

std::vector<Rect> columns(const Rect& rect, int count, float gap) {
    return weighted_columns(rect, std::vector<float>(static_cast<std::size_t>(std::max(0, count)), 1.0f), gap);
}

std::vector<Rect> rows(const Rect& rect, int count, float gap) {
    auto result = columns({rect.y, rect.x, rect.h, rect.w}, count, gap);
    for (Rect& row : result)
        row = {row.y, row.x, row.h, row.w};
    return result;
}

std::vector<Rect> grid(const Rect& rect, int column_count, int row_count, float gap_x, float gap_y) {
    std::vector<Rect> result;
    for (const Rect& row : rows(rect, row_count, gap_y))
        for (const Rect& cell : columns(row, column_count, gap_x))
            result.push_back(cell);
    return result;
}

} // namespace ocop::kiosk
