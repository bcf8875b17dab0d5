// The shift at a glance: its X report, what may be done to its drawer, and drawers that wait to be counted.
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

float action_height(const Ui& ui) {
    return std::max(ui.px(88), ui.target_size(64));
}

void draw_waiting(Ui& ui, Rect area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& pulled = context.view.snapshot().pulled;
    canvas.text(TextRole::B2, cut_top(area, ui.px(44), ui.px(space::xs)), ui.text("till.shift.waiting"), colours.ink);
    const ScrollRows shown{static_cast<int>(pulled.size()), std::max(ui.px(96), ui.target_size(64, TargetRole::row)),
                           ui.px(space::s)};
    scroll_list(ui, "waiting", area, session.shift_desk.waiting_shifts, shown, [&](int index, const Rect& row) {
        const auto& shift = pulled[static_cast<std::size_t>(index)].shift;
        const auto name = ui.format("till.shift.number", {{"number", std::to_string(shift.number)}});
        const Tap tap = ui.tap_target("waiting." + std::to_string(shift.number), TargetRole::row, row, name);
        canvas.fill(row, mix(colours.hoe_1, colours.hoe_5, tap.pressed * 0.4f), ui.px(radius::button));
        if (tap.focused) ui.focus_ring(row, ui.px(radius::button));
        Rect inner = inset(row, ui.px(24), ui.px(10));
        const auto& words = ui.text("till.shift.count");
        const float room = canvas.text_width(TextRole::B3, words);
        canvas.icon(Icon::forward, centre(cut_right(inner, ui.px(28), ui.px(space::xs)), ui.px(28), ui.px(28)),
                    colours.ink);
        canvas.text(TextRole::B3, cut_right(inner, room, ui.px(space::m)), words, colours.ink, Align::right);
        const auto lines = rows(inner, 2, 0);
        canvas.text(TextRole::B2, lines[0], name, colours.ink);
        canvas.text(TextRole::T4, lines[1], shift_times(ui, shift.business_date, shift.opened_at, shift.pulled_at),
                    colours.ink_2, Align::left, Fit::ellipsis);
        if (tap && !session.waiting) intents.emplace_back(ShiftIntent(StartCount{shift.id}));
    });
}

void draw_drawer_actions(Ui& ui, Rect area, bool enabled, StaffIntents& intents) {
    const auto action = [&](const char* name, const std::string& words, Icon icon, ShiftIntent intent) {
        const ButtonSpec spec{.look = ButtonLook::secondary, .icon = icon, .enabled = enabled};
        if (button(ui, name, cut_top(area, action_height(ui), ui.px(space::s)), words, spec))
            intents.emplace_back(std::move(intent));
    };
    action("shift.pay_in", ui.text("till.move.in"), Icon::download, ShowMovement{false});
    action("shift.pay_out", ui.text("till.move.out"), Icon::upload, ShowMovement{true});
    action("shift.drawer", ui.text("till.drawer.open"), Icon::drawer, OpenDrawer{});
}

void draw_open(Ui& ui, Rect room, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& snapshot = context.view.snapshot();
    const auto& shift = *snapshot.shift;
    const bool portrait = ui.scale().portrait();
    const bool waiting = !snapshot.pulled.empty();
    const Rect report = portrait ? cut_top(room, room.h * (waiting ? 0.46f : 0.58f), ui.px(space::xl))
                                 : cut_left(room, room.w * 0.56f, ui.px(space::h));
    const ReportWords words{
        ui.text("till.shift.x"), ui.format("till.shift.number", {{"number", std::to_string(shift.number)}}),
        shift_times(ui, shift.business_date, shift.opened_at, context.now), sees_expected_cash(session)};
    draw_report(ui, report, words, snapshot.figures, session.shift_desk.report);
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    if (button(
            ui, "shift.pull", cut_bottom(room, commit, ui.px(space::l)), ui.text("till.shift.pull"),
            {ButtonLook::primary, Icon::lock, false, !session.waiting, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShiftIntent(AskPull{}));
    canvas.text(TextRole::B2, cut_top(room, ui.px(44), ui.px(space::xs)), ui.text("till.shift.drawer"),
                ui.colours().ink);
    draw_drawer_actions(ui, cut_top(room, 3 * (action_height(ui) + ui.px(space::s)), ui.px(space::m)), !session.waiting,
                        intents);
    if (!sees_expected_cash(session)) {
        const auto& hidden = ui.text("till.shift.hidden");
        const float height = canvas.paragraph_height(TextRole::T3, room.w, hidden);
        canvas.paragraph(TextRole::T3, cut_top(room, height, ui.px(space::m)), hidden, ui.colours().ink_2);
    }
    if (waiting) draw_waiting(ui, room, context, session, intents);
}

void draw_closed(Ui& ui, Rect room, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    room = centre(room, std::min(room.w, ui.px(900)), room.h);
    canvas.text(TextRole::S1, cut_top(room, ui.px(60), ui.px(space::s)), ui.text("till.shift.none"), ui.colours().ink);
    const auto& sentence = ui.text("till.shift.none_sentence");
    const float height = canvas.paragraph_height(TextRole::T2, room.w, sentence);
    canvas.paragraph(TextRole::T2, cut_top(room, height, ui.px(space::xl)), sentence, ui.colours().ink_2);
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    if (button(
            ui, "shift.open", cut_bottom(room, commit, ui.px(space::l)), ui.text("till.open.confirm"),
            {ButtonLook::primary, Icon::check, false, !session.waiting, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShiftIntent(ShowOpenShift{}));
    draw_waiting(ui, room, context, session, intents);
}

} // namespace

void draw_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const Rect room = inset(till_frame(ui, context, session, ui.text("till.rail.shift"), intents),
                            ui.px(space::till_margin), ui.px(28));
    if (context.view.snapshot().shift)
        draw_open(ui, room, context, session, intents);
    else
        draw_closed(ui, room, context, session, intents);
    if (!session.shift_desk.ask_pull) return;
    const auto answer = dialog(ui, "pull",
                               {ui.text("till.pull.title"), ui.text("till.pull.sentence"), ui.text("till.pull.keep"),
                                ui.text("till.pull.do"), false, Icon::drawer},
                               session.shift_desk.ask_since);
    if (answer) intents.emplace_back(ShiftIntent(AnswerPull{*answer == DialogAnswer::doing}));
}

} // namespace ocop::kiosk
