// What is asked about an order: a reason, a price, a note; and the list of those that wait.
#include "kiosk/till/order_dialogs.h"
#include "kiosk/till/order_lines.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

using Ask = CartsDesk::Sheet;

struct Answers {
    std::string_view safe;
    std::string_view doing;
    bool enabled = true;
    bool destructive = false;
    std::string_view name = "cart"; // targets are name + "/safe" and name + "/do"
};

void draw_answers(Ui& ui, const Rect& place, const Answers& answers, StaffIntents& intents) {
    const auto halves = columns(place, 2, ui.px(space::m));
    ButtonSpec safe{ButtonLook::secondary};
    safe.role = TargetRole::commit;
    if (button(ui, std::string(answers.name) + "/safe", halves[0], answers.safe, safe) || ui.key(Key::escape))
        intents.emplace_back(CartsIntent{CloseCartSheet{}});
    ButtonSpec doing{answers.destructive ? ButtonLook::destructive_fill : ButtonLook::primary};
    doing.role = TargetRole::commit;
    doing.guarded = true;
    doing.enabled = answers.enabled;
    if (button(ui, std::string(answers.name) + "/do", halves[1], answers.doing, doing))
        intents.emplace_back(CartsIntent{ConfirmCartSheet{}});
}

float answers_height(const Ui& ui) {
    return std::max(ui.px(96), ui.target_size(88, TargetRole::commit));
}

using Words = std::string (*)(const Language&, int);

// Four reasons below one another.
void draw_choice_of_reasons(Ui& ui, Rect& room, Words words, int count, int chosen, StaffIntents& intents) {
    ui.canvas().text(TextRole::B3, cut_top(room, ui.px(36), ui.px(space::xs)), ui.text("till.discount.why"),
                     ui.colours().ink);
    for (int i = 0; i < count; ++i)
        if (choice(ui, "cart.reason." + std::to_string(i),
                   cut_top(room, std::max(ui.px(64), ui.target_size(56)), ui.px(space::s)), words(ui.language(), i),
                   chosen == i))
            intents.emplace_back(CartsIntent{ChooseCartReason{i}});
}

void draw_removal(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.carts;
    const bool line = desk.sheet == Ask::removing;
    if (line && desk.line >= session.cart.lines.size()) return;
    auto& canvas = ui.canvas();
    const auto title =
        line ? line_name(ui.language(), context.view, session.cart.lines[desk.line]) : ui.text("till.clear.title");
    const auto& sentence = ui.text(line ? "till.removal.sentence" : "till.clear.sentence");
    Rect room = dialog_frame(ui, ui.px(760), ui.px(760), desk.since);
    const Rect foot = cut_bottom(room, answers_height(ui), ui.px(space::l));
    canvas.text(TextRole::S1, cut_top(room, ui.px(60), ui.px(space::xs)), title, ui.colours().ink, Align::left,
                Fit::ellipsis);
    const float height = canvas.paragraph_height(TextRole::T3, room.w, sentence);
    canvas.paragraph(TextRole::T3, cut_top(room, height, ui.px(space::l)), sentence, ui.colours().ink_2);
    draw_choice_of_reasons(ui, room, removal_reason, removal_reasons, desk.reason, intents);
    draw_answers(ui, foot,
                 {ui.text("till.clear.keep"), ui.text(line ? "till.removal.confirm" : "till.clear.drop"),
                  desk.reason >= 0, true, "clear"},
                 intents);
}

void draw_other(Ui& ui, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.carts;
    auto& canvas = ui.canvas();
    Rect room = dialog_frame(ui, ui.px(1080), ui.px(860), desk.since);
    const Rect foot = cut_bottom(room, answers_height(ui), ui.px(space::l));
    canvas.text(TextRole::S1, cut_top(room, ui.px(56)), ui.text("till.other.name"), ui.colours().ink);
    const auto words =
        desk.code.empty() ? ui.text("till.other.sentence") : ui.format("till.other.code", {{"code", desk.code}});
    canvas.text(TextRole::T3, cut_top(room, ui.px(36), ui.px(space::m)), words, ui.colours().ink_2, Align::left,
                Fit::ellipsis);
    Rect pad = cut_left(room, room.w * 0.54f, ui.px(space::xxl));
    const auto price = typed_number(desk.digits) == 0 ? std::string("0 ₫")
                                                      : format_money(Dong{typed_number(desk.digits)}, ui.language());
    amount_field(ui, "cart.amount", cut_top(pad, ui.px(96), ui.px(space::m)), ui.text("till.other.price"), price, true);
    if (const auto press = number_pad(ui, "cart", pad_ground(ui, pad), PadLayout::money))
        intents.emplace_back(CartsIntent{PressCartPad{press}});
    draw_choice_of_reasons(ui, room, other_reason, other_reasons, desk.reason, intents);
    draw_answers(
        ui, foot,
        {ui.text("till.discount.close"), ui.text("till.other.add"), desk.reason >= 0 && typed_number(desk.digits) > 0},
        intents);
}

void draw_quantity(Ui& ui, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.carts;
    Rect room = dialog_frame(ui, ui.px(640), ui.px(860), desk.since);
    const Rect foot = cut_bottom(room, answers_height(ui), ui.px(space::l));
    ui.canvas().text(TextRole::S1, cut_top(room, ui.px(56), ui.px(space::m)), ui.text("till.quantity.title"),
                     ui.colours().ink);
    amount_field(ui, "cart.amount", cut_top(room, ui.px(96), ui.px(space::m)), ui.text("till.quantity.count"),
                 format_number(typed_number(desk.digits), ui.language()), true);
    if (const auto press = number_pad(ui, "cart", pad_ground(ui, room), PadLayout::money))
        intents.emplace_back(CartsIntent{PressCartPad{press}});
    draw_answers(ui, foot,
                 {ui.text("till.discount.close"), ui.text("till.quantity.use"), typed_number(desk.digits) > 0},
                 intents);
}

// A note with the keyboard below it.
void draw_writing(Ui& ui, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.carts;
    auto& canvas = ui.canvas();
    const bool customer = desk.sheet == Ask::note;
    ui.scrim(1);
    const float keys = keyboard_height(ui, desk.keyboard);
    const Rect screen = ui.screen();
    const Rect above{0, 0, screen.w, screen.h - keys};
    const float height = std::min(ui.px(430), above.h - 2 * ui.px(space::m));
    const Rect card = centre(above, std::min(ui.px(1080), screen.w - 2 * ui.px(space::xxl)), height);
    canvas.fill(card, ui.colours().surface, ui.px(radius::hero_button));
    Rect room = inset(card, ui.px(space::xxl), ui.px(space::xl));
    const Rect foot = cut_bottom(room, answers_height(ui), ui.px(space::m));
    const auto title =
        customer ? ui.text("till.note.title") : ui.format("till.note.parked", {{"number", std::to_string(desk.about)}});
    canvas.text(TextRole::S2, cut_top(room, ui.px(48), ui.px(space::xs)), title, ui.colours().ink, Align::left,
                Fit::ellipsis);
    FieldSpec field;
    field.value = desk.typed.text;
    const auto& placeholder = ui.text(customer ? "till.note.hint" : "till.note.parked_hint");
    field.placeholder = placeholder;
    field.active = true;
    if (text_area(ui, "cart.note", room, field)) desk.keyboard.shown = true;
    draw_answers(ui, foot, {ui.text("till.discount.close"), ui.text("till.note.save")}, intents);
    const KeyboardSpec spec{.action = ui.text("till.note.save"), .most = longest_note};
    const auto press = keys > 0 ? keyboard(ui, {0, screen.h - keys, screen.w, keys}, desk.keyboard, desk.typed, spec)
                                : real_keyboard(ui, desk.keyboard, desk.typed, longest_note);
    if (press.action) intents.emplace_back(CartsIntent{ConfirmCartSheet{}});
}

void draw_parked_row(Ui& ui, const Rect& row, const ParkedCart& each, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto number = std::to_string(each.number);
    canvas.stroke(row, colours.line, ui.px(2), ui.px(radius::button));
    Rect inner = inset(row, ui.px(space::m), ui.px(space::s));
    const float side = std::max(ui.px(64), ui.target_size(56));
    const auto tool = [&](const char* what, Icon icon, const std::string& label, ButtonLook look) {
        return icon_button(ui, "parked." + number + what, centre(cut_right(inner, side, ui.px(space::s)), side, side),
                           icon, label, {look});
    };
    if (tool(".drop", Icon::trash, ui.text("till.order.clear"), ButtonLook::destructive))
        intents.emplace_back(CartsIntent{OpenCartSheet{Ask::dropping, each.number}});
    if (tool(".note", Icon::pencil, ui.text("till.note.open"), ButtonLook::tertiary))
        intents.emplace_back(CartsIntent{OpenCartSheet{Ask::name, each.number}});
    const auto label = ui.format("till.park.tab", {{"number", number}});
    const Tap tap = ui.tap_target("parked." + number, TargetRole::row, inner, label);
    if (tap.pressed > 0) canvas.fill(inner, colours.pine_1.with_alpha(tap.pressed), ui.px(radius::tag));
    const auto totals = totals_of(each.cart);
    const auto lines = rows(inner, 3, 0);
    Rect first = lines[0];
    const auto sum = format_money(totals.total, ui.language());
    canvas.text(TextRole::B3, cut_right(first, canvas.text_width(TextRole::B3, sum), ui.px(space::s)), sum, colours.ink,
                Align::right);
    canvas.text(TextRole::B3, first, label, colours.ink, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T4, lines[1],
                ui.format("till.park.since", {{"time", format_time(each.since)},
                                              {"count", format_quantity(totals.pieces, "", ui.language())}}),
                colours.ink_2, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T4, lines[2], each.note.empty() ? ui.text("till.park.no_note") : each.note,
                each.note.empty() ? colours.ink_3 : colours.ink, Align::left, Fit::ellipsis);
    if (tap) intents.emplace_back(CartsIntent{ShowCart{each.number}});
}

void draw_parked(Ui& ui, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.carts;
    const auto title = ui.format("till.park.count", {{"count", std::to_string(desk.parked.size())}});
    const auto sheet = sheet_frame(ui, "parked", title, ui.px(1100), desk.since);
    if (sheet.closed) intents.emplace_back(CartsIntent{CloseCartSheet{}});
    const float row = std::max(ui.px(124), ui.target_size(56) + 2 * ui.px(space::s));
    scroll_list(ui, "parked.list", sheet.room, desk.list, {static_cast<int>(desk.parked.size()), row, ui.px(space::s)},
                [&](int index, const Rect& place) {
                    draw_parked_row(ui, place, desk.parked[static_cast<std::size_t>(index)], intents);
                });
    if (desk.parked.empty())
        ui.canvas().paragraph(TextRole::T2, sheet.room, ui.text("till.park.none"), ui.colours().ink_2);
}

} // namespace

void draw_cart_sheet(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    if (session.baskets.asking) return;
    switch (session.carts.sheet) {
    case Ask::none:
        return;
    case Ask::parked:
        return draw_parked(ui, session, intents);
    case Ask::note:
    case Ask::name:
        return draw_writing(ui, session, intents);
    case Ask::other:
        return draw_other(ui, session, intents);
    case Ask::removing:
    case Ask::dropping:
        return draw_removal(ui, context, session, intents);
    case Ask::quantity:
        return draw_quantity(ui, session, intents);
    }
}

} // namespace ocop::kiosk
