#include "kiosk/visitor/idle.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/progress.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

constexpr std::int64_t words_per_second = 3;

} // namespace

std::int64_t idle_limit(int words, TextSize text_size) {
    const std::int64_t reading = words * 1000 / words_per_second;
    const std::int64_t limit = std::max(idle_after, reading);
    return text_size == TextSize::normal ? limit : limit * 3 / 2;
}

void IdleWatch::observe(Ui& ui) {
    const Pointer& pointer = ui.pointer();
    const bool moved = !(pointer.position == before_.position);
    const bool keys = !ui.typed().empty() || ui.key(Key::enter) || ui.key(Key::escape) || ui.key(Key::tab) ||
                      ui.key(Key::backspace) || ui.key(Key::left) || ui.key(Key::right) || ui.key(Key::up) ||
                      ui.key(Key::down);
    if (!started_ || moved || pointer.down || pointer.pressed || pointer.released || keys) last_activity_ = ui.now();
    started_ = true;
    before_ = pointer;
}

IdleWatch::State IdleWatch::state(Ui& ui, std::int64_t limit) const {
    const std::int64_t asks_at = last_activity_.milliseconds + limit;
    const std::int64_t ends_at = asks_at + idle_answer;
    if (ui.now().milliseconds >= ends_at) return State::over;
    if (ui.now().milliseconds >= asks_at) return State::asking;
    ui.wake_at({asks_at});
    return State::active;
}

std::int64_t IdleWatch::time_left(Monotonic now, std::int64_t limit) const {
    return std::max<std::int64_t>(0, last_activity_.milliseconds + limit + idle_answer - now.milliseconds);
}

IdleAnswer draw_idle_question(Ui& ui, std::int64_t time_left, Monotonic asked_at, const std::string& sentence) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string& title = ui.text("visitor.idle.title");
    const float ring = ui.px(132);
    const float words_width =
        std::min(ui.px(720), ui.screen().w - ui.px(64)) - 2 * ui.px(40) - ring - ui.px(space::xxl);
    const float words = canvas.paragraph_height(TextRole::S1, words_width, title) + ui.px(space::xs) +
                        canvas.paragraph_height(TextRole::T2, words_width, sentence);
    const float head = std::max(ring, words);
    const float buttons = ui.target_size(88, TargetRole::commit);
    Rect room = dialog_frame(ui, ui.px(720), head + ui.px(space::xxl) + buttons + 2 * ui.px(36), asked_at);
    const bool anywhere =
        ui.tap_target("idle", TargetRole::surface, ui.window(), ui.text("visitor.idle.continue")).tapped;

    Rect top = cut_top(room, head, ui.px(space::xxl));
    const Rect ring_place = cut_left(top, ring, ui.px(space::xxl));
    const std::int64_t seconds = (time_left + 999) / 1000;
    countdown_ring(ui, centre(ring_place, ring, ring),
                   static_cast<float>(seconds * 1000) / static_cast<float>(idle_answer), std::to_string(seconds));
    const std::int64_t next = time_left % 1000;
    ui.wake_at({ui.now().milliseconds + (next == 0 ? 1000 : next)});
    float y = top.centre_y() - words / 2;
    y += canvas.paragraph(TextRole::S1, {top.x, y, top.w, 0}, title, colours.ink) + ui.px(space::xs);
    canvas.paragraph(TextRole::T2, {top.x, y, top.w, 0}, sentence, colours.ink_2);

    const auto halves = columns(cut_top(room, buttons), 2, ui.px(space::m));
    const bool over = button(ui, "idle.start_over", halves[0], ui.text("visitor.idle.start_over"),
                             {.look = ButtonLook::secondary, .role = TargetRole::commit});
    const bool stay =
        button(ui, "idle.continue", halves[1], ui.text("visitor.idle.continue"), {.role = TargetRole::commit});
    if (over) return IdleAnswer::start_over;
    return anywhere || stay ? IdleAnswer::continue_looking : IdleAnswer::none;
}

} // namespace ocop::kiosk
