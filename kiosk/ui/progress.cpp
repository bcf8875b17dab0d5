#include "kiosk/ui/progress.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

void progress_bar(Ui& ui, const Rect& rect, float share, Colour fill) {
    const Palette& c = ui.colours();
    ui.canvas().fill(rect, c.sunken, rect.h / 2);
    if (ui.high_contrast()) ui.canvas().stroke(rect, c.ink, ui.px(2), rect.h / 2);
    const float width = std::round(rect.w * std::clamp(share, 0.0f, 1.0f));
    if (width > 0) ui.canvas().fill({rect.x, rect.y, std::max(width, rect.h), rect.h}, fill, rect.h / 2);
}

void skeleton(Ui& ui, const Rect& rect, float corner) {
    float opacity = 1;
    if (!ui.reduced_motion()) {
        const auto phase = static_cast<float>(ui.now().milliseconds % motion::skeleton) / motion::skeleton;
        opacity = 0.8f + 0.2f * std::cos(phase * 2 * pi);
        ui.request_frames_until({ui.now().milliseconds + 1});
    }
    ui.canvas().fill(rect, ui.colours().sunken.with_alpha(opacity), ui.px(corner));
}

void countdown_ring(Ui& ui, const Rect& square, float share, std::string_view words) {
    const Palette& c = ui.colours();
    const Point middle{square.centre_x(), square.centre_y()};
    const float outer = square.w / 2;
    const float thick = ui.px(8);
    ui.canvas().ring(middle, outer, c.sunken, thick);
    if (share > 0) ui.canvas().arc(middle, outer, 0, std::min(share, 1.0f), c.pine_7, thick);
    ui.canvas().text(square.w >= ui.px(112) ? TextRole::N2 : TextRole::B1, square, words, c.ink, Align::centre);
}

void slide_dots(Ui& ui, const Rect& rect, int count, int current) {
    const Palette& c = ui.colours();
    const float dot = ui.px(16);
    const float bar = ui.px(56);
    const float gap = ui.px(12);
    const float all = static_cast<float>(count - 1) * (dot + gap) + bar;
    float x = rect.right() - all;
    for (int i = 0; i < count; ++i) {
        const float width = i == current ? bar : dot;
        ui.canvas().fill({x, rect.centre_y() - dot / 2, width, dot}, i == current ? c.pine_7 : c.line, dot / 2);
        x += width + gap;
    }
}

Rect empty_state(Ui& ui, const Rect& rect, Icon icon, std::string_view sentence, std::string_view explanation,
                 Colour icon_colour) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float size = ui.px(56);
    const float width = std::min(rect.w, ui.px(760));
    const float sentence_height = canvas.paragraph_height(TextRole::S2, width, sentence);
    const float explanation_height = canvas.paragraph_height(TextRole::T3, width, explanation);
    const float action = ui.target_size(64) + ui.px(16);
    const float all = size + ui.px(16) + sentence_height + ui.px(4) + explanation_height + ui.px(16) + action;
    Rect column{std::round(rect.centre_x() - width / 2), std::max(rect.y, std::round(rect.centre_y() - all / 2)), width,
                all};
    canvas.icon(icon, cut_top(column, size, ui.px(16)), icon_colour, 1.6f);
    canvas.paragraph(TextRole::S2, cut_top(column, sentence_height, ui.px(4)), sentence, c.ink, {0, Align::centre});
    canvas.paragraph(TextRole::T3, cut_top(column, explanation_height, ui.px(16)), explanation, c.ink_2,
                     {0, Align::centre});
    return column;
}

} // namespace ocop::kiosk
