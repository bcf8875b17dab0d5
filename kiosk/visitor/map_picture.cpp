#include "kiosk/visitor/map_picture.h"

#include "kiosk/visitor/province_map.h"

#include <algorithm>
#include <array>
#include <string>

namespace ocop::kiosk {

namespace {

constexpr std::array<GeoPoint, 9> hills{{{103.3f, 21.9f},
                                         {103.9f, 21.6f},
                                         {104.8f, 21.9f},
                                         {105.5f, 22.9f},
                                         {104.7f, 19.5f},
                                         {106.3f, 17.6f},
                                         {107.6f, 15.3f},
                                         {108.0f, 13.4f},
                                         {108.3f, 12.2f}}};
constexpr std::array<GeoPoint, 10> waves{{{108.7f, 20.4f},
                                          {107.7f, 18.9f},
                                          {109.8f, 18.0f},
                                          {110.5f, 14.3f},
                                          {112.8f, 13.2f},
                                          {110.4f, 11.8f},
                                          {108.8f, 9.3f},
                                          {103.4f, 9.4f},
                                          {114.6f, 18.6f},
                                          {110.6f, 9.0f}}};

std::vector<Point> placed(const std::vector<GeoPoint>& outline, const Rect& map) {
    std::vector<Point> points;
    for (const GeoPoint& point : outline)
        points.push_back(on_map(point, map));
    return points;
}

void draw_hill(Ui& ui, Point foot, Colour colour) {
    const float wide = ui.px(26);
    const float high = ui.px(26);
    ui.canvas().bezier({foot.x - wide, foot.y}, {foot.x - wide * 0.4f, foot.y - high * 1.35f},
                       {foot.x + wide * 0.4f, foot.y - high * 1.35f}, {foot.x + wide, foot.y}, colour, ui.px(4));
}

void draw_wave(Ui& ui, Point middle, Colour colour) {
    const float wide = ui.px(16);
    const float high = ui.px(9);
    for (const float side : {-1.0f, 1.0f})
        ui.canvas().bezier({middle.x + side * wide - wide, middle.y},
                           {middle.x + side * wide - wide * 0.3f, middle.y - side * high},
                           {middle.x + side * wide + wide * 0.3f, middle.y - side * high},
                           {middle.x + side * wide + wide, middle.y}, colour, ui.px(3));
}

} // namespace

std::vector<Rect> map_picture(Ui& ui, const Rect& area, const Rect& map) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto clip = canvas.clip(area);
    const Colour shore = mix(colours.pine_1, colours.pine_7, 0.45f);
    const Colour water = mix(colours.indigo_1, colours.indigo_6, 0.35f);
    canvas.fill(area, colours.sunken); // the neighbours' land
    auto sea = placed(sea_outline(), map);
    for (Point& point : sea) { // as far as the area reaches
        if (point.x > map.right() - 1) point.x = area.right() + ui.px(40);
        if (point.y > map.bottom() - 1) point.y = area.bottom() + ui.px(40);
        if (point.x < map.x + 1) point.x = area.x - ui.px(40);
    }
    canvas.polygon(sea, colours.indigo_1);
    for (const GeoPoint& wave : waves)
        draw_wave(ui, on_map(wave, map), water);
    const auto land = placed(country_outline(), map);
    canvas.polygon(land, colours.pine_1);
    canvas.polyline(land, shore, ui.px(4), true);
    for (const GeoPoint& hill : hills)
        draw_hill(ui, on_map(hill, map), shore);
    const float dot = ui.px(5);
    for (const Island& island : islands()) {
        canvas.disc(on_map(island.at, map), dot * island.size + ui.px(2), shore);
        canvas.disc(on_map(island.at, map), dot * island.size, colours.pine_1);
    }
    std::vector<Rect> written;
    for (const Archipelago& group : archipelagos()) {
        for (const GeoPoint& island : group.islands) {
            const Point at = on_map(island, map);
            canvas.disc(at, dot + ui.px(2), shore);
            canvas.disc(at, dot, colours.pine_1);
            written.push_back({at.x - 2 * dot, at.y - 2 * dot, 4 * dot, 4 * dot});
        }
        const std::string name = std::string(group.name) + " (" + std::string(group.province) + ")";
        const float width = canvas.text_width(TextRole::T4, name);
        const float height = canvas.line_height(TextRole::T4);
        const Point at = on_map(group.label, map);
        Rect label{at.x - width / 2, at.y - height / 2, width, height};
        label.x = std::min(label.x, area.right() - width - ui.px(space::m));
        canvas.text(TextRole::T4, label, name, colours.ink);
        written.push_back(label);
    }
    return written;
}

} // namespace ocop::kiosk
