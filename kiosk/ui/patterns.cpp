#include "kiosk/ui/patterns.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace ocop::kiosk {

namespace {

// Calls `draw` for those points of a lattice over `rect` whose cell can be seen; odd rows are shifted by half a step.
struct Lattice {
    float step_x;
    float step_y;
    float phase;
    bool shifted;
};
void over_lattice(Ui& ui, const Rect& rect, const Lattice& lattice,
                  const std::function<void(Point middle, int column, int row)>& draw) {
    const Rect seen = inset(ui.canvas().clip_rect(), -lattice.step_x, -lattice.step_y);
    const int row_count = static_cast<int>(rect.h / lattice.step_y) + 3;
    const int column_count = static_cast<int>(rect.w / lattice.step_x) + 3;
    for (int row = 0; row < row_count; ++row)
        for (int column = 0; column < column_count; ++column) {
            const float offset = lattice.shifted && row % 2 == 1 ? 0.5f : 0.0f;
            const Point middle{rect.x + (static_cast<float>(column) - 1 + offset + lattice.phase) * lattice.step_x,
                               rect.y + (static_cast<float>(row) - 1 + lattice.phase) * lattice.step_y};
            if (seen.contains(middle)) draw(middle, column, row);
        }
}

std::vector<Point> ellipse(Point middle, float long_radius, float short_radius, float angle) {
    std::vector<Point> points;
    for (int i = 0; i < 12; ++i) {
        const float turn = 2 * pi * static_cast<float>(i) / 12;
        const float along = long_radius * std::cos(turn);
        const float across = short_radius * std::sin(turn);
        points.push_back({middle.x + along * std::cos(angle) - across * std::sin(angle),
                          middle.y + along * std::sin(angle) + across * std::cos(angle)});
    }
    return points;
}

void grains(Ui& ui, const Rect& rect, Colour colour, float phase) {
    over_lattice(ui, rect, {ui.px(54), ui.px(45), phase, true}, [&](Point middle, int column, int row) {
        const float angle = (column + row) % 2 == 0 ? 0.9f : -0.9f;
        ui.canvas().convex(ellipse(middle, ui.px(14), ui.px(6), angle), colour);
    });
}

void waves(Ui& ui, const Rect& rect, Colour colour, float phase) {
    const float step = ui.px(46);
    const float length = ui.px(112);
    const Rect seen = ui.canvas().clip_rect();
    for (float y = rect.y - step * phase; y < rect.bottom() + step; y += step) {
        if (y + step < seen.y || y - step > seen.bottom()) continue;
        std::vector<Point> points;
        const bool shifted = std::fmod(std::round((y - rect.y) / step), 2.0f) != 0;
        for (float x = rect.x - ui.px(8); x <= rect.right() + ui.px(16); x += ui.px(8))
            points.push_back(
                {x, y + ui.px(11) * std::sin((x - rect.x) / length * 2 * pi + phase * 6 + (shifted ? pi : 0))});
        ui.canvas().polyline(points, colour, ui.px(4));
    }
}

void leaves(Ui& ui, const Rect& rect, Colour colour, float phase) {
    const float w = ui.px(17);
    const float h = ui.px(24);
    over_lattice(ui, rect, {ui.px(58), ui.px(92), phase, true}, [&](Point m, int, int) {
        const Point top{m.x, m.y - h};
        const Point bottom{m.x, m.y + h * 0.8f};
        ui.canvas().bezier(top, {m.x + w * 1.4f, m.y - h * 0.3f}, {m.x + w * 1.1f, m.y + h * 0.8f}, bottom, colour,
                           ui.px(3));
        ui.canvas().bezier(top, {m.x - w * 1.4f, m.y - h * 0.3f}, {m.x - w * 1.1f, m.y + h * 0.8f}, bottom, colour,
                           ui.px(3));
        ui.canvas().line({m.x, m.y - h * 0.2f}, {m.x, m.y + h * 1.6f}, colour, ui.px(3));
    });
}

void weave(Ui& ui, const Rect& rect, Colour colour, float phase) {
    over_lattice(ui, rect, {ui.px(36), ui.px(36), phase, false}, [&](Point m, int column, int row) {
        const bool lying = (column + row) % 2 == 0;
        const float half_long = ui.px(17);
        const float half_short = ui.px(7);
        const Rect bar = lying ? Rect{m.x - half_long, m.y - half_short, 2 * half_long, 2 * half_short}
                               : Rect{m.x - half_short, m.y - half_long, 2 * half_short, 2 * half_long};
        ui.canvas().fill(bar, colour, ui.px(5));
    });
}

void flowers(Ui& ui, const Rect& rect, Colour colour, float phase) {
    over_lattice(ui, rect, {ui.px(72), ui.px(66), phase, true}, [&](Point middle, int, int) {
        for (int petal = 0; petal < 5; ++petal) {
            const float angle = -pi / 2 + 2 * pi * static_cast<float>(petal) / 5;
            const float reach = ui.px(15);
            ui.canvas().convex(ellipse({middle.x + reach * std::cos(angle), middle.y + reach * std::sin(angle)},
                                       ui.px(12), ui.px(7), angle),
                               colour);
        }
    });
}

void roofs(Ui& ui, const Rect& rect, Colour colour, float phase) {
    const float wide = ui.px(52);
    const float high = ui.px(30);
    over_lattice(ui, rect, {wide * 2, ui.px(62), phase, true}, [&](Point m, int, int) {
        for (const float down : {0.0f, ui.px(15)})
            ui.canvas().polyline({{m.x - wide, m.y + down + high}, {m.x, m.y + down}, {m.x + wide, m.y + down + high}},
                                 colour, ui.px(4));
    });
}

} // namespace

Icon group_icon(const GroupCode& group) {
    const auto& code = group.text();
    if (code == "food") return Icon::bowl;
    if (code == "drink") return Icon::cup;
    if (code == "herbal") return Icon::herb;
    if (code == "craft") return Icon::weave;
    if (code == "ornamental") return Icon::flower;
    if (code == "tourism") return Icon::house;
    return Icon::leaf;
}

float phase_of(std::string_view id) {
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return static_cast<float>(hash % 997) / 997;
}

void draw_pattern(Ui& ui, const Rect& rect, Pattern pattern, Colour colour, float phase) {
    if (rect.empty()) return;
    const auto clip = ui.canvas().clip(rect);
    switch (pattern) {
    case Pattern::grains:
        return grains(ui, rect, colour, phase);
    case Pattern::waves:
        return waves(ui, rect, colour, phase);
    case Pattern::leaves:
        return leaves(ui, rect, colour, phase);
    case Pattern::weave:
        return weave(ui, rect, colour, phase);
    case Pattern::flowers:
        return flowers(ui, rect, colour, phase);
    case Pattern::roofs:
        return roofs(ui, rect, colour, phase);
    }
}

void group_field(Ui& ui, const Rect& rect, const GroupCode& group, std::string_view id, float corner_radius,
                 Corners corners) {
    const GroupLook look = group_look(group);
    const Palette& c = ui.colours();
    ui.canvas().fill(rect, ui.high_contrast() ? c.ink : look.colour, corner_radius, corners);
    if (ui.high_contrast()) return;
    for (const Rect& band : rounded_bands(rect, corner_radius, corners.top_left || corners.top_right,
                                          corners.bottom_left || corners.bottom_right)) {
        const auto clip = ui.canvas().clip(band);
        draw_pattern(ui, rect, look.pattern, look.tint, phase_of(id));
    }
}

void placeholder_picture(Ui& ui, const Rect& rect, const PlaceholderPicture& picture, float corner_radius,
                         Corners corners) {
    group_field(ui, rect, picture.group, picture.id, corner_radius, corners);
    const Palette& c = ui.colours();
    const GroupLook look = group_look(picture.group);
    const Icon icon = group_icon(picture.group);
    Canvas& canvas = ui.canvas();
    const bool small = rect.w < ui.px(120) || rect.h < ui.px(120);
    if (small) {
        const float size = std::min(rect.w, rect.h) * 0.5f;
        canvas.icon(icon, centre(rect, size, size), c.cream);
        return;
    }
    const float margin = std::min(ui.px(28), rect.h * 0.09f);
    const bool label = !picture.name.empty() && rect.h >= ui.px(220);
    const float disc = std::min(ui.px(48), rect.h * 0.17f);
    const Point middle =
        label ? Point{rect.x + margin + disc, rect.y + margin + disc} : Point{rect.centre_x(), rect.centre_y()};
    canvas.disc(middle, disc, c.cream);
    canvas.icon(icon, {middle.x - disc / 2, middle.y - disc / 2, disc, disc}, ui.high_contrast() ? c.ink : look.colour);
    if (!label) return;
    const TextRole name_role = rect.w >= ui.px(460) ? TextRole::S1 : TextRole::S3;
    const float room = rect.w - 2 * margin - 2 * ui.px(28);
    const float name_height = canvas.paragraph_height(name_role, room, picture.name, 2);
    const float line_height = picture.line.empty() ? 0 : canvas.line_height(TextRole::T4);
    Rect plate{rect.x + margin, 0, rect.w - 2 * margin, name_height + line_height + 2 * ui.px(18)};
    plate.y = rect.bottom() - margin - plate.h;
    canvas.fill(plate, c.cream, ui.px(radius::key));
    canvas.stroke(inset(plate, ui.px(6)), ui.high_contrast() ? c.ink : look.colour, ui.px(2), ui.px(radius::thumb));
    const Rect text = inset(plate, ui.px(28), ui.px(18));
    canvas.paragraph(name_role, {text.x, text.y, text.w, name_height}, picture.name, c.ink, {2, Align::left});
    canvas.text(TextRole::T4, {text.x, text.y + name_height, text.w, line_height}, picture.line, c.ink_2, Align::left,
                Fit::ellipsis);
}

void picture_or_placeholder(Ui& ui, const Rect& rect, const Picture& photo, const PlaceholderPicture& instead,
                            float corner_radius, Corners corners) {
    if (photo.ready())
        ui.canvas().image(photo, rect, corner_radius, 1, corners);
    else
        placeholder_picture(ui, rect, instead, corner_radius, corners);
}

std::string initials(std::string_view name) {
    std::vector<std::string> first_letters;
    bool at_start = true;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at + 1;
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
            ++end;
        const std::string_view letter = name.substr(at, end - at);
        if (letter == " ")
            at_start = true;
        else if (at_start) {
            first_letters.push_back(upper_case(letter));
            at_start = false;
        }
        at = end;
    }
    const std::size_t count = first_letters.size();
    if (count == 0) return {};
    return count == 1 ? first_letters[0] : first_letters[count - 2] + first_letters[count - 1];
}

void initials_picture(Ui& ui, const Rect& rect, std::string_view name, float corner_radius, Corners corners) {
    const Palette& c = ui.colours();
    ui.canvas().fill(rect, c.indigo_6, corner_radius, corners);
    const bool large = std::min(rect.w, rect.h) >= ui.px(160);
    const TextRole role = large ? TextRole::D2 : std::min(rect.w, rect.h) >= ui.px(64) ? TextRole::B2 : TextRole::B4;
    ui.canvas().text(role, rect, initials(name), c.cream, Align::centre);
}

} // namespace ocop::kiosk
