// A new PIN: with the old one, with another manager's, or with the recovery code of set-up.
#include "kiosk/till/screens.h"
#include "kiosk/till/shift_parts.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/text_field.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

const StaffMember* person(const StaffContext& context, const StaffId& id) {
    for (const auto& each : context.view.snapshot().staff)
        if (each.id == id) return &each;
    return nullptr;
}

std::string name_of(const StaffContext& context, const StaffId& id) {
    const auto* found = person(context, id);
    return found == nullptr ? id.text() : found->name;
}

void draw_side(Ui& ui, const Rect& area, const StaffContext& context, const PinDesk& desk) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(area, colours.pine_9);
    Rect inner = inset(area, ui.px(80), ui.px(72));
    const auto& title = ui.text(desk.own ? "till.newpin.change" : "till.newpin.reset");
    canvas.paragraph(TextRole::D3, cut_top(inner, canvas.paragraph_height(TextRole::D3, inner.w, title), ui.px(24)),
                     title, colours.white);
    canvas.text(TextRole::S2, cut_top(inner, ui.px(52), ui.px(24)), name_of(context, desk.whose),
                colours.on_pine_accent, Align::left, Fit::ellipsis);
    const auto& rule = ui.text("till.newpin.rule");
    canvas.paragraph(TextRole::T2, {inner.x, inner.y, inner.w, 0}, rule, colours.on_pine);
}

// Who can prove the right to a new PIN.
void draw_proofs(Ui& ui, Rect area, const StaffContext& context, const PinDesk& desk, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const float height = std::max(ui.px(96), ui.target_size(88));
    canvas.text(TextRole::S1, cut_top(area, ui.px(60), ui.px(space::l)), ui.text("till.newpin.who"), ui.colours().ink,
                Align::centre);
    for (const auto& each : context.view.snapshot().staff) {
        if (each.role == Role::cashier || each.id == desk.whose) continue;
        if (button(ui, "newpin.by." + each.id.text(), cut_top(area, height, ui.px(space::m)),
                   ui.format("till.newpin.by", {{"name", each.name}}),
                   {.look = ButtonLook::secondary, .icon = Icon::user, .text = TextRole::B3}))
            intents.emplace_back(PinIntent(ChooseProof{each.id}));
    }
    if (button(ui, "newpin.by_code", cut_top(area, height, ui.px(space::m)), ui.text("till.newpin.by_code"),
               {.look = ButtonLook::secondary, .icon = Icon::mail, .text = TextRole::B3}))
        intents.emplace_back(PinIntent(ChooseProof{}));
}

std::string step_title(const Ui& ui, const StaffContext& context, const PinDesk& desk) {
    switch (desk.step) {
    case PinStep::choose_proof:
        break;
    case PinStep::proof:
        if (desk.own) return ui.text("till.newpin.old");
        if (desk.manager.empty()) return ui.text("till.newpin.code");
        return ui.format("till.newpin.manager_pin", {{"name", name_of(context, desk.manager)}});
    case PinStep::fresh:
        return ui.text("till.newpin.fresh");
    case PinStep::again:
        return ui.text("till.newpin.again");
    }
    return ui.text("till.newpin.who");
}

// What was wrong; empty: nothing.
std::string complaint(Ui& ui, const PinDesk& desk) {
    if (desk.mismatch) return ui.text("till.newpin.mismatch");
    if (!desk.wrong) return {};
    if (ui.now() < desk.locked_until) {
        const auto left = (desk.locked_until.milliseconds - ui.now().milliseconds + 999) / 1000;
        ui.wake_at({ui.now().milliseconds + 1000});
        return ui.format("till.pin.locked", {{"seconds", std::to_string(left)}});
    }
    return ui.format("till.newpin.wrong", {{"count", std::to_string(desk.attempts_left)}});
}

void draw_pad(Ui& ui, Rect column, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& desk = session.pin_desk;
    const auto title = step_title(ui, context, desk);
    canvas.paragraph(TextRole::S2, cut_top(column, ui.px(92)), title, colours.ink, {2, Align::centre});
    const auto wrong = complaint(ui, desk);
    canvas.text(canvas.fitting({TextRole::M3, TextRole::M5}, column.w, wrong), cut_top(column, ui.px(36)), wrong,
                colours.son_7, Align::centre);
    const auto& digits = desk.step == PinStep::proof   ? desk.proof
                         : desk.step == PinStep::fresh ? desk.fresh
                                                       : desk.again;
    pin_dots(ui, cut_top(column, ui.px(70)), static_cast<int>(digits.size()), desk.wrong || desk.mismatch);
    const bool open = !session.waiting && ui.now() >= desk.locked_until;
    if (const auto press = number_pad(ui, "newpin", column, PadLayout::pin, open))
        intents.emplace_back(PinIntent(PressNewPin{press}));
}

void draw_code(Ui& ui, Rect area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    auto& desk = session.pin_desk;
    const float keys = keyboard_height(ui, desk.keyboard);
    const Rect keyboard_room = cut_bottom(area, keys);
    Rect inner = centre(area, std::min(area.w - ui.px(64), ui.px(1100)), std::min(area.h - ui.px(32), ui.px(420)));
    canvas.text(TextRole::S1, cut_top(inner, ui.px(60), ui.px(space::s)), step_title(ui, context, desk), colours.ink);
    const auto& hint = ui.text("till.newpin.code_hint");
    const float hint_height = canvas.paragraph_height(TextRole::T3, inner.w, hint);
    canvas.paragraph(TextRole::T3, cut_top(inner, hint_height, ui.px(space::m)), hint, colours.ink_2);
    const auto wrong = complaint(ui, desk);
    FieldSpec field;
    field.value = desk.code.text;
    field.placeholder = ui.text("till.newpin.code_example");
    field.icon = Icon::mail;
    field.active = true;
    field.wrong = !wrong.empty();
    field.problem = wrong;
    if (text_field(ui, "newpin.code", cut_top(inner, std::max(ui.px(84), ui.target_size(64)), ui.px(space::xxl)),
                   field))
        desk.keyboard.shown = true;
    const float link = std::max(ui.px(64), ui.target_size(64, TargetRole::link));
    if (text_link(ui, "newpin.leave", cut_top(inner, link), ui.text("till.newpin.leave"), Icon::back))
        intents.emplace_back(PinIntent(LeaveNewPin{}));
    desk.keyboard.mode = KeyboardMode::plain; // a code has no accents
    const KeyboardSpec spec{ui.text("till.newpin.next"), Icon::arrow_right, !desk.code.text.empty(), 60};
    const auto press = keys > 0 ? keyboard(ui, keyboard_room, desk.keyboard, desk.code, spec)
                                : real_keyboard(ui, desk.keyboard, desk.code, 60);
    if (press.changed) desk.wrong = false;
    if (press.action) intents.emplace_back(PinIntent(ConfirmCode{}));
}

} // namespace

void draw_new_pin(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect screen = ui.screen();
    ui.canvas().fill(screen, ui.colours().paper);
    if (in_training(context, session)) draw_training_band(ui, cut_top(screen, training_band_height(ui)));
    const auto& desk = session.pin_desk;
    if (desk.step == PinStep::proof && !desk.own && desk.manager.empty())
        return draw_code(ui, screen, context, session, intents);
    const bool portrait = ui.scale().portrait();
    draw_side(ui, portrait ? cut_top(screen, screen.h * 0.3f) : cut_left(screen, screen.w * 0.47f), context, desk);
    const float link = std::max(ui.px(64), ui.target_size(64, TargetRole::link));
    const float key_rows = ui.px(portrait ? 4 * 128 + 3 * 16 : 4 * 120 + 3 * 16);
    const float height = ui.px(92 + 36 + 70) + key_rows + ui.px(16) + link;
    Rect column = centre(screen, ui.px(540), std::min(height, screen.h - ui.px(24)));
    const Rect links = cut_bottom(column, link, ui.px(space::m));
    if (desk.step == PinStep::choose_proof)
        draw_proofs(ui, column, context, desk, intents);
    else
        draw_pad(ui, column, context, session, intents);
    if (text_link(ui, "newpin.leave", links, ui.text("till.newpin.leave"), Icon::back, false, Align::centre))
        intents.emplace_back(PinIntent(LeaveNewPin{}));
}

} // namespace ocop::kiosk
