// Where the provinces lie on the illustrated map. Approximate public geography, written down by hand to a tenth of a
// degree at best, for orientation only; provinces are those of today, after the mergers of 1 July 2025 (vietnam.md §9).
// Pure.
#pragma once

#include "kiosk/ui/rect.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

// Degrees east and north.
struct GeoPoint {
    float east = 0;
    float north = 0;
};

// The middle of a province or city by its name of today ("Phú Thọ", "TP. Hồ Chí Minh"); nullopt: not a name of today.
std::optional<GeoPoint> province_position(std::string_view name);
std::vector<std::string_view> province_names(); // all 34

// From degrees to the map, 0..1 from its left and top edge. Not to scale: the north, where provinces are many, is drawn
// larger and the open sea narrower.
Point on_map(GeoPoint point);
Point on_map(GeoPoint point, const Rect& map);

std::vector<GeoPoint> country_outline(); // the mainland
std::vector<GeoPoint> sea_outline();     // of the sea around it, as far as the map reaches

struct Island {
    GeoPoint at;
    float size = 1; // 1: as small as an island is drawn
};
std::vector<Island> islands(); // along the coast

// The archipelagos far out, each with the province or city it belongs to.
struct Archipelago {
    std::string_view name;
    std::string_view province;
    GeoPoint label;
    std::vector<GeoPoint> islands;
};
std::vector<Archipelago> archipelagos();

// Rectangles near where they are wanted, inside `bounds`, `gap` apart from each other and from what is `taken`: placed
// one by one in several orders, of which the one is kept that moves them least. nullopt: there is no room for all.
std::optional<std::vector<Rect>> spread(std::vector<Rect> wanted, const std::vector<Rect>& taken, const Rect& bounds,
                                        float gap);

} // namespace ocop::kiosk
