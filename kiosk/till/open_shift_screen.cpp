#include "kiosk/till/screens.h"
#include "kiosk/till/shift_parts.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/dialog.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

// Where, who, which day, and the float.
float toggle_height(const Ui& ui) {
    return std::max(ui.px(60), ui.target_size(56, TargetRole::row));
}

void draw_summary(Ui& ui, const Rect& area, const StaffContext& context, const StaffSession& session,
                  StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, area);
    Rect inner = inset(area, ui.px(32), ui.px(20));
    const auto row = [&](const std::string& label, const std::string& value) {
        Rect line = cut_top(inner, ui.px(41));
        const float room = canvas.text_width(TextRole::T3, label);
        canvas.text(TextRole::T3, cut_left(line, room, ui.px(space::l)), label, colours.ink_2);
        canvas.text(TextRole::B3, line, value, colours.ink, Align::right, Fit::ellipsis);
    };
    row(ui.text("till.open.booth"), context.view.snapshot().booth.booth_name);
    row(ui.text("till.open.staff"), session.staff ? session.staff->name : std::string());
    const auto clock = context.clock();
    const bool wrong = clock.trouble == ClockTrouble::wrong;
    const Day day = session.shift_desk.day.value_or(clock.likely_day);
    row(ui.text(wrong ? "till.open.day_asked" : "till.open.day"), format_date_with_weekday(day, ui.language()));
    const Rect toggle = cut_top(inner, toggle_height(ui));
    if (toggle_row(ui, "open.training", toggle, ui.text("till.training.toggle"), session.shift_desk.training) &&
        !session.waiting)
        intents.emplace_back(ShiftIntent(ToggleTraining{}));
    canvas.fill({inner.x, inner.y, inner.w, ui.px(2)}, colours.line);
    const auto& label = ui.text("till.open.float");
    const auto amount = format_money(total_of(session.shift_desk.tally), ui.language());
    const float label_room = canvas.text_width(TextRole::T2, label) + ui.px(space::l);
    canvas.text(canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B2}, inner.w - label_room, amount), inner, amount,
                colours.ink, Align::right);
    canvas.text(TextRole::T2, inner, label, colours.ink);
}

// The clock is not believed: which day is it?
void draw_day_question(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& desk = session.shift_desk;
    const auto shown = format_date(day_of(context.now), ui.language()) + " " + format_time(context.now);
    const auto sentence = ui.format("till.day.sentence", {{"clock", shown}});
    const float width = std::min(ui.px(780), ui.screen().w - 2 * ui.px(32));
    const float lines = canvas.paragraph_height(TextRole::T2, width - 2 * ui.px(40), sentence);
    const float step = std::max(ui.px(88), ui.target_size(64));
    const float buttons = ui.target_size(88, TargetRole::commit);
    Rect room = dialog_frame(ui, width, ui.px(56 + 12 + 24 + 32 + 2 * 36) + lines + step + buttons, desk.ask_since);
    canvas.text(TextRole::S1, cut_top(room, ui.px(56), ui.px(space::s)), ui.text("till.day.title"), colours.ink);
    canvas.paragraph(TextRole::T2, cut_top(room, lines, ui.px(space::xl)), sentence, colours.ink_2);
    const auto day = format_date_with_weekday(desk.day.value_or(day_of(context.now)), ui.language());
    const int days = stepper(ui, "day", cut_top(room, step, ui.px(space::xxl)), day, true, true);
    if (days != 0) intents.emplace_back(ShiftIntent(StepDay{days}));
    const auto halves = columns(cut_top(room, buttons), 2, ui.px(space::m));
    if (button(ui, "day/safe", halves[0], ui.text("till.day.back"),
               {.look = ButtonLook::secondary, .role = TargetRole::commit}) ||
        ui.key(Key::escape))
        intents.emplace_back(ShiftIntent(AnswerDay{false}));
    if (button(ui, "day/do", halves[1], ui.text("till.day.open"), {.guarded = true, .role = TargetRole::commit}))
        intents.emplace_back(ShiftIntent(AnswerDay{true}));
}

float summary_height(const Ui& ui) {
    return ui.px(2 * 20 + 3 * 41 + 92) + toggle_height(ui);
}

void draw_head(Ui& ui, Rect head, const StaffContext& context, bool enabled, StaffIntents& intents) {
    const auto& last = context.view.snapshot().last_z;
    if (last && !last->notes.empty()) {
        const ButtonSpec spec{
            .look = ButtonLook::tertiary, .icon = Icon::undo, .enabled = enabled, .text = TextRole::B3};
        const auto& words = ui.text("till.open.take_last");
        const Rect place = cut_right(head, button_width(ui, words, spec), ui.px(space::m));
        if (button(ui, "open.take_last", place, words, spec)) intents.emplace_back(ShiftIntent(TakeLastCount{}));
    }
    const auto& words = ui.text("till.open.heading");
    const float height = ui.canvas().paragraph_height(TextRole::T2, head.w, words);
    ui.canvas().paragraph(TextRole::T2, {head.x, head.centre_y() - height / 2, head.w, 0}, words, ui.colours().ink_2);
}

} // namespace

void draw_open_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = inset(till_frame(ui, context, session, ui.text("till.open.title"), intents), ui.px(space::till_margin),
                      ui.px(28));
    const auto& tally = session.shift_desk.tally;
    const bool enabled = !session.waiting;
    const bool portrait = ui.scale().portrait();
    const float head = std::max(ui.px(64), ui.target_size(64));
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    Rect left = portrait ? cut_top(room, head + ui.px(space::m) + notes_table_height(ui), ui.px(space::l))
                         : cut_left(room, room.w * 0.58f, ui.px(space::h));
    draw_head(ui, cut_top(left, head, ui.px(space::m)), context, enabled, intents);
    draw_notes_table(ui, cut_top(left, std::min(left.h, notes_table_height(ui))), tally, enabled, intents);
    draw_summary(ui, cut_top(room, summary_height(ui), ui.px(space::l)), context, session, intents);
    const Rect foot = cut_bottom(room, commit, ui.px(space::l));
    draw_notes_pad(ui, room, tally, enabled, intents);
    if (button(ui, "open.confirm", foot, ui.text("till.open.confirm"),
               {ButtonLook::primary, Icon::check, false, enabled, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShiftIntent(ConfirmOpenShift{}));
    if (session.shift_desk.ask_day) return draw_day_question(ui, context, session, intents);
    if (!session.shift_desk.ask_empty_float) return;
    const auto answer = dialog(ui, "empty_float",
                               {ui.text("till.open.empty_title"), ui.text("till.open.empty_sentence"),
                                ui.text("till.open.empty_count"), ui.text("till.open.empty_open"), false, Icon::cash},
                               session.shift_desk.ask_since);
    if (answer) intents.emplace_back(ShiftIntent(AnswerEmptyFloat{*answer == DialogAnswer::doing}));
}

} // namespace ocop::kiosk
