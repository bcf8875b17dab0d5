#include "kiosk/ui/charts.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

double round_up_nicely(double value) {
    if (value <= 0) return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0})
        if (value <= step * power * 1.0000001) return step * power;
    return 10 * power;
}

void bar_chart(Ui& ui, const Rect& rect, const std::vector<Bar>& bars) {
    if (bars.empty()) return;
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const auto highest =
        std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    const double top = round_up_nicely(highest->value);
    const float label_line = canvas.line_height(TextRole::T4);
    Rect plot = inset(rect, 0, label_line, 0, label_line + ui.px(4));
    for (int i = 0; i <= 4; ++i) {
        const float y = std::round(plot.bottom() - plot.h * static_cast<float>(i) / 4);
        canvas.fill({plot.x, y, plot.w, i == 0 ? ui.px(2) : 1}, i == 0 ? c.line_strong : c.line);
    }
    const auto places = columns(plot, static_cast<int>(bars.size()), ui.px(10));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const float height = std::round(plot.h * static_cast<float>(bar.value / top));
        const bool peak = &bar == &*highest && bar.value > 0;
        const Rect body{places[i].x, plot.bottom() - height, places[i].w, height};
        canvas.fill(body, peak ? c.hoe_6 : c.indigo_6, ui.px(6), Corners::top());
        if (peak)
            canvas.text(TextRole::B4, {body.x - ui.px(30), body.y - label_line, body.w + ui.px(60), label_line},
                        bar.words, c.hoe_7, Align::centre);
        canvas.text(TextRole::T4,
                    {places[i].x - ui.px(8), plot.bottom() + ui.px(4), places[i].w + ui.px(16), label_line}, bar.label,
                    c.ink_2, Align::centre, Fit::ellipsis);
    }
}

void lying_bars(Ui& ui, const Rect& rect, const std::vector<GroupBar>& bars) {
    if (bars.empty()) return;
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    double top = 0;
    float words_width = 0;
    for (const GroupBar& bar : bars) {
        top = std::max(top, bar.value);
        words_width = std::max(words_width, canvas.text_width(TextRole::B4, bar.words));
    }
    const auto lines = rows(rect, static_cast<int>(bars.size()), ui.px(10));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const GroupBar& bar = bars[i];
        Rect line = lines[i];
        canvas.text(TextRole::B4, cut_right(line, words_width, ui.px(12)), bar.words, c.ink, Align::right);
        Rect label = cut_left(line, line.w * 0.38f, ui.px(12));
        if (bar.icon != Icon::none) {
            const float size = ui.px(24);
            canvas.icon(bar.icon, centre(cut_left(label, size, ui.px(10)), size, size), bar.colour);
        }
        canvas.text(TextRole::T4, label, bar.label, c.ink, Align::left, Fit::ellipsis);
        const float height = std::min(ui.px(28), line.h);
        const Rect track{line.x, line.centre_y() - height / 2, line.w, height};
        canvas.fill(track, c.sunken, ui.px(6));
        const float width = top > 0 ? std::round(track.w * static_cast<float>(bar.value / top)) : 0;
        if (width > 0) canvas.fill({track.x, track.y, std::max(width, ui.px(6)), track.h}, bar.colour, ui.px(6));
    }
}

} // namespace ocop::kiosk
