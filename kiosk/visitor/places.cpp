#include "kiosk/visitor/places.h"

#include "kiosk/visitor/area_panel.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/map_picture.h"
#include "kiosk/visitor/page_parts.h"
#include "kiosk/visitor/province_map.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ocop::kiosk {

namespace {

struct Pin {
    std::string name;
    int count = 0;
    Point at; // where it lies
};

// One for each province of today that something comes from and that the map knows.
std::vector<Pin> pins_of(const VisitorView& view, const Rect& map) {
    std::map<std::string, int> counts;
    for (const ProductView& product : view.products())
        ++counts[product.place->province];
    std::vector<Pin> pins;
    for (const auto& [name, count] : counts)
        if (const auto at = province_position(name)) pins.push_back({name, count, on_map(*at, map)});
    return pins;
}

float disc_size(const Ui& ui) {
    return ui.target_size(64);
}

// Around each pin, with its name or with the count alone.
std::vector<Rect> wanted_rects(Ui& ui, const std::vector<Pin>& pins, bool with_names) {
    std::vector<Rect> rects;
    for (const Pin& pin : pins) {
        const float size = disc_size(ui);
        const float name = with_names ? ui.canvas().text_width(TextRole::B4, pin.name) + ui.px(8 + 20) : 0;
        rects.push_back({std::round(pin.at.x - size / 2), std::round(pin.at.y - size / 2), size + name, size});
    }
    return rects;
}

// A count on a disc, its name beside it; the chosen one dark.
bool draw_pin(Ui& ui, const Pin& pin, const Rect& rect, bool named, bool chosen) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string label = pin.name + " · " + std::to_string(pin.count);
    const Tap tap = ui.tap_target("pin/" + pin.name, TargetRole::button, rect, label);
    const Colour ground = chosen ? colours.pine_9 : mix(colours.surface, colours.pine_1, tap.pressed);
    canvas.fill(rect, ground, rect.h / 2);
    canvas.stroke(rect, chosen ? colours.hoe_5 : colours.line_strong, ui.px(chosen ? 4 : 2), rect.h / 2);
    Rect inner = rect;
    const Rect disc = cut_left(inner, rect.h, ui.px(8));
    const Rect face = inset(disc, ui.px(6));
    canvas.fill(face, chosen ? colours.son_7 : colours.pine_7, face.h / 2);
    canvas.text(TextRole::B3, disc, std::to_string(pin.count), colours.white, Align::centre);
    if (named) canvas.text(TextRole::B4, inner, pin.name, chosen ? colours.white : colours.ink);
    if (tap.focused) ui.focus_ring(rect, rect.h / 2);
    return tap.tapped;
}

// Keeps the places found for the same pins in the same bounds.
const PlacedPins& place_pins(Ui& ui, Session& session, const std::vector<Pin>& pins, const Rect& bounds,
                             const std::vector<Rect>& written) {
    auto wanted = wanted_rects(ui, pins, true);
    if (session.pins.bounds == bounds && session.pins.wanted == wanted) return session.pins;
    const float gap = std::max(ui.px(9), ui.scale().mm(2));
    auto placed = spread(wanted, written, bounds, gap);
    const bool named = placed.has_value();
    if (!placed) placed = spread(wanted_rects(ui, pins, false), written, bounds, gap);
    session.pins = {bounds, std::move(wanted), placed.value_or(std::vector<Rect>{}), named};
    return session.pins;
}

void draw_pins(Ui& ui, const VisitorContext& context, Session& session, const Rect& bounds,
               const std::vector<Rect>& written, Intents& intents) {
    const auto pins = pins_of(context.view, bounds);
    const PlacedPins& found = place_pins(ui, session, pins, bounds, written);
    if (found.placed.empty()) return;
    const auto& colours = ui.colours();
    for (std::size_t i = 0; i < pins.size(); ++i) {
        const Rect& rect = found.placed[i];
        const Point disc{rect.x + rect.h / 2, rect.centre_y()};
        if (std::hypot(disc.x - pins[i].at.x, disc.y - pins[i].at.y) < ui.px(10)) continue;
        ui.canvas().line(pins[i].at, disc, colours.pine_7, ui.px(2));
        ui.canvas().disc(pins[i].at, ui.px(5), colours.pine_7);
    }
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (!draw_pin(ui, pins[i], found.placed[i], found.named, session.open_area == pins[i].name)) continue;
        if (context.view.find_area(pins[i].name) != nullptr)
            intents.emplace_back(ShowArea{pins[i].name});
        else
            intents.emplace_back(OpenList{}); // everything is from this one province
    }
}

void draw_map(Ui& ui, const VisitorContext& context, Session& session, const Rect& area, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float head = ui.px(32) + ui.target_size(64) + ui.px(space::m);
    const float foot = canvas.line_height(TextRole::T4) + ui.px(space::l);
    const Rect map = inset(area, ui.px(space::m), head, ui.px(space::m), foot);
    const auto written = map_picture(ui, area, map);
    draw_pins(ui, context, session, map, written, intents);
    const Rect note{area.x + ui.px(40), area.bottom() - foot, area.w - ui.px(80), foot - ui.px(space::xs)};
    canvas.text(TextRole::T4, note, ui.text("visitor.places.not_to_scale"), colours.ink);
    const float right = back_button(ui, session, "places.back", intents) + ui.px(space::m);
    const std::string& which = ui.text("visitor.places.provinces");
    const float width = canvas.text_width(TextRole::M3, which) + ui.px(28 + 12 + 2 * 24);
    if (right + width > area.right()) return;
    Rect plate{right, ui.px(32), width, ui.target_size(64)};
    canvas.fill(plate, colours.surface, ui.px(radius::button));
    if (ui.high_contrast()) canvas.stroke(plate, colours.ink, ui.px(colours.border), ui.px(radius::button));
    plate = inset(plate, ui.px(24), 0);
    canvas.icon(Icon::pin, cut_left(plate, ui.px(28), ui.px(12)), colours.pine_7);
    canvas.text(TextRole::M3, plate, which, colours.ink);
}

} // namespace

void draw_places(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    Rect screen = ui.screen();
    screen.h -= bottom_bar_height(ui);
    const bool portrait = ui.scale().portrait();
    const Rect map = portrait ? cut_top(screen, std::round(screen.h * 0.52f))
                              : cut_left(screen, std::round(ui.screen().w * 1180 / 1920));
    draw_map(ui, context, session, map, intents);
    const float margin = portrait ? ui.scale().margin() : ui.px(48);
    const Rect side = inset(screen, margin, ui.px(portrait ? 28 : 40), margin, ui.px(space::l));
    const Area* area = session.open_area ? context.view.find_area(*session.open_area) : nullptr;
    if (area != nullptr)
        area_panel(ui, context, session, *area, side, intents);
    else
        area_list(ui, context, session, side, intents);
}

} // namespace ocop::kiosk
