// Plane geometry for drawing: triangles of a simple polygon, and where a stroke needs a round joint.
#pragma once

#include "kiosk/ui/rect.h"

#include <cstdint>
#include <vector>

namespace ocop::kiosk {

// Indices, three per triangle, that cover a simple polygon (convex or concave, either direction); empty for fewer than
// three points.
std::vector<std::uint16_t> triangulate(const std::vector<Point>& polygon);

// Indices of the points where a polyline ends or turns sharply.
std::vector<std::size_t> round_joints(const std::vector<Point>& points, bool closed);

} // namespace ocop::kiosk
