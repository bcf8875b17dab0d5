#include "kiosk/ui/charts.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

constexpr int grid_lines = 4;

// Draws the grid and its values; returns where values are plotted: its height stands for grid_step × 4.
Rect draw_grid(Ui& ui, const Rect& rect, double step, const GridWords& grid_words) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float line = canvas.line_height(TextRole::T4);
    const Rect plot = inset(rect, 0, line * 2, 0, line + ui.px(6));
    float widest = 0;
    for (int i = 0; i <= grid_lines; ++i) {
        const float y = std::round(plot.bottom() - plot.h * static_cast<float>(i) / grid_lines);
        canvas.fill({plot.x, y, plot.w, ui.px(2)}, i == 0 ? c.line_strong : c.sunken);
        if (i == 0) continue;
        const std::string words = grid_words(step * i);
        canvas.text(TextRole::T4, Point{plot.x, y - line}, words, c.ink_2);
        widest = std::max(widest, canvas.text_width(TextRole::T4, words));
    }
    return inset(plot, widest + ui.px(16), 0, 0, 0);
}

void draw_label(Ui& ui, const Rect& plot, float x, float room, std::string_view label) {
    const float line = ui.canvas().line_height(TextRole::T4);
    ui.canvas().text(TextRole::T4, {x - room / 2, plot.bottom() + ui.px(6), room, line}, label, ui.colours().ink_2,
                     Align::centre, Fit::ellipsis);
}

void dashed_line(Ui& ui, const std::vector<Point>& points, Colour colour) {
    const float dash = ui.px(12);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point from = points[i];
        const Point to = points[i + 1];
        const float length = std::max(1.0f, std::hypot(to.x - from.x, to.y - from.y));
        for (float at = 0; at < length; at += dash * 1.7f) {
            const float end = std::min(at + dash, length);
            const auto place = [&](float d) {
                return Point{from.x + (to.x - from.x) * d / length, from.y + (to.y - from.y) * d / length};
            };
            ui.canvas().line(place(at), place(end), colour, ui.px(3));
        }
    }
}

} // namespace

double grid_step(double highest) {
    if (highest <= 0) return 1;
    const double wanted = highest / grid_lines;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double round : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (wanted <= round * power * 1.0000001) return round * power;
    return 10 * power;
}

void bar_chart(Ui& ui, const Rect& rect, const std::vector<Bar>& bars, const GridWords& grid_words) {
    if (bars.empty()) return;
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const auto highest =
        std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    const double step = grid_step(highest->value);
    const Rect plot = draw_grid(ui, rect, step, grid_words);
    const auto places = columns(plot, static_cast<int>(bars.size()), 0);
    const float line = canvas.line_height(TextRole::B3);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const bool peak = &bar == &*highest && bar.value > 0;
        const float width = std::min(ui.px(72), std::round(places[i].w * 0.64f));
        const float height = std::round(plot.h * static_cast<float>(std::max(0.0, bar.value) / (step * grid_lines)));
        const Rect body{std::round(places[i].centre_x() - width / 2), plot.bottom() - height, width, height};
        canvas.fill(body, peak ? c.hoe_6 : c.indigo_6, ui.px(6), Corners::top());
        if (peak) {
            const float room = canvas.text_width(TextRole::B3, bar.words);
            canvas.text(TextRole::B3, {body.centre_x() - room / 2, body.y - line, room, line}, bar.words, c.ink,
                        Align::centre);
        }
        draw_label(ui, plot, body.centre_x(), places[i].w, bar.label);
    }
}

void line_chart(Ui& ui, const Rect& rect, const std::vector<std::string>& labels, const LineSeries& line,
                const LineSeries& compared, const GridWords& grid_words) {
    if (labels.empty()) return;
    double highest = 0;
    for (const auto* series : {&line, &compared})
        for (const double value : series->values)
            highest = std::max(highest, value);
    const double step = grid_step(highest);
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    float names = 0;
    for (const auto* series : {&line, &compared})
        names = std::max(names, canvas.text_width(TextRole::M5, series->name));
    const Rect plot = inset(draw_grid(ui, rect, step, grid_words), 0, 0, names + ui.px(20), 0);
    const auto places = columns(plot, static_cast<int>(labels.size()), 0);
    const auto points_of = [&](const LineSeries& series) {
        std::vector<Point> points;
        for (std::size_t i = 0; i < std::min(series.values.size(), places.size()); ++i)
            points.push_back({places[i].centre_x(),
                              plot.bottom() - plot.h * static_cast<float>(series.values[i] / (step * grid_lines))});
        return points;
    };
    const float name_height = canvas.line_height(TextRole::M5);
    const auto name_at = [&](float middle, const std::vector<Point>& points, const LineSeries& series, Colour colour) {
        if (points.empty()) return;
        canvas.text(TextRole::M5, {points.back().x + ui.px(14), middle - name_height / 2, names, name_height},
                    series.name, colour);
    };
    const auto before = points_of(compared);
    dashed_line(ui, before, c.line_strong);
    const auto now = points_of(line);
    canvas.polyline(now, c.indigo_6, ui.px(4));
    for (const Point point : now) {
        canvas.disc(point, ui.px(9), c.indigo_6);
        canvas.disc(point, ui.px(5), c.surface);
    }
    float now_at = now.empty() ? 0 : now.back().y;
    float before_at = before.empty() ? 0 : before.back().y;
    if (!now.empty() && !before.empty() && std::abs(now_at - before_at) < name_height) { // names side by side
        const float middle = (now_at + before_at) / 2;
        const float apart = now_at <= before_at ? name_height / 2 : -name_height / 2;
        now_at = middle - apart;
        before_at = middle + apart;
    }
    name_at(now_at, now, line, c.indigo_6);
    name_at(before_at, before, compared, c.ink_2);
    for (std::size_t i = 0; i < labels.size(); ++i)
        draw_label(ui, plot, places[i].centre_x(), places[i].w, labels[i]);
}

void lying_bars(Ui& ui, const Rect& rect, const std::vector<LyingBar>& bars) {
    if (bars.empty()) return;
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    double top = 0;
    float words_width = 0;
    for (const LyingBar& bar : bars) {
        top = std::max(top, bar.value);
        words_width = std::max(words_width, canvas.text_width(TextRole::B3, bar.words));
    }
    const auto lines = rows(rect, static_cast<int>(bars.size()), 0);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const LyingBar& bar = bars[i];
        const Colour colour = bar.colour.a == 0 ? ui.accent() : bar.colour;
        Rect line = lines[i];
        canvas.text(TextRole::B3, cut_right(line, words_width, ui.px(20)), bar.words, c.ink, Align::right);
        const Rect track_room = cut_right(line, line.w * 0.34f, ui.px(20));
        if (bar.icon != Icon::none) {
            const float size = ui.px(28);
            canvas.icon(bar.icon, centre(cut_left(line, size, ui.px(10)), size, size), colour);
        }
        canvas.text(TextRole::M3, line, bar.label, c.ink, Align::left, Fit::ellipsis);
        const float height = std::min(ui.px(16), track_room.h);
        const Rect track{track_room.x, std::round(track_room.centre_y() - height / 2), track_room.w, height};
        canvas.fill(track, c.sunken, ui.px(4));
        const float width = top > 0 ? std::round(track.w * static_cast<float>(bar.value / top)) : 0;
        if (width > 0) canvas.fill({track.x, track.y, std::max(width, ui.px(6)), track.h}, colour, ui.px(4));
    }
}

} // namespace ocop::kiosk
