#include "kiosk/till/basket_notes.h"

#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/tags.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

constexpr std::size_t most_notes_shown = 5;

std::string words_of(const Ui& ui, const BasketNote& note) {
    switch (note.kind) {
    case BasketNote::Kind::unknown:
        return ui.format("till.basket.unknown", {{"what", note.what}, {"wanted", note.wanted}});
    case BasketNote::Kind::no_price:
        return ui.format("till.basket.no_price", {{"what", note.what}, {"wanted", note.wanted}});
    case BasketNote::Kind::not_added:
        return ui.format("till.basket.not_added", {{"what", note.what}, {"wanted", note.wanted}});
    case BasketNote::Kind::short_of:
        return ui.format("till.basket.short", {{"what", note.what}, {"left", note.left}, {"wanted", note.wanted}});
    case BasketNote::Kind::other_day:
        return ui.format("till.basket.other_day", {{"day", note.what}});
    }
    return {};
}

std::vector<std::string> note_lines(const Ui& ui, const std::vector<BasketNote>& notes) {
    std::vector<std::string> lines;
    for (const auto& note : notes) {
        if (lines.size() == most_notes_shown) {
            lines.push_back(ui.format("till.basket.more", {{"count", std::to_string(notes.size() - lines.size())}}));
            break;
        }
        lines.push_back(words_of(ui, note));
    }
    return lines;
}

// "10:42", with its date when that was not today.
std::string loaded_words(const Ui& ui, const StaffContext& context, Instant at) {
    return day_of(at) == day_of(context.now) ? format_time(at) : format_date_time(at, ui.language());
}

} // namespace

void draw_basket_notes(Ui& ui, Rect& rest, const StaffSession& session, StaffIntents& intents) {
    if (session.baskets.notes.empty()) return;
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = ui.target_size(56);
    const float padding = ui.px(space::s);
    const float width = rest.w - 2 * ui.px(space::xl) - ui.px(28) - ui.px(space::s) - side;
    const auto lines = note_lines(ui, session.baskets.notes);
    float height = 0;
    for (const auto& line : lines)
        height += canvas.paragraph_height(TextRole::M5, width, line);
    const Rect strip = cut_top(rest, std::max(side, height) + 2 * padding);
    canvas.fill(strip, colours.hoe_1);
    Rect inner = inset(strip, ui.px(space::xl), padding, ui.px(space::xs), padding);
    const Rect close = cut_right(inner, side);
    Rect icon = cut_left(inner, ui.px(28), ui.px(space::s));
    icon.h = canvas.line_height(TextRole::M5);
    canvas.icon(Icon::alert, icon, colours.hoe_7);
    float y = inner.y;
    for (const auto& line : lines)
        y += canvas.paragraph(TextRole::M5, {inner.x, y, width, 0}, line, colours.ink);
    if (icon_button(ui, "basket.notes.close", {close.x, close.y, side, side}, Icon::cross, ui.text("ui.close")))
        intents.emplace_back(CloseBasketNotes{});
}

void draw_typed_basket(Ui& ui, Rect& rest, const StaffContext& context, const StaffSession& session,
                       StaffIntents& intents) {
    const auto& desk = session.baskets;
    if (!desk.found && !desk.not_found) return;
    if (ui.key(Key::enter)) intents.emplace_back(TakeTypedBasket{});
    if (!desk.found) {
        const Rect strip =
            cut_top(rest, std::max(ui.px(72), 2 * ui.canvas().line_height(TextRole::M3) + ui.px(16)), ui.px(space::m));
        notice_strip(ui, strip, Icon::basket, ui.language().sentence(*desk.not_found), TagLook::hoe);
        return;
    }
    const Rect strip = cut_top(rest, std::max(ui.px(88), ui.target_size(64)) + ui.px(16), ui.px(space::m));
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(strip, colours.pine_1, ui.px(radius::button));
    Rect inner = inset(strip, ui.px(space::xl), ui.px(8), ui.px(space::s), ui.px(8));
    canvas.icon(Icon::basket, cut_left(inner, ui.px(36), ui.px(space::m)), colours.pine_9);
    const auto& basket = desk.found->read.basket;
    Quantity pieces;
    for (const auto& line : basket.lines)
        pieces = pieces + line.quantity;
    const auto& verb = ui.text("till.basket.take");
    const ButtonSpec spec{ButtonLook::primary, Icon::check, false, true, false, false, TextRole::B3};
    if (button(ui, "basket.take", cut_right(inner, button_width(ui, verb, spec), ui.px(space::m)), verb, spec))
        intents.emplace_back(TakeTypedBasket{});
    const auto lines = rows(inner, 2, 0);
    canvas.text(TextRole::B2, lines[0], ui.format("till.basket.found", {{"code", basket.code}}), colours.pine_9,
                Align::left, Fit::ellipsis);
    auto words = ui.format("till.basket.pieces", {{"count", format_quantity(pieces, "", ui.language())}});
    if (desk.found->made_at)
        words += " · " + ui.format("till.basket.made", {{"time", format_time(*desk.found->made_at)}});
    if (desk.found->loaded_at)
        words += " · " + ui.format("till.basket.again", {{"time", loaded_words(ui, context, *desk.found->loaded_at)}});
    canvas.text(TextRole::T3, lines[1], words, colours.pine_9, Align::left, Fit::ellipsis);
}

void draw_basket_question(Ui& ui, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    const auto& asking = session.baskets.asking;
    if (!asking) return;
    const bool again = asking->loaded_at.has_value();
    const bool add = !session.cart.empty();
    const auto& code = asking->read.basket.code;
    std::string sentence;
    if (again)
        sentence = ui.format("till.basket.again_sentence", {{"time", loaded_words(ui, context, *asking->loaded_at)}});
    if (add)
        sentence += (again ? " " : "") +
                    ui.format("till.basket.add_sentence",
                              {{"count", format_quantity(totals_of(session.cart).pieces, "", ui.language())}});
    const auto title = ui.format(again ? "till.basket.again_title" : "till.basket.add_title", {{"code", code}});
    const DialogSpec question{title,
                              sentence,
                              ui.text(add ? "till.basket.keep" : "till.basket.leave"),
                              ui.text(again ? "till.basket.load_again" : "till.basket.add"),
                              false,
                              Icon::basket};
    if (const auto answered = dialog(ui, "basket", question, session.baskets.asking_since))
        intents.emplace_back(AnswerBasket{*answered == DialogAnswer::doing});
}

std::string kept_back_words(Ui& ui, const StaffContext& context, const Product& product) {
    Quantity kept;
    for (const auto& each : context.view.snapshot().kept_back) {
        if (each.sku != product.sku || each.until <= ui.now()) continue;
        kept = kept + each.quantity;
        ui.wake_at(each.until);
    }
    if (kept == Quantity{}) return {};
    return ui.format("till.selling.kept_back", {{"count", quantity_words(ui.language(), product, kept)}});
}

} // namespace ocop::kiosk
