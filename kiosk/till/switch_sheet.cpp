// Another person takes over: who, then the PIN, over whatever screen is open.
#include "kiosk/till/screens.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

void draw_person(Ui& ui, const Rect& row, const StaffMember& person, bool chosen, bool present, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float corner = ui.px(radius::button);
    const Tap tap = ui.tap_target("switch.person." + person.id.text(), TargetRole::row, row, person.name);
    canvas.fill(row, chosen ? ui.accent_soft() : mix(colours.surface, ui.accent_soft(), tap.pressed), corner);
    canvas.stroke(row, chosen ? colours.pine_7 : colours.line_strong, ui.px(chosen ? 3 : 2), corner);
    if (tap.focused) ui.focus_ring(row, corner);
    Rect inner = inset(row, ui.px(20), 0);
    if (present) {
        const auto& words = ui.text("till.switch.present");
        canvas.text(TextRole::T4, cut_right(inner, canvas.text_width(TextRole::T4, words), ui.px(space::s)), words,
                    colours.ink_2, Align::right);
    } else if (chosen) {
        canvas.icon(Icon::check, cut_right(inner, ui.px(32), ui.px(space::s)), colours.pine_7);
    }
    canvas.text(TextRole::B3, inner, person.name, colours.ink, Align::left, Fit::ellipsis);
    if (tap) intents.emplace_back(ChooseStaff{person.id});
}

void draw_words(Ui& ui, const Rect& rect, const StaffSession& session, bool locked) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    if (locked) {
        const auto left = (session.locked_until.milliseconds - ui.now().milliseconds + 999) / 1000;
        canvas.text(TextRole::M3, rect, ui.format("till.pin.locked", {{"seconds", std::to_string(left)}}),
                    colours.son_7, Align::centre);
        ui.wake_at({ui.now().milliseconds + 1000});
    } else if (session.wrong_pin && session.attempts_left > 0) {
        canvas.text(TextRole::M3, rect, ui.format("till.pin.wrong", {{"count", std::to_string(session.attempts_left)}}),
                    colours.son_7, Align::centre);
    } else {
        canvas.text(TextRole::T3, rect, ui.text(session.chosen.empty() ? "till.pin.choose" : "till.pin.title"),
                    colours.ink_2, Align::centre);
    }
}

} // namespace

void draw_switch(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const auto sheet = sheet_frame(ui, "switch", ui.text("till.switch.title"), ui.px(1180), session.pin_desk.opened);
    if (sheet.closed && !session.waiting) intents.emplace_back(PinIntent(CloseSwitch{}));
    Rect room = sheet.room;
    const auto& people = context.view.snapshot().staff;
    const float row = std::max(ui.px(76), ui.target_size(64, TargetRole::row));
    const float gap = ui.px(space::s);
    const float link = std::max(ui.px(64), ui.target_size(64, TargetRole::link));
    const auto shown = static_cast<float>(std::min<std::size_t>(people.size(), ui.scale().compact() ? 2 : 3));
    scroll_list(ui, "switch.people", cut_top(room, shown * (row + gap), gap), session.switch_people,
                {static_cast<int>(people.size()), row, gap}, [&](int index, const Rect& place) {
                    const auto& person = people[static_cast<std::size_t>(index)];
                    draw_person(ui, place, person, person.id == session.chosen,
                                session.staff && person.id == session.staff->id, intents);
                });
    Rect links = cut_bottom(room, link, ui.px(space::s));
    const bool locked = session.attempts_left == 0 && ui.now() < session.locked_until;
    draw_words(ui, cut_top(room, ui.px(36)), session, locked);
    pin_dots(ui, cut_top(room, ui.px(60)), static_cast<int>(session.pin.size()), session.wrong_pin);
    const bool open = !session.chosen.empty() && !locked && !session.waiting;
    if (const auto press = number_pad(ui, "switch", room, PadLayout::pin, open)) intents.emplace_back(PressPin{press});
    if (text_link(ui, "switch.change_pin", cut_left(links, links.w * 0.6f), ui.text("till.switch.change_pin"),
                  Icon::pencil))
        intents.emplace_back(PinIntent(ChangeOwnPin{}));
    if (text_link(ui, "switch.lock", links, ui.text("till.rail.lock"), Icon::lock, false, Align::right))
        intents.emplace_back(LockTill{});
}

} // namespace ocop::kiosk
