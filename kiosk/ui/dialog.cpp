#include "kiosk/ui/dialog.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ocop::kiosk {

namespace {

constexpr float dialog_width = 720;

void ground(Ui& ui, const Rect& rect, Corners corners = {}) {
    ui.canvas().shadow(rect, ShadowKind::dialog);
    ui.canvas().fill(rect, ui.colours().surface, ui.px(radius::hero_button), corners);
    if (ui.high_contrast()) ui.canvas().stroke(rect, ui.colours().ink, ui.px(4), ui.px(radius::hero_button));
}

} // namespace

Rect dialog_frame(Ui& ui, float width, float height, Monotonic opened_at) {
    const float shown = ease_out(ui.progress(opened_at, motion::sheet_in));
    ui.scrim(shown);
    Rect rect = centre(ui.screen(), std::min(width, ui.screen().w - 2 * ui.px(32)),
                       std::min(height, ui.screen().h - 2 * ui.px(32)));
    rect.y += std::round((1 - shown) * ui.px(motion::page_rise));
    ground(ui, rect);
    return inset(rect, ui.px(40), ui.px(36));
}

std::optional<DialogAnswer> dialog(Ui& ui, std::string_view name, const DialogSpec& spec, Monotonic opened_at) {
    Canvas& canvas = ui.canvas();
    const Palette& c = ui.colours();
    const float width = std::min(ui.px(dialog_width), ui.screen().w - 2 * ui.px(32));
    const float room_width = width - 2 * ui.px(40);
    const float icon = spec.icon == Icon::none ? 0 : ui.px(64) + ui.px(16);
    const float title = canvas.paragraph_height(TextRole::S1, room_width, spec.title);
    const float sentence = canvas.paragraph_height(TextRole::T2, room_width, spec.sentence);
    const float buttons = ui.target_size(88, TargetRole::commit);
    const float height = icon + title + ui.px(12) + sentence + ui.px(32) + buttons + 2 * ui.px(36);
    Rect room = dialog_frame(ui, width, height, opened_at);
    if (icon > 0) {
        const float size = ui.px(64);
        const Rect place = cut_top(room, size, ui.px(16));
        canvas.icon(spec.icon, {place.x, place.y, size, size}, spec.destructive ? c.son_7 : c.pine_7);
    }
    canvas.paragraph(TextRole::S1, cut_top(room, title, ui.px(12)), spec.title, c.ink);
    canvas.paragraph(TextRole::T2, cut_top(room, sentence, ui.px(32)), spec.sentence, c.ink_2);
    std::optional<DialogAnswer> answer;
    const auto halves = columns(cut_top(room, buttons), 2, ui.px(16));
    ButtonSpec safe;
    safe.look = ButtonLook::secondary;
    safe.role = TargetRole::commit;
    if (button(ui, std::string(name) + "/safe", halves[0], spec.safe, safe) || ui.key(Key::escape))
        answer = DialogAnswer::safe;
    ButtonSpec doing;
    doing.look = spec.destructive ? ButtonLook::destructive_fill : ButtonLook::primary;
    doing.role = TargetRole::commit;
    doing.guarded = true;
    if (button(ui, std::string(name) + "/do", halves[1], spec.doing, doing)) answer = DialogAnswer::doing;
    return answer;
}

Sheet sheet_frame(Ui& ui, std::string_view name, std::string_view title, float portrait_height, Monotonic opened_at) {
    const float shown = ease_out(ui.progress(opened_at, motion::sheet_in));
    ui.scrim(shown);
    const Rect screen = ui.screen();
    const bool portrait = ui.scale().portrait();
    Rect rect;
    if (portrait) {
        const float height = std::min(portrait_height, screen.h - ui.px(96));
        rect = {0, screen.h - std::round(height * shown), screen.w, height};
    } else {
        const float width = std::min(ui.px(602), screen.w);
        rect = {screen.w - std::round(width * shown), 0, width, screen.h};
    }
    Sheet sheet;
    const Rect beside = portrait ? Rect{0, 0, screen.w, screen.h - rect.h} : Rect{0, 0, screen.w - rect.w, screen.h};
    const std::string close_name = std::string(name) + "/close";
    sheet.closed =
        ui.tap_target(std::string(name) + "/beside", TargetRole::surface, beside, ui.text("ui.close")).tapped;
    ground(ui, rect, portrait ? Corners::top() : Corners::left());
    Rect room = inset(rect, ui.px(32), ui.px(28));
    const float size = ui.target_size(64);
    Rect head = cut_top(room, size, ui.px(16));
    if (icon_button(ui, close_name, cut_right(head, size, ui.px(16)), Icon::cross, ui.text("ui.close")))
        sheet.closed = true;
    ui.canvas().text(TextRole::S1, head, title, ui.colours().ink);
    if (ui.key(Key::escape)) sheet.closed = true;
    sheet.room = room;
    return sheet;
}

} // namespace ocop::kiosk
