#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

void draw_movement_reasons(Ui& ui, Rect area, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.shift_desk;
    ui.canvas().text(TextRole::B2, cut_top(area, ui.px(44), ui.px(space::xs)), ui.text("till.move.reason"),
                     ui.colours().ink);
    const float height = std::max(ui.px(76), ui.target_size(56));
    for (int reason = 0; reason < movement_reasons; ++reason)
        if (choice(ui, "move.reason." + std::to_string(reason), cut_top(area, height, ui.px(space::s)),
                   movement_reason(ui.language(), desk.paying_out, reason), desk.movement_reason == reason, Icon::none,
                   !session.waiting))
            intents.emplace_back(ShiftIntent(ChooseMovementReason{reason}));
}

} // namespace

void draw_cash_movement(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.shift_desk;
    const auto& title = ui.text(desk.paying_out ? "till.move.out" : "till.move.in");
    Rect room = inset(till_frame(ui, context, session, title, intents), ui.px(space::till_margin), ui.px(28));
    const bool portrait = ui.scale().portrait();
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    room = centre(room, std::min(room.w, ui.px(1320)), std::min(room.h, ui.px(portrait ? 1400 : 860)));
    Rect foot = cut_bottom(room, commit, ui.px(space::xl));
    const float reasons_height = ui.px(44 + 8) + 4 * (std::max(ui.px(76), ui.target_size(56)) + ui.px(space::s));
    const Rect reasons =
        portrait ? cut_bottom(room, reasons_height, ui.px(space::l)) : cut_right(room, room.w * 0.42f, ui.px(space::h));
    const Dong amount{typed_number(desk.amount)};
    amount_field(ui, "move.amount", cut_top(room, ui.px(112), ui.px(space::l)), ui.text("till.move.amount"),
                 format_money(amount, ui.language()), true);
    if (const auto press = number_pad(ui, "move", room, PadLayout::money, !session.waiting))
        intents.emplace_back(ShiftIntent(PressMovement{press}));
    draw_movement_reasons(ui, reasons, session, intents);
    if (button(ui, "move.back", cut_left(foot, foot.w * 0.3f, ui.px(space::m)), ui.text("till.move.back"),
               {ButtonLook::tertiary, Icon::back, false, !session.waiting, false, false, TextRole::B2,
                TargetRole::commit}))
        intents.emplace_back(ShowShift{});
    if (button(ui, "move.confirm", foot, ui.text(desk.paying_out ? "till.move.do_out" : "till.move.do_in"),
               {ButtonLook::primary, Icon::check, false,
                !session.waiting && amount != Dong{} && desk.movement_reason >= 0, true, false, TextRole::B1,
                TargetRole::commit}))
        intents.emplace_back(ShiftIntent(ConfirmMovement{}));
}

} // namespace ocop::kiosk
