#include "kiosk/till/close_shift_parts.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/table.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

struct Verdict {
    std::string words;
    TagLook look;
    Icon icon;
    Colour colour;
};

Verdict verdict_on(Ui& ui, Dong difference) {
    const auto& c = ui.colours();
    if (difference == Dong{}) return {ui.text("till.close.match"), TagLook::pine, Icon::check, c.pine_7};
    if (difference < Dong{}) return {ui.text("till.close.short"), TagLook::son, Icon::alert, c.son_7};
    return {ui.text("till.close.over"), TagLook::hoe, Icon::alert, c.hoe_7};
}

// Cash is counted; transfers and cards are what the till recorded, and say whether somebody has seen the money.
void draw_methods(Ui& ui, const Rect& area, const ShiftFigures& figures, Dong counted) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, area);
    const std::vector<TableColumn> heads{{ui.text("till.close.method"), 1.15f},
                                         {ui.text("till.close.expected"), 1.1f, Align::right},
                                         {ui.text("till.close.counted"), 1.1f, Align::right},
                                         {ui.text("till.close.difference"), 1, Align::right},
                                         {ui.text("till.close.verdict"), 1.25f}};
    Rect rest = inset(area, ui.px(2));
    table_header(ui, cut_top(rest, table_header_height(ui)), heads);
    std::vector<float> weights;
    for (const auto& head : heads)
        weights.push_back(head.weight);
    const auto places = [&](const Rect& row) { return weighted_columns(inset(row, ui.px(24), 0), weights, ui.px(16)); };
    const auto money = [&](Dong amount) { return format_money(amount, ui.language()); };
    const float height = table_row_height(ui);
    bool first = true;
    const auto line = [&](const std::string& method, Dong recorded, std::optional<Dong> found, const Verdict& verdict) {
        const Rect row = cut_top(rest, height);
        if (!std::exchange(first, false)) canvas.fill({row.x, row.y, row.w, 1}, colours.line);
        const auto cells = places(row);
        const auto amount = [&](std::size_t column, const std::string& words, TextRole role, Colour colour) {
            canvas.text(canvas.fitting({role, TextRole::T3, TextRole::T4}, cells[column].w, words), cells[column],
                        words, colour, Align::right);
        };
        canvas.text(TextRole::B3, cells[0], method, colours.ink, Align::left, Fit::ellipsis);
        amount(1, money(recorded), TextRole::T3, colours.ink);
        amount(2, found ? money(*found) : "–", TextRole::T3, colours.ink);
        amount(3, found ? money(*found - recorded) : "–", TextRole::B3, found ? verdict.colour : colours.ink_2);
        if (tag_width(ui, verdict.words, verdict.icon) <= cells[4].w)
            tag(ui, {cells[4].x, row.centre_y() - tag_height(ui) / 2}, verdict.words, verdict.look, verdict.icon);
        else
            canvas.text(TextRole::M5, cells[4], verdict.words, verdict.colour, Align::left, Fit::ellipsis);
    };
    line(ui.text("shift.method.cash"), figures.expected_cash, counted, verdict_on(ui, counted - figures.expected_cash));
    for (const auto& [method, amount] : figures.by_method) {
        if (method == "cash") continue;
        const bool open = method == "transfer" && figures.unconfirmed_transfers != Dong{};
        line(ui.text("shift.method." + method), amount, std::nullopt,
             open ? Verdict{ui.text("till.close.unconfirmed"), TagLook::hoe, Icon::clock, colours.hoe_7}
                  : Verdict{ui.text("till.close.recorded"), TagLook::pine, Icon::check, colours.pine_7});
    }
}

// The outcome in one strip, with the way to count again.
void draw_outcome(Ui& ui, Rect area, Dong difference, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const bool equal = difference == Dong{};
    const bool missing = difference < Dong{};
    const auto ink = equal ? colours.pine_9 : missing ? colours.son_7 : colours.hoe_7;
    canvas.fill(area, equal ? colours.pine_1 : missing ? colours.son_1 : colours.hoe_1, ui.px(radius::card));
    Rect inner = inset(area, ui.px(28), ui.px(14));
    if (!equal && session.shift_desk.earlier_counts.empty()) { // once: a drawer is not counted until it fits
        const ButtonSpec spec{.look = missing ? ButtonLook::destructive : ButtonLook::secondary,
                              .icon = Icon::undo,
                              .enabled = !session.waiting,
                              .text = TextRole::B3};
        const auto& words = ui.text("till.close.again");
        const Rect place = cut_right(inner, button_width(ui, words, spec), ui.px(space::l));
        if (button(ui, "close.again", centre(place, place.w, std::min(place.h, button_height(ui))), words, spec))
            intents.emplace_back(ShiftIntent(CountAgain{}));
    }
    canvas.icon(equal ? Icon::check : Icon::alert,
                centre(cut_left(inner, ui.px(44), ui.px(space::l)), ui.px(44), ui.px(44)), ink, 2.4f);
    const auto amount = format_money(missing ? -difference : difference, ui.language());
    const auto lines = rows(inner, 2, 0);
    canvas.text(TextRole::B2, lines[0],
                equal     ? ui.text("till.close.equal_title")
                : missing ? ui.format("till.close.short_title", {{"amount", amount}})
                          : ui.format("till.close.over_title", {{"amount", amount}}),
                ink);
    const auto& more = ui.text(equal                                       ? "till.close.equal_sentence"
                               : session.shift_desk.earlier_counts.empty() ? "till.close.differs_sentence"
                                                                           : "till.close.counted_twice");
    canvas.text(canvas.fitting({TextRole::T3, TextRole::T4}, lines[1].w, more), lines[1], more, colours.ink,
                Align::left, Fit::ellipsis);
}

// Chips in as many lines as they need; returns the height used.
float draw_count_reasons(Ui& ui, const Rect& area, const StaffSession& session, StaffIntents& intents) {
    const float height = chip_height(ui);
    const float gap = ui.px(space::s);
    Point at{area.x, area.y};
    for (int reason = 0; reason < count_reasons; ++reason) {
        const auto words = count_reason(ui.language(), reason);
        const bool chosen = session.shift_desk.reason == reason;
        const float width = chip_width(ui, words, chosen);
        if (at.x > area.x && at.x + width > area.right()) at = {area.x, at.y + height + gap};
        if (chip(ui, "reason." + std::to_string(reason), {at.x, at.y, width, height}, words, chosen, Icon::none,
                 !session.waiting))
            intents.emplace_back(ShiftIntent(ChooseReason{reason}));
        at.x += width + gap;
    }
    return at.y + height - area.y;
}

} // namespace

void draw_comparison(Ui& ui, Rect area, const ShiftFigures& figures, const StaffSession& session,
                     StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& desk = session.shift_desk;
    const Dong counted = total_of(desk.tally);
    const Dong difference = counted - figures.expected_cash;
    const bool equal = difference == Dong{};
    Rect foot = cut_bottom(area, std::max(ui.px(88), ui.target_size(88, TargetRole::commit)), ui.px(space::m));
    const auto methods =
        std::max<std::size_t>(1, figures.by_method.size() + (figures.by_method.count("cash") == 0 ? 1 : 0));
    const float table = table_header_height(ui) + table_row_height(ui) * static_cast<float>(methods) + 2 * ui.px(2);
    draw_methods(ui, cut_top(area, std::min(table, area.h), ui.px(space::m)), figures, counted);
    draw_outcome(ui, cut_top(area, std::max(ui.px(112), button_height(ui) + ui.px(28)), ui.px(space::m)), difference,
                 session, intents);
    if (!equal) {
        canvas.text(TextRole::B3, cut_top(area, ui.px(38), ui.px(space::xs)), ui.text("till.close.reason"),
                    colours.ink);
        cut_top(area, draw_count_reasons(ui, area, session, intents), ui.px(space::m));
        const float field = std::min(std::max(ui.px(72), ui.target_size(64)), area.h);
        FieldSpec spec;
        spec.value = desk.note.text;
        spec.placeholder = ui.text("till.close.note");
        spec.icon = Icon::pencil;
        spec.enabled = !session.waiting;
        if (text_field(ui, "close.note", cut_top(area, field), spec)) intents.emplace_back(ShiftIntent(EditNote{true}));
    }
    if (button(ui, "close.later", cut_left(foot, foot.w * 0.34f, ui.px(space::m)), ui.text("till.close.back"),
               {ButtonLook::tertiary, Icon::back, false, !session.waiting, false, false, TextRole::B2,
                TargetRole::commit}))
        intents.emplace_back(ShowShift{});
    if (button(ui, "close.confirm", foot, ui.text(session.waiting ? "till.pay.saving" : "till.close.confirm"),
               {ButtonLook::primary, Icon::check, false, (equal || desk.reason >= 0) && !session.waiting, true, false,
                TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ShiftIntent(ConfirmCount{}));
}

void draw_note_sheet(Ui& ui, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    auto& desk = session.shift_desk;
    ui.scrim();
    const float keys = keyboard_height(ui, desk.keyboard);
    const float field = ui.px(150);
    const float done = std::max(ui.px(72), ui.target_size(64));
    const float height = keys + field + done + ui.px(2 * space::xl + space::m);
    Rect sheet{0, ui.screen().h - height, ui.screen().w, height};
    canvas.fill(sheet, colours.paper, ui.px(radius::card), Corners::top());
    const Rect keyboard_room = cut_bottom(sheet, keys);
    Rect inner = inset(sheet, ui.px(space::xxl), ui.px(space::xl));
    Rect head = cut_top(inner, done, ui.px(space::m));
    const ButtonSpec spec{.look = ButtonLook::primary, .icon = Icon::check, .text = TextRole::B3};
    const auto& words = ui.text("till.close.note_done");
    // The keyboard has that key too.
    if (keys <= 0 &&
        button(ui, "note.done", cut_right(head, button_width(ui, words, spec), ui.px(space::m)), words, spec))
        intents.emplace_back(ShiftIntent(EditNote{false}));
    canvas.text(TextRole::S2, head, ui.text("till.close.note"), colours.ink);
    FieldSpec text;
    text.value = desk.note.text;
    text.placeholder = ui.text("till.close.note_hint");
    text.active = true;
    if (text_area(ui, "note.text", inner, text)) desk.keyboard.shown = true;
    const KeyboardSpec keyboard_spec{words, Icon::check, true, 300};
    const auto press = keys > 0 ? keyboard(ui, keyboard_room, desk.keyboard, desk.note, keyboard_spec)
                                : real_keyboard(ui, desk.keyboard, desk.note, 300);
    if (press.action || ui.key(Key::escape)) intents.emplace_back(ShiftIntent(EditNote{false}));
}

} // namespace ocop::kiosk
