#include "kiosk/till/order_dialogs.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/scroll_list.h"
#include "pos/selling/discount.h"

namespace ocop::kiosk {
namespace {

std::vector<const StaffMember*> deciders(const StaffContext& context) {
    std::vector<const StaffMember*> people;
    for (const auto& member : context.view.snapshot().staff)
        if (decides(member.role)) people.push_back(&member);
    return people;
}

void draw_words(Ui& ui, const Rect& place, const ApprovalDesk& desk, bool locked) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    if (locked) {
        const auto left = (desk.locked_until.milliseconds - ui.now().milliseconds + 999) / 1000;
        const auto words = ui.format("till.pin.locked", {{"seconds", std::to_string(left)}});
        canvas.text(canvas.fitting({TextRole::M3, TextRole::M5}, place.w, words), place, words, colours.son_7,
                    Align::centre);
        ui.wake_at({ui.now().milliseconds + 1000});
    } else if (desk.wrong && desk.attempts_left > 0) {
        canvas.text(TextRole::M3, place, ui.format("till.pin.wrong", {{"count", std::to_string(desk.attempts_left)}}),
                    colours.son_7, Align::centre);
    } else {
        canvas.text(TextRole::T3, place, ui.text(desk.chosen.empty() ? "till.approval.choose" : "till.pin.title"),
                    colours.ink_2, Align::centre);
    }
}

} // namespace

void draw_approval(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.approval;
    if (!desk.open()) return;
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect room = dialog_frame(ui, ui.px(1080), ui.px(900), desk.since);
    canvas.text(TextRole::S1, cut_top(room, ui.px(56)), ui.text("till.approval.title"), colours.ink);
    const auto& sentence =
        ui.text(desk.what == ApprovalDesk::For::price ? "till.approval.price" : "till.approval.refund");
    const float height = canvas.paragraph_height(TextRole::T3, room.w, sentence);
    canvas.paragraph(TextRole::T3, cut_top(room, height, ui.px(space::l)), sentence, colours.ink_2);
    Rect people = cut_left(room, room.w * 0.46f, ui.px(space::xxl));
    const float commit = std::max(ui.px(88), ui.target_size(88, TargetRole::commit));
    ButtonSpec spec{ButtonLook::secondary};
    spec.role = TargetRole::commit;
    if (button(ui, "approval.close", cut_bottom(people, commit, ui.px(space::l)), ui.text("till.discount.close"),
               spec) ||
        ui.key(Key::escape))
        intents.emplace_back(ApprovalIntent{CloseApproval{}});
    const auto shown = deciders(context);
    const ScrollRows rows_shown{static_cast<int>(shown.size()),
                                std::max(ui.px(84), ui.target_size(64, TargetRole::row)), ui.px(space::s)};
    scroll_list(ui, "approval.people", people, session.approvers, rows_shown, [&](int index, const Rect& row) {
        const auto& person = *shown[static_cast<std::size_t>(index)];
        if (choice(ui, "approval.person." + person.id.text(), row, person.name, person.id == desk.chosen, Icon::user))
            intents.emplace_back(ApprovalIntent{ChooseApprover{person.id}});
    });
    if (shown.empty()) canvas.paragraph(TextRole::T3, people, ui.text("till.approval.nobody"), colours.son_7);
    const bool locked = desk.attempts_left == 0 && ui.now() < desk.locked_until;
    draw_words(ui, cut_top(room, ui.px(36)), desk, locked);
    pin_dots(ui, cut_top(room, ui.px(60)), static_cast<int>(desk.pin.size()), desk.wrong);
    const bool open = !desk.chosen.empty() && !locked && !desk.waiting;
    if (const auto press = number_pad(ui, "approval", pad_ground(ui, room), PadLayout::pin, open))
        intents.emplace_back(ApprovalIntent{PressApproval{press}});
}

} // namespace ocop::kiosk
