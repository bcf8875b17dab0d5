// A pulled drawer is counted blind, compared, and its shift closes with the Z report.
#include "kiosk/till/close_shift_parts.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/shift_parts.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

float commit_height(const Ui& ui) {
    return std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
}

// 1 count, 2 compare, 3 Z report: done ones are ticked, the one in hand is filled.
void draw_steps(Ui& ui, Rect area, int present) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const char* words[] = {"till.close.step_count", "till.close.step_compare", "till.close.step_z"};
    const float disc = ui.px(48);
    float all = 3 * disc + 2 * 2 * ui.px(space::l) + 3 * ui.px(space::s) + 3;
    for (const char* each : words)
        all += canvas.text_width(TextRole::M3, ui.text(each));
    const bool roomy = all + 2 * ui.px(space::l) <= area.w; // else only the step in hand is named
    const float rule_width = roomy ? std::clamp((area.w - all) / 2, ui.px(space::l), ui.px(90)) : ui.px(48);
    for (int step = 1; step <= 3; ++step) {
        const auto& label = ui.text(words[step - 1]);
        const Rect circle = centre(cut_left(area, disc, ui.px(space::s)), disc, disc);
        if (step <= present)
            canvas.fill(circle, colours.pine_7, disc / 2);
        else
            canvas.stroke(circle, colours.line_strong, ui.px(3), disc / 2);
        if (step < present)
            canvas.icon(Icon::check, inset(circle, ui.px(8)), colours.white, 3);
        else
            canvas.text(TextRole::B3, circle, std::to_string(step), step == present ? colours.white : colours.ink_2,
                        Align::centre);
        const bool words_fit = roomy || step == present;
        const float room = words_fit ? canvas.text_width(TextRole::M3, label) : 0;
        if (words_fit)
            canvas.text(TextRole::M3, cut_left(area, room, ui.px(space::l)), label,
                        step <= present ? colours.ink : colours.ink_2);
        if (step == 3) break;
        const Rect rule = cut_left(area, rule_width, ui.px(space::l));
        canvas.fill({rule.x, rule.centre_y() - ui.px(1), rule.w, ui.px(2)}, colours.line);
    }
}

const PulledShift* counted_shift(const StaffContext& context, const StaffSession& session) {
    for (const auto& pulled : context.view.snapshot().pulled)
        if (pulled.shift.id == session.shift_desk.counting) return &pulled;
    return nullptr;
}

void draw_count(Ui& ui, Rect room, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& tally = session.shift_desk.tally;
    const bool portrait = ui.scale().portrait();
    const float head = ui.px(56);
    Rect left = portrait ? cut_top(room, head + ui.px(space::m) + notes_table_height(ui), ui.px(space::l))
                         : cut_left(room, room.w * 0.58f, ui.px(space::h));
    draw_steps(ui, cut_top(left, head, ui.px(space::m)), 1);
    draw_notes_table(ui, cut_top(left, std::min(left.h, notes_table_height(ui))), tally, !session.waiting, intents);
    const auto& sentence = ui.text("till.close.sentence");
    const float words = canvas.paragraph_height(TextRole::T3, room.w - ui.px(64), sentence);
    const Rect summary = cut_top(room, words + ui.px(2 * 20 + 12 + 92), ui.px(space::l));
    panel(ui, summary);
    Rect inner = inset(summary, ui.px(32), ui.px(20));
    canvas.paragraph(TextRole::T3, cut_top(inner, words, ui.px(space::s)), sentence, colours.ink_2);
    const auto& label = ui.text("till.close.cash");
    const auto amount = format_money(total_of(tally), ui.language());
    const float label_room = canvas.text_width(TextRole::T2, label) + ui.px(space::l);
    canvas.text(canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B2}, inner.w - label_room, amount), inner, amount,
                colours.ink, Align::right);
    canvas.text(TextRole::T2, inner, label, colours.ink);
    Rect foot = cut_bottom(room, commit_height(ui), ui.px(space::l));
    const auto& later = ui.text("till.close.later");
    const ButtonSpec later_spec{ButtonLook::tertiary, Icon::clock,       false, true, false, false,
                                TextRole::B2,         TargetRole::commit};
    if (button(ui, "close.later", cut_left(foot, foot.w * 0.4f, ui.px(space::m)), later, later_spec))
        intents.emplace_back(ShowShift{});
    draw_notes_pad(ui, room, tally, !session.waiting, intents);
    if (button(ui, "close.compare", foot, ui.text("till.close.do_compare"),
               {ButtonLook::primary, Icon::arrow_right, true, true, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShiftIntent(FinishCount{}));
}

// What became of the copy to another disk, and the way to try again.
void draw_backup(Ui& ui, Rect area, const BackupOutcome& outcome, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const bool fine = outcome.state == BackupState::done || outcome.state == BackupState::running;
    if (!fine) {
        const ButtonSpec spec{.look = ButtonLook::secondary, .icon = Icon::usb, .text = TextRole::B3};
        const auto& words = ui.text("till.backup.again");
        const Rect place = cut_right(area, button_width(ui, words, spec), ui.px(space::l));
        if (button(ui, "close.back_up", centre(place, place.w, button_height(ui)), words, spec))
            intents.emplace_back(ShiftIntent(BackUpNow{}));
    }
    canvas.icon(fine ? Icon::usb : Icon::alert,
                centre(cut_left(area, ui.px(36), ui.px(space::m)), ui.px(36), ui.px(36)),
                fine ? colours.pine_7 : colours.hoe_7);
    const auto words = backup_words(ui, outcome);
    const float height = canvas.paragraph_height(TextRole::T3, area.w, words, 3);
    canvas.paragraph(TextRole::T3, {area.x, area.centre_y() - height / 2, area.w, 0}, words, colours.ink, {3});
}

void draw_closed(Ui& ui, Rect room, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& z = *session.shift_desk.z_report;
    draw_steps(ui, cut_top(room, ui.px(56), ui.px(space::xxl)), 4);
    const float disc = ui.px(96);
    const Rect circle = centre(cut_top(room, disc, ui.px(space::l)), disc, disc);
    canvas.fill(circle, colours.pine_7, disc / 2);
    canvas.icon(Icon::check, inset(circle, ui.px(22)), colours.white, 3);
    canvas.text(TextRole::S1, cut_top(room, ui.px(60), ui.px(space::m)),
                ui.format("till.close.closed", {{"number", std::to_string(z.number)}}), colours.ink, Align::centre);
    const auto row = [&](const std::string& label, const std::string& value) {
        Rect line = cut_top(room, ui.px(60));
        canvas.fill({line.x, line.bottom() - ui.px(2), line.w, ui.px(2)}, colours.line);
        const float wide = canvas.text_width(TextRole::B2, value);
        canvas.text(TextRole::B2, cut_right(line, wide, ui.px(space::m)), value, colours.ink, Align::right);
        canvas.text(TextRole::T2, line, label, colours.ink_2);
    };
    row(ui.text("till.close.expected"), format_money(z.figures.expected_cash, ui.language()));
    row(ui.text("till.close.counted"), format_money(z.counted_cash, ui.language()));
    row(ui.text("till.close.difference"), format_money(z.difference, ui.language()));
    if (session.backup) draw_backup(ui, cut_top(room, ui.px(112)), *session.backup, intents);
    if (button(ui, "close.done", cut_bottom(room, commit_height(ui)), ui.text("till.close.done"),
               {ButtonLook::primary, Icon::check, false, true, false, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShowShift{});
}

ReportWords z_words(const Ui& ui, std::int64_t number, Day day, Instant from, Instant to) {
    return {ui.text("till.shift.z"), ui.format("till.shift.number", {{"number", std::to_string(number)}}),
            shift_times(ui, day, from, to)};
}

} // namespace

void draw_close_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = inset(till_frame(ui, context, session, ui.text("till.close.title"), intents), ui.px(space::till_margin),
                      ui.px(28));
    auto& desk = session.shift_desk;
    const auto* pulled = counted_shift(context, session);
    if (!desk.z_report && pulled == nullptr) return; // the next snapshot knows it
    if (!desk.z_report && !desk.counted) return draw_count(ui, room, session, intents);
    const bool portrait = ui.scale().portrait();
    Rect report =
        portrait ? cut_bottom(room, room.h * 0.4f, ui.px(space::l)) : cut_right(room, room.w * 0.36f, ui.px(space::h));
    if (desk.z_report) {
        const auto& z = *desk.z_report;
        draw_report(ui, report, z_words(ui, z.number, z.business_date, z.opened_at, z.pulled_at), z.figures,
                    desk.report);
        return draw_closed(ui, room, session, intents);
    }
    const auto& shift = pulled->shift;
    draw_report(
        ui, report,
        z_words(ui, shift.number, shift.business_date, shift.opened_at, shift.pulled_at.value_or(shift.opened_at)),
        pulled->figures, desk.report);
    draw_steps(ui, cut_top(room, ui.px(56), ui.px(space::l)), 2);
    draw_comparison(ui, room, pulled->figures, session, intents);
    if (desk.typing_note) draw_note_sheet(ui, session, intents);
}

} // namespace ocop::kiosk
