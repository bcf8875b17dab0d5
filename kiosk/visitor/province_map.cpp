#include "kiosk/visitor/province_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace ocop::kiosk {

namespace {

struct Province {
    std::string_view name;
    GeoPoint middle;
};

constexpr std::array<Province, 34> provinces{{
    {"Lai Châu", {103.2f, 22.3f}},        {"Điện Biên", {103.0f, 21.7f}},
    {"Sơn La", {104.0f, 21.2f}},          {"Lào Cai", {104.4f, 22.1f}},
    {"Tuyên Quang", {105.1f, 22.5f}},     {"Cao Bằng", {106.2f, 22.7f}},
    {"Lạng Sơn", {106.6f, 21.9f}},        {"Thái Nguyên", {105.8f, 21.9f}},
    {"Phú Thọ", {105.2f, 21.2f}},         {"Bắc Ninh", {106.3f, 21.3f}},
    {"Quảng Ninh", {107.3f, 21.2f}},      {"Hà Nội", {105.7f, 21.0f}},
    {"Hưng Yên", {106.3f, 20.6f}},        {"Hải Phòng", {106.6f, 20.8f}},
    {"Ninh Bình", {106.0f, 20.3f}},       {"Thanh Hóa", {105.3f, 20.0f}},
    {"Nghệ An", {104.9f, 19.2f}},         {"Hà Tĩnh", {105.8f, 18.3f}},
    {"Quảng Trị", {106.6f, 17.2f}},       {"Huế", {107.5f, 16.3f}},
    {"Đà Nẵng", {107.9f, 15.7f}},         {"Quảng Ngãi", {108.3f, 14.8f}},
    {"Gia Lai", {108.5f, 13.9f}},         {"Đắk Lắk", {108.5f, 12.9f}},
    {"Khánh Hòa", {109.0f, 12.1f}},       {"Lâm Đồng", {108.0f, 11.6f}},
    {"Đồng Nai", {107.0f, 11.4f}},        {"Tây Ninh", {106.1f, 11.1f}},
    {"TP. Hồ Chí Minh", {106.8f, 10.8f}}, {"Đồng Tháp", {105.9f, 10.5f}},
    {"An Giang", {105.1f, 10.2f}},        {"Vĩnh Long", {106.3f, 10.0f}},
    {"Cần Thơ", {105.7f, 9.8f}},          {"Cà Mau", {105.1f, 9.2f}},
}};

// Other spellings of the two names that have several.
std::string_view usual_name(std::string_view name) {
    if (name == "Thành phố Hồ Chí Minh" || name == "TP Hồ Chí Minh" || name == "Hồ Chí Minh" || name == "TP.HCM")
        return "TP. Hồ Chí Minh";
    return name == "Thừa Thiên Huế" ? "Huế" : name;
}

// A value between two of `from` lies as far between the same two of `to`.
template <std::size_t Count>
float stretched(float value, const std::array<float, Count>& from, const std::array<float, Count>& to) {
    std::size_t i = 1;
    while (i + 1 < Count && value > from[i])
        ++i;
    return to[i - 1] + (value - from[i - 1]) / (from[i] - from[i - 1]) * (to[i] - to[i - 1]);
}

constexpr std::array<float, 3> east_degrees{102.0f, 109.6f, 115.5f};
constexpr std::array<float, 3> east_on_map{0.07f, 0.67f, 0.97f};
constexpr std::array<float, 4> south_degrees{-23.5f, -19.8f, -16.0f, -8.4f};
constexpr std::array<float, 4> south_on_map{0.04f, 0.45f, 0.61f, 0.96f};

bool free_of(const Rect& rect, const std::vector<Rect>& others, float gap) {
    const Rect room = grow(rect, gap);
    return std::none_of(others.begin(), others.end(), [&](const Rect& other) { return overlap(room, other); });
}

// The nearest place for it that is free of the others, looked for in rings around where it is that reach `wider` as far
// sideways as up and down.
std::optional<Rect> nearest_free(Rect rect, const std::vector<Rect>& others, const Rect& bounds, float gap,
                                 float wider) {
    const float down = std::max(3.0f, rect.h / 8);
    const float aside = wider * down;
    const int rings = static_cast<int>(std::max(bounds.w / aside, bounds.h / down)) + 1;
    for (int ring = 0; ring <= rings; ++ring) {
        std::optional<Rect> best;
        int best_distance = 0;
        const auto consider = [&](int column, int row) {
            const Rect there = moved(rect, static_cast<float>(column) * aside, static_cast<float>(row) * down);
            if (!bounds.contains(there) || !free_of(there, others, gap)) return;
            const int distance = column * column + row * row;
            if (best && distance >= best_distance) return;
            best = there;
            best_distance = distance;
        };
        for (int along = -ring; along <= ring; ++along) {
            consider(along, -ring);
            consider(along, ring);
            consider(-ring, along);
            consider(ring, along);
        }
        if (best) return best;
    }
    return std::nullopt;
}

// Each in turn as near as those before it leave room.
std::optional<std::vector<Rect>> one_by_one(const std::vector<Rect>& wanted, const std::vector<std::size_t>& order,
                                            std::vector<Rect> taken, const Rect& bounds, float gap, float wider) {
    std::vector<Rect> placed = wanted;
    for (const std::size_t index : order) {
        const auto found = nearest_free(wanted[index], taken, bounds, gap, wider);
        if (!found) return std::nullopt;
        placed[index] = *found;
        taken.push_back(*found);
    }
    return placed;
}

// How far they went: one long way counts for more than several short ones, up and down for more than sideways, so that
// north stays north of south.
float distance(const std::vector<Rect>& from, const std::vector<Rect>& to) {
    float sum = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const float aside = to[i].x - from[i].x;
        const float down = 1.6f * (to[i].y - from[i].y);
        sum += aside * aside + down * down;
    }
    return sum;
}

void keep_inside(Rect& rect, const Rect& bounds) {
    rect.x = std::clamp(rect.x, bounds.x, std::max(bounds.x, bounds.right() - rect.w));
    rect.y = std::clamp(rect.y, bounds.y, std::max(bounds.y, bounds.bottom() - rect.h));
}

} // namespace

std::optional<GeoPoint> province_position(std::string_view name) {
    for (const Province& province : provinces)
        if (province.name == usual_name(name)) return province.middle;
    return std::nullopt;
}

std::vector<std::string_view> province_names() {
    std::vector<std::string_view> names;
    for (const Province& province : provinces)
        names.push_back(province.name);
    return names;
}

Point on_map(GeoPoint point) {
    return {stretched(point.east, east_degrees, east_on_map), stretched(-point.north, south_degrees, south_on_map)};
}

Point on_map(GeoPoint point, const Rect& map) {
    const Point share = on_map(point);
    return {map.x + share.x * map.w, map.y + share.y * map.h};
}

std::vector<GeoPoint> country_outline() {
    return {
        // the northern border from west to east
        {102.1f, 22.4f},
        {102.5f, 22.8f},
        {103.0f, 22.5f},
        {103.4f, 22.8f},
        {104.0f, 22.5f},
        {104.4f, 22.7f},
        {104.8f, 22.9f},
        {105.3f, 23.4f},
        {105.9f, 22.9f},
        {106.4f, 22.9f},
        {106.8f, 22.8f},
        {106.6f, 22.4f},
        {106.7f, 22.0f},
        {107.3f, 21.6f},
        {108.0f, 21.5f},
        // the coast down to the cape
        {107.5f, 21.2f},
        {107.0f, 20.9f},
        {106.7f, 20.6f},
        {106.5f, 20.2f},
        {106.0f, 19.9f},
        {105.8f, 19.2f},
        {105.8f, 18.7f},
        {106.4f, 18.0f},
        {106.6f, 17.5f},
        {107.1f, 17.0f},
        {107.6f, 16.5f},
        {108.3f, 16.1f},
        {108.7f, 15.4f},
        {109.0f, 14.8f},
        {109.2f, 13.8f},
        {109.4f, 12.9f},
        {109.2f, 12.2f},
        {109.1f, 11.6f},
        {108.6f, 11.1f},
        {108.0f, 10.7f},
        {107.2f, 10.4f},
        {106.8f, 10.3f},
        {106.7f, 9.8f},
        {106.3f, 9.4f},
        {105.5f, 9.1f},
        {105.0f, 8.6f},
        {104.7f, 8.7f},
        {104.8f, 9.6f},
        {105.0f, 10.0f},
        {104.5f, 10.4f},
        // the western border back to the north
        {105.1f, 10.9f},
        {105.8f, 11.0f},
        {105.9f, 11.6f},
        {106.5f, 11.7f},
        {107.4f, 12.3f},
        {107.5f, 13.3f},
        {107.4f, 14.4f},
        {107.6f, 15.0f},
        {107.2f, 15.8f},
        {106.7f, 16.4f},
        {106.3f, 17.2f},
        {105.6f, 17.9f},
        {105.1f, 18.6f},
        {104.1f, 19.0f},
        {103.9f, 19.4f},
        {104.6f, 19.7f},
        {104.9f, 20.0f},
        {104.4f, 20.5f},
        {104.5f, 20.8f},
        {103.7f, 20.8f},
        {103.1f, 20.9f},
        {102.9f, 21.6f},
        {102.4f, 22.1f},
    };
}

std::vector<GeoPoint> sea_outline() {
    return {{100.5f, 12.6f}, {102.4f, 12.0f}, {103.1f, 10.9f}, {104.0f, 10.5f}, {105.2f, 11.2f},
            {107.6f, 12.6f}, {107.9f, 15.0f}, {106.4f, 17.2f}, {105.0f, 19.0f}, {105.8f, 20.6f},
            {107.6f, 21.6f}, {109.0f, 21.6f}, {109.7f, 21.5f}, {110.0f, 20.6f}, {110.5f, 21.3f},
            {113.0f, 22.3f}, {117.5f, 23.2f}, {117.5f, 7.0f},  {100.5f, 7.0f}};
}

std::vector<Island> islands() {
    return {{{104.0f, 10.2f}, 2.4f}, {{106.6f, 8.7f}, 1.2f},  {{109.1f, 15.4f}, 1}, {{107.0f, 20.7f}, 1.6f},
            {{107.5f, 20.9f}, 1.3f}, {{107.8f, 21.1f}, 1.2f}, {{107.7f, 20.1f}, 1}, {{107.3f, 17.2f}, 1},
            {{108.9f, 10.5f}, 1},    {{109.4f, 12.5f}, 1}};
}

std::vector<Archipelago> archipelagos() {
    return {{"Hoàng Sa",
             "Đà Nẵng",
             {112.3f, 15.7f},
             {{111.6f, 16.5f}, {112.0f, 16.8f}, {112.4f, 16.9f}, {111.8f, 16.1f}, {112.7f, 16.6f}}},
            {"Trường Sa",
             "Khánh Hòa",
             {113.2f, 8.4f},
             {{111.9f, 9.4f},
              {112.9f, 9.7f},
              {113.8f, 10.2f},
              {114.3f, 11.2f},
              {114.4f, 9.9f},
              {113.0f, 9.3f},
              {115.0f, 9.6f},
              {115.3f, 10.5f}}}};
}

std::optional<std::vector<Rect>> spread(std::vector<Rect> wanted, const std::vector<Rect>& taken, const Rect& bounds,
                                        float gap) {
    for (Rect& rect : wanted)
        keep_inside(rect, bounds);
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::optional<std::vector<Rect>> best;
    float shortest = 0;
    const auto attempt = [&] {
        for (const float wider : {0.8f, 1.2f, 1.8f, 2.5f}) {
            auto placed = one_by_one(wanted, order, taken, bounds, gap, wider);
            const float way = placed ? distance(wanted, *placed) : 0;
            if (!placed || (best && way >= shortest)) continue;
            best = std::move(placed);
            shortest = way;
        }
    };
    attempt();
    const auto south = [&](std::size_t a, std::size_t b) { return wanted[a].y < wanted[b].y; };
    const auto east = [&](std::size_t a, std::size_t b) { return wanted[a].x < wanted[b].x; };
    std::stable_sort(order.begin(), order.end(), south);
    attempt();
    std::reverse(order.begin(), order.end());
    attempt();
    std::stable_sort(order.begin(), order.end(), east);
    attempt();
    std::reverse(order.begin(), order.end());
    attempt();
    return best;
}

} // namespace ocop::kiosk
