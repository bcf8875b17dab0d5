#include "kiosk/ui/triangles.h"

#include <cmath>
#include <numeric>

namespace ocop::kiosk {

namespace {

float cross(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

float signed_area(const std::vector<Point>& polygon) {
    float sum = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

} // namespace

// Ear clipping: cut off a convex corner whose triangle holds no other corner, until a triangle is left.
std::vector<std::uint16_t> triangulate(const std::vector<Point>& polygon) {
    std::vector<std::uint16_t> triangles;
    if (polygon.size() < 3) return triangles;
    std::vector<std::uint16_t> left(polygon.size());
    std::iota(left.begin(), left.end(), static_cast<std::uint16_t>(0));
    const float direction = signed_area(polygon) >= 0 ? 1.0f : -1.0f;
    const auto is_ear = [&](std::size_t at) {
        const auto before = left[(at + left.size() - 1) % left.size()];
        const auto after = left[(at + 1) % left.size()];
        const Point a = polygon[before], b = polygon[left[at]], c = polygon[after];
        if (cross(a, b, c) * direction <= 0) return false;
        for (const auto other : left) {
            if (other == before || other == left[at] || other == after) continue;
            const Point p = polygon[other];
            if (cross(a, b, p) * direction >= 0 && cross(b, c, p) * direction >= 0 && cross(c, a, p) * direction >= 0)
                return false;
        }
        return true;
    };
    while (left.size() > 3) {
        std::size_t ear = 0;
        while (ear < left.size() && !is_ear(ear))
            ++ear;
        if (ear == left.size()) ear = 0; // degenerate: any corner will do
        triangles.insert(triangles.end(),
                         {left[(ear + left.size() - 1) % left.size()], left[ear], left[(ear + 1) % left.size()]});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
    }
    triangles.insert(triangles.end(), left.begin(), left.end());
    return triangles;
}

std::vector<std::size_t> round_joints(const std::vector<Point>& points, bool closed) {
    std::vector<std::size_t> joints;
    const std::size_t count = points.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (!closed && (i == 0 || i + 1 == count)) {
            joints.push_back(i);
            continue;
        }
        const Point before = points[(i + count - 1) % count], here = points[i], after = points[(i + 1) % count];
        const float turn = std::atan2(cross(before, here, after), (here.x - before.x) * (after.x - here.x) +
                                                                      (here.y - before.y) * (after.y - here.y));
        if (std::abs(turn) > 0.6f) joints.push_back(i); // about 35 degrees; curves turn less at each of their points
    }
    return joints;
}

} // namespace ocop::kiosk
