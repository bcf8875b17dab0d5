#include "kiosk/ui/scroll_list.h"

#include "kiosk/ui/ui.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

constexpr float slop_mm = 3;
constexpr float friction_seconds = 0.325f; // 0.95 per frame at 60 Hz
constexpr float slowest = 12;              // px/s: below this it stands still
constexpr float fastest = 8000;            // px/s
constexpr float least_fling = 50;          // px/s
constexpr float return_seconds = 0.08f;    // time constant of the rubber band's way back

float along(ScrollAxis axis, Point point) {
    return axis == ScrollAxis::vertical ? point.y : point.x;
}
float across(ScrollAxis axis, Point point) {
    return axis == ScrollAxis::vertical ? point.x : point.y;
}

// Beyond an end the content follows the finger less and less, never more than `band`.
float rubber(float position, float last, float band) {
    const auto give = [band](float beyond) { return band * (1 - 1 / (beyond / band + 1)); };
    if (position < 0) return -give(-position);
    if (position > last) return last + give(position - last);
    return position;
}

void drag(Ui& ui, ScrollState& state, ScrollAxis axis, float last, float band, float seconds) {
    const Point pointer = ui.pointer().position;
    if (!state.dragging) {
        const Point from = ui.targets().press_position();
        const float moved_along = std::abs(along(axis, pointer) - along(axis, from));
        const float moved_across = std::abs(across(axis, pointer) - across(axis, from));
        const float slop = std::max(ui.px(motion::drag_slop), ui.scale().mm(slop_mm));
        if (ui.targets().press_taken() || moved_along <= slop || moved_along < moved_across) return;
        ui.targets().take_press();
        state.dragging = true;
        state.goal.reset();
        state.drag_from_position = state.position;
        state.drag_from_pointer = along(axis, from);
        state.last_pointer = along(axis, from);
        state.velocity = 0;
    }
    const float here = along(axis, pointer);
    const float speed = (state.last_pointer - here) / seconds;
    if (here != state.last_pointer || seconds > 0.1f) // a pause before release ends the fling
        state.velocity = std::clamp(state.velocity * 0.4f + speed * 0.6f, -fastest, fastest);
    else
        state.velocity *= 0.7f;
    state.last_pointer = here;
    state.position = rubber(state.drag_from_position + state.drag_from_pointer - here, last, band);
}

void glide(Ui& ui, ScrollState& state, float last, float band, float seconds) {
    const bool beyond = state.position < 0 || state.position > last;
    if (state.goal) {
        state.position = *state.goal + (state.position - *state.goal) * std::exp(-seconds / return_seconds);
        if (std::abs(state.position - *state.goal) < 1 || ui.reduced_motion()) {
            state.position = *state.goal;
            state.goal.reset();
        }
    } else if (beyond) {
        const float end = state.position < 0 ? 0 : last;
        state.velocity = 0;
        state.position = end + (state.position - end) * std::exp(-seconds / return_seconds);
        if (std::abs(state.position - end) < 0.5f || ui.reduced_motion()) state.position = end;
    } else if (state.velocity != 0) {
        if (ui.reduced_motion()) state.velocity = 0;
        state.position = std::clamp(state.position + state.velocity * seconds, -band, last + band);
        state.velocity *= std::exp(-seconds / friction_seconds);
        if (std::abs(state.velocity) < slowest) state.velocity = 0;
    }
    if (state.velocity != 0 || state.goal || state.position < 0 || state.position > last)
        ui.request_frames_until({ui.now().milliseconds + 1});
}

void step(Ui& ui, std::string_view name, ScrollState& state, ScrollAxis axis, float last) {
    const float band = ui.px(motion::rubber_band);
    const auto passed = std::clamp<std::int64_t>(ui.now().milliseconds - state.last_frame.milliseconds, 1, 33);
    const float seconds = static_cast<float>(passed) / 1000;
    state.last_frame = ui.now();
    const bool mine = ui.targets().press_in_scroll_area(name);
    if (mine && ui.pointer().pressed && std::abs(state.velocity) > least_fling) {
        state.velocity = 0; // a press during a fling only stops it
        ui.targets().take_press();
        state.dragging = true;
        state.drag_from_position = state.position;
        state.drag_from_pointer = state.last_pointer = along(axis, ui.pointer().position);
        return;
    }
    if (mine && ui.pointer().down) {
        drag(ui, state, axis, last, band, seconds);
        return;
    }
    if (state.dragging) {
        state.dragging = false;
        if (std::abs(state.velocity) < least_fling) state.velocity = 0;
    }
    glide(ui, state, last, band, seconds);
}

// Where in the content this is: a thin bar while it moves, gone soon after.
void position_hint(Ui& ui, const Rect& viewport, const ScrollState& state, ScrollAxis axis) {
    constexpr std::int64_t shown_for = 900;
    constexpr std::int64_t fading = 300;
    const auto age = ui.now().milliseconds - state.moved_at.milliseconds;
    if (state.content <= state.viewport || age >= shown_for) return;
    if (age < shown_for - fading)
        ui.wake_at({state.moved_at.milliseconds + shown_for - fading});
    else
        ui.request_frames_until({state.moved_at.milliseconds + shown_for + 1});
    const float opacity = std::min(1.0f, static_cast<float>(shown_for - age) / static_cast<float>(fading));
    const float length = std::max(ui.px(48), state.viewport * state.viewport / state.content);
    const float share = std::clamp(state.position / (state.content - state.viewport), 0.0f, 1.0f);
    const float from = (state.viewport - length) * share;
    const float width = ui.px(8);
    const Rect bar = axis == ScrollAxis::vertical
                         ? Rect{viewport.right() - width - ui.px(2), viewport.y + from, width, length}
                         : Rect{viewport.x + from, viewport.bottom() - width - ui.px(2), length, width};
    ui.canvas().fill(bar, ui.colours().line_strong.with_alpha(0.8f * opacity), width / 2);
}

} // namespace

void scroll_area(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, float content_length,
                 const std::function<void(const Rect& content)>& draw, ScrollAxis axis) {
    const bool vertical = axis == ScrollAxis::vertical;
    // What stands beside the content depends on whether it scrolls.
    if (std::abs(state.content - content_length) > 0.5f) ui.request_frames_until({ui.now().milliseconds + 1});
    state.content = content_length;
    state.viewport = vertical ? viewport.h : viewport.w;
    const float last = std::max(0.0f, content_length - state.viewport);
    ui.targets().scroll_area(name, intersection(viewport, ui.canvas().clip_rect()), last > 1);
    const float before = state.position;
    step(ui, name, state, axis, last);
    if (state.position != before) state.moved_at = ui.now();
    if (!state.dragging && state.velocity == 0 && state.position > last && content_length <= state.viewport)
        state.position = last;
    const float offset = std::round(state.position);
    const auto clip = ui.canvas().clip(viewport);
    draw(vertical ? Rect{viewport.x, viewport.y - offset, viewport.w, content_length}
                  : Rect{viewport.x - offset, viewport.y, content_length, viewport.h});
    ui.targets().end_scroll_area();
    position_hint(ui, viewport, state, axis);
}

void scroll_grid(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, const ScrollGrid& grid,
                 const std::function<void(int index, const Rect& cell)>& draw) {
    const int row_count = (grid.count + grid.columns - 1) / grid.columns;
    const float pitch = grid.cell_height + grid.gap_y;
    const float length = std::max(0.0f, static_cast<float>(row_count) * pitch - grid.gap_y);
    scroll_area(ui, name, viewport, state, length, [&](const Rect& content) {
        if (pitch <= 0) return;
        const int first = std::max(0, static_cast<int>(std::floor((viewport.y - content.y) / pitch)));
        const int beyond = std::min(row_count, static_cast<int>(std::ceil((viewport.bottom() - content.y) / pitch)));
        for (int row = first; row < beyond; ++row) {
            const Rect line{content.x, content.y + static_cast<float>(row) * pitch, content.w, grid.cell_height};
            const auto cells = columns(line, grid.columns, grid.gap_x);
            for (int column = 0; column < grid.columns && row * grid.columns + column < grid.count; ++column)
                draw(row * grid.columns + column, cells[static_cast<std::size_t>(column)]);
        }
    });
}

void scroll_list(Ui& ui, std::string_view name, const Rect& viewport, ScrollState& state, const ScrollRows& rows,
                 const std::function<void(int index, const Rect& row)>& draw) {
    scroll_grid(ui, name, viewport, state, {rows.count, 1, rows.height, 0, rows.gap}, draw);
}

void scroll_page(ScrollState& state, int direction) {
    const float last = std::max(0.0f, state.content - state.viewport);
    state.velocity = 0;
    state.goal = std::clamp(state.position + static_cast<float>(direction) * state.viewport * 0.85f, 0.0f, last);
}

void scroll_into_view(ScrollState& state, float begin, float end) {
    state.velocity = 0;
    if (end > state.position + state.viewport) state.position = end - state.viewport;
    if (begin < state.position) state.position = begin;
    state.position = std::max(0.0f, state.position);
}

} // namespace ocop::kiosk
