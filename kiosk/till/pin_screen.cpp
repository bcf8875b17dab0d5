#include "kiosk/till/screens.h"

#include "kiosk/till/shift_parts.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/stars.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

std::string role_words(const Ui& ui, Role role) {
    switch (role) {
    case Role::cashier:
        return ui.text("till.role.cashier");
    case Role::manager:
        return ui.text("till.role.manager");
    case Role::organiser:
        return ui.text("till.role.organiser");
    }
    return {};
}

// First letters of the last two words: Vietnamese given names come last.
std::string initials(const std::string& name) {
    const auto letter_at = [&](std::size_t at) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return name.substr(at, length);
    };
    const auto last = name.rfind(' ');
    if (last == std::string::npos) return name.empty() ? "" : letter_at(0);
    const auto before = last == 0 ? std::string::npos : name.rfind(' ', last - 1);
    return letter_at(before == std::string::npos ? 0 : before + 1) + letter_at(last + 1);
}

void draw_person(Ui& ui, const Rect& rect, const StaffMember& person, bool chosen, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float corner = ui.px(radius::card);
    const Tap tap = ui.tap_target("pin.person." + person.id.text(), TargetRole::row, rect, person.name);
    if (chosen)
        canvas.fill(rect, colours.surface, corner);
    else
        canvas.fill(rect, mix(colours.pine_9, colours.pine_7, tap.pressed), corner);
    canvas.stroke(rect, chosen ? colours.hoe_5 : colours.pine_7, ui.px(3), corner);
    Rect inner = inset(rect, ui.px(28), ui.px(16));
    const float disc = ui.px(68);
    const Rect circle = centre(cut_left(inner, disc, ui.px(24)), disc, disc);
    canvas.fill(circle, colours.pine_7, disc / 2);
    canvas.text(TextRole::B2, circle, initials(person.name), colours.white, Align::centre);
    if (chosen) canvas.icon(Icon::check, cut_right(inner, ui.px(36), ui.px(12)), colours.pine_7);
    const auto lines = rows(inner, 2, 0);
    canvas.text(TextRole::B2, lines[0], person.name, chosen ? colours.ink : colours.white);
    canvas.text(TextRole::T3, lines[1], role_words(ui, person.role), chosen ? colours.ink_2 : colours.on_pine);
    if (tap) intents.emplace_back(ChooseStaff{person.id});
}

void draw_people(Ui& ui, Rect area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& snapshot = context.view.snapshot();
    canvas.fill(area, colours.pine_9);
    Rect inner = inset(area, ui.px(80), ui.px(56));
    Rect strip = cut_top(inner, ui.px(60), ui.px(ui.scale().portrait() ? 28 : 120));
    brand_mark(ui, cut_left(strip, ui.px(60), ui.px(16)));
    const auto names = rows(strip, 2, 0);
    canvas.text(TextRole::S3, names[0], snapshot.booth.shop_name, colours.white, Align::left, Fit::ellipsis);
    std::string where = snapshot.booth.booth_name;
    if (!snapshot.booth.fair_name.empty()) where += (where.empty() ? "" : " · ") + snapshot.booth.fair_name;
    canvas.text(TextRole::T4, names[1], where, colours.on_pine, Align::left, Fit::ellipsis);
    const auto& question = ui.text("till.pin.who");
    const float height = canvas.paragraph_height(TextRole::D3, inner.w, question);
    canvas.paragraph(TextRole::D3, cut_top(inner, height, ui.px(32)), question, colours.white);
    const auto& people = snapshot.staff;
    const ScrollRows shown{static_cast<int>(people.size()), std::max(ui.px(116), ui.target_size(64, TargetRole::row)),
                           ui.px(16)};
    scroll_list(ui, "pin.people", inner, session.lines, shown, [&](int index, const Rect& row) {
        const auto& person = people[static_cast<std::size_t>(index)];
        draw_person(ui, row, person, person.id == session.chosen, intents);
    });
}

// What stands under the title: who, or what was wrong.
void draw_pin_words(Ui& ui, const Rect& rect, const StaffContext& context, const StaffSession& session, bool locked) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    if (locked) {
        const auto left = (session.locked_until.milliseconds - ui.now().milliseconds + 999) / 1000;
        canvas.text(TextRole::M3, rect, ui.format("till.pin.locked", {{"seconds", std::to_string(left)}}),
                    colours.son_7, Align::centre);
        ui.wake_at({ui.now().milliseconds + 1000});
        return;
    }
    if (session.wrong_pin && session.attempts_left > 0) {
        canvas.text(TextRole::M3, rect, ui.format("till.pin.wrong", {{"count", std::to_string(session.attempts_left)}}),
                    colours.son_7, Align::centre);
        return;
    }
    for (const auto& person : context.view.snapshot().staff)
        if (person.id == session.chosen)
            canvas.text(TextRole::T3, rect, person.name + " · " + role_words(ui, person.role), colours.ink_2,
                        Align::centre);
    if (session.chosen.empty())
        canvas.text(TextRole::T3, rect, ui.text("till.pin.choose"), colours.ink_2, Align::centre);
}

} // namespace

void draw_pin(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect screen = ui.screen();
    canvas.fill(screen, colours.paper);
    if (in_training(context, session)) draw_training_band(ui, cut_top(screen, training_band_height(ui)));
    const bool portrait = ui.scale().portrait();
    draw_people(ui, portrait ? cut_top(screen, screen.h * 0.45f) : cut_left(screen, screen.w * 0.47f), context, session,
                intents);
    const float link = std::max(ui.px(64), ui.target_size(64, TargetRole::link));
    const float key_rows = ui.px(portrait ? 4 * 128 + 3 * 16 : 4 * 120 + 3 * 16);
    const float height = ui.px(60 + 36 + 70) + key_rows + ui.px(32) + link;
    Rect column = centre(screen, ui.px(540), std::min(height, screen.h - ui.px(24)));
    canvas.text(TextRole::S1, cut_top(column, ui.px(60)), ui.text("till.pin.title"), colours.ink, Align::centre);
    const bool locked = session.attempts_left == 0 && ui.now() < session.locked_until;
    draw_pin_words(ui, cut_top(column, ui.px(36)), context, session, locked);
    pin_dots(ui, cut_top(column, ui.px(70)), static_cast<int>(session.pin.size()), session.wrong_pin);
    Rect links = cut_bottom(column, link, ui.px(16));
    const bool open = !session.chosen.empty() && !locked && !session.waiting;
    if (const auto press = number_pad(ui, "pin", column, PadLayout::pin, open)) intents.emplace_back(PressPin{press});
    if (text_link(ui, "pin.forgot", cut_right(links, links.w * 0.36f, ui.px(space::s)), ui.text("till.pin.forgot"),
                  Icon::none, false, Align::right))
        intents.emplace_back(PinIntent(ForgotPin{}));
    if (text_link(ui, "pin.visitors", links, ui.text("till.pin.visitors"), Icon::back))
        intents.emplace_back(LeaveToVisitors{});
}

} // namespace ocop::kiosk
