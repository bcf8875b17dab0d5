#include "kiosk/till/basket_notes.h"
#include "kiosk/till/order_dialogs.h"
#include "kiosk/till/order_lines.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

float row_height(const Ui& ui) {
    return std::max(ui.px(88), ui.target_size(56, TargetRole::row));
}
float tools_height(const Ui& ui) {
    return std::max(ui.px(64), ui.target_size(56)) + ui.px(space::m);
}

// What can be done with the selected line.
void draw_tools(Ui& ui, Rect tools, std::size_t index, const StaffContext& context, const StaffSession& session,
                StaffIntents& intents) {
    const auto& line = session.cart.lines[index];
    const auto name = "line." + std::to_string(index);
    const float steps = std::max(ui.px(180), 3 * ui.target_size(56));
    const auto& drop = ui.text("till.order.remove");
    const auto& less = ui.text("till.discount.open");
    ButtonSpec remove{ButtonLook::destructive, Icon::trash};
    ButtonSpec discount{ButtonLook::secondary, Icon::percent};
    remove.text = discount.text = TextRole::B3;
    const float gap = ui.px(space::s);
    const auto fits = [&] {
        return steps + button_width(ui, drop, remove) + button_width(ui, less, discount) + 2 * gap <= tools.w;
    };
    if (!fits()) discount.icon = Icon::none;
    const float side = std::max(ui.px(64), ui.target_size(56));
    bool gone = false;
    if (fits())
        gone = button(ui, name + ".remove", cut_right(tools, button_width(ui, drop, remove), gap), drop, remove);
    else
        gone = icon_button(ui, name + ".remove", cut_right(tools, side, gap), Icon::trash, drop, remove);
    if (gone) intents.emplace_back(RemoveLine{index});
    const float width = std::min(button_width(ui, less, discount), tools.w - steps - gap);
    if (button(ui, name + ".discount", cut_right(tools, width, gap), less, discount))
        intents.emplace_back(PriceIntent{OpenPrices{index}});
    const auto* product = context.view.snapshot().catalogue->find(line.sku);
    if (product == nullptr && !line.other) return;
    const Quantity step = product == nullptr ? Quantity::of(1) : step_of(*product);
    const auto words = product == nullptr ? format_quantity(line.quantity, "", ui.language())
                                          : quantity_words(ui.language(), *product, line.quantity);
    const int steps_wanted =
        stepper(ui, name + ".count", cut_left(tools, std::min(tools.w, ui.px(230))), words, line.quantity > step, true);
    if (steps_wanted != 0) intents.emplace_back(ChangeLine{index, steps_wanted});
}

// The sum at the right of a line, what it was before below it.
void draw_sum(Ui& ui, Rect& words, const LineMoney& money) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto total = format_money(money.gross - money.own, ui.language());
    const auto before = money.own == Dong{} ? std::string() : format_money(money.gross, ui.language());
    const float width = std::max(canvas.text_width(TextRole::B2, total), canvas.text_width(TextRole::T4, before));
    const Rect place = cut_right(words, width, ui.px(space::m));
    if (before.empty()) {
        canvas.text(TextRole::B2, place, total, colours.ink, Align::right);
        return;
    }
    const float first = canvas.line_height(TextRole::B2);
    const float second = canvas.line_height(TextRole::T4);
    Rect both = centre(place, place.w, first + second);
    canvas.text(TextRole::B2, cut_top(both, first), total, colours.ink, Align::right);
    canvas.text(TextRole::T4, both, before, colours.ink_2, Align::right);
    const float length = canvas.text_width(TextRole::T4, before);
    canvas.fill({place.right() - length, both.centre_y(), length, ui.px(2)}, colours.ink_2);
}

void draw_line(Ui& ui, const Rect& place, std::size_t index, const LineMoney& money, const StaffContext& context,
               const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& line = session.cart.lines[index];
    const bool selected = index == session.selected_line;
    if (selected) canvas.fill(place, colours.pine_1);
    canvas.fill({place.x, place.bottom() - ui.px(2), place.w, ui.px(2)}, colours.line);
    Rect inner = inset(place, ui.px(space::xl), ui.px(space::s));
    Rect words = cut_top(inner, row_height(ui) - 2 * ui.px(space::s));
    const auto name = line_name(ui.language(), context.view, line);
    if (ui.tap_target("line." + std::to_string(index), TargetRole::row,
                      {place.x, place.y, place.w, row_height(ui) - ui.px(space::s)}, name))
        intents.emplace_back(SelectLine{index});
    draw_sum(ui, words, money);
    const auto lines = rows(words, 2, 0);
    canvas.text(TextRole::B3, lines[0], name, colours.ink, Align::left, Fit::ellipsis);
    auto below = line_words(ui.language(), context.view, line);
    if (const auto less = line_reduction(ui.language(), line, money); !less.empty()) below += " · " + less;
    canvas.text(TextRole::T4, lines[1], below, colours.ink_2, Align::left, Fit::ellipsis);
    if (!selected) return;
    Rect tools = inset(inner, 0, ui.px(4), 0, 0);
    tools.h = tools_height(ui) - ui.px(space::m);
    draw_tools(ui, tools, index, context, session, intents);
}

void draw_lines(Ui& ui, const Rect& area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& lines = session.cart.lines;
    if (lines.empty()) {
        const Rect middle = centre(area, area.w - 2 * ui.px(space::xl), ui.px(180));
        canvas.icon(Icon::barcode, {middle.x, middle.y, middle.w, ui.px(72)}, colours.ink_3);
        canvas.paragraph(TextRole::T2, inset(middle, 0, ui.px(92), 0, 0), ui.text("till.order.empty"), colours.ink_2,
                         {0, Align::centre});
        return;
    }
    const float extra = session.just_scanned.empty() ? 0 : ui.px(72);
    const float height = static_cast<float>(lines.size()) * row_height(ui) + tools_height(ui) + extra;
    scroll_area(ui, "order.lines", area, session.lines, height, [&](const Rect& content) {
        Rect rest = content;
        const auto money = money_of(session.cart);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Rect place = cut_top(rest, row_height(ui) + (i == session.selected_line ? tools_height(ui) : 0));
            if (overlap(place, area)) draw_line(ui, place, i, money[i], context, session, intents);
        }
        if (session.just_scanned.empty()) return;
        Rect scanned = inset(cut_top(rest, ui.px(72)), ui.px(space::xl), 0);
        canvas.icon(Icon::check, cut_left(scanned, ui.px(32), ui.px(space::s)), colours.pine_7);
        canvas.text(TextRole::T3, scanned, ui.format("till.order.scanned", {{"name", session.just_scanned}}),
                    colours.pine_7, Align::left, Fit::ellipsis);
    });
}

float order_tools_height(const Ui& ui) {
    return std::max(ui.px(60), ui.target_size(56));
}

// What can be done with the whole order.
void draw_order_tools(Ui& ui, const Rect& area, StaffIntents& intents) {
    const auto places = columns(area, 3, ui.px(space::s));
    const auto tool = [&](std::size_t place, const char* name, const std::string& label, ButtonLook look, Icon icon) {
        ButtonSpec spec{look, icon};
        spec.text = TextRole::B4;
        if (button_width(ui, label, spec) - ui.px(32) > places[place].w) spec.icon = Icon::none;
        return button(ui, name, places[place], label, spec);
    };
    if (tool(0, "order.discount", ui.text("till.discount.order_short"), ButtonLook::tertiary, Icon::percent))
        intents.emplace_back(PriceIntent{OpenPrices{}});
    if (tool(1, "order.note", ui.text("till.note.open"), ButtonLook::tertiary, Icon::pencil))
        intents.emplace_back(CartsIntent{OpenCartSheet{CartsDesk::Sheet::note}});
    if (tool(2, "order.clear", ui.text("till.order.clear"), ButtonLook::tertiary, Icon::trash))
        intents.emplace_back(CartsIntent{OpenCartSheet{CartsDesk::Sheet::dropping}});
}

void draw_totals(Ui& ui, Rect area, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(area, colours.paper);
    canvas.fill({area.x, area.y, area.w, ui.px(2)}, colours.line);
    Rect inner = inset(area, ui.px(space::xl), ui.px(space::l));
    const auto totals = totals_of(session.cart);
    if (!session.cart.empty()) draw_order_tools(ui, cut_top(inner, order_tools_height(ui), ui.px(space::s)), intents);
    Rect first = cut_top(inner, ui.px(36));
    canvas.text(TextRole::T3, first,
                ui.format("till.order.subtotal", {{"count", format_quantity(totals.pieces, "", ui.language())}}),
                colours.ink_2);
    canvas.text(TextRole::M3, first, format_money(totals.subtotal, ui.language()), colours.ink, Align::right);
    if (totals.discount != Dong{}) {
        const Rect less = cut_top(inner, ui.px(36));
        canvas.text(TextRole::T3, less, ui.text("till.order.discount"), colours.ink_2);
        canvas.text(TextRole::M3, less, format_money(-totals.discount, ui.language()), colours.son_7, Align::right);
    }
    Rect sum = cut_top(inner, ui.px(76), ui.px(space::s));
    canvas.text(TextRole::B2, sum, ui.text("till.order.total"), colours.ink);
    canvas.text(TextRole::N2, sum, format_money(totals.total, ui.language()), colours.ink, Align::right);
    const bool ready = !session.cart.empty();
    const bool transfers = !context.view.snapshot().booth.bank_bin.empty();
    inner.h = std::max(inner.h, ui.target_size(104, TargetRole::commit));
    if (transfers) {
        const Rect left = cut_left(inner, inner.w * 0.38f, ui.px(space::s));
        if (button(ui, "order.transfer", left, ui.text("till.order.transfer"),
                   {ButtonLook::secondary, Icon::qr, false, ready, true, false, TextRole::B2, TargetRole::commit}))
            intents.emplace_back(StartPayment{PaymentMethod::transfer});
    }
    if (button(ui, "order.cash", inner, ui.text("till.order.cash"),
               {ButtonLook::primary, Icon::cash, false, ready, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(StartPayment{PaymentMethod::cash});
}

} // namespace

float order_foot_height(const Ui& ui, const Cart& cart) {
    float height = std::max(ui.px(104), ui.target_size(104, TargetRole::commit)) + ui.px(36 + 76 + 12 + 40);
    if (!cart.empty()) height += order_tools_height(ui) + ui.px(space::s);
    if (totals_of(cart).discount != Dong{}) height += ui.px(36);
    return height;
}

void draw_order(Ui& ui, const Rect& area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(area, colours.surface);
    canvas.fill({area.x, area.y, ui.px(2), area.h}, colours.line);
    Rect rest = inset(area, ui.px(2), 0, 0, 0);
    Rect head = cut_top(rest, std::max(ui.px(80), ui.target_size(56) + ui.px(16)));
    canvas.fill({head.x, head.bottom() - ui.px(2), head.w, ui.px(2)}, colours.line);
    head = inset(head, ui.px(space::xl), ui.px(8));
    if (!session.cart.empty()) {
        const auto& park = ui.text("till.park.open");
        const ButtonSpec spec{ButtonLook::tertiary, Icon::pause, false, true, false, false, TextRole::B3};
        if (button(ui, "order.park", cut_right(head, button_width(ui, park, spec), ui.px(space::m)), park, spec))
            intents.emplace_back(CartsIntent{ParkCart{}});
    }
    const auto title = ui.format("till.order.title", {{"receipt", context.view.snapshot().next_receipt}});
    if (!session.cart.from_basket.empty()) {
        const float line = canvas.line_height(TextRole::T4);
        head = centre(head, head.w, std::min(head.h, canvas.line_height(TextRole::B2) + line));
        canvas.text(TextRole::T4, cut_bottom(head, line),
                    ui.format("till.order.from_basket", {{"code", session.cart.from_basket}}), colours.ink_2,
                    Align::left, Fit::ellipsis);
    }
    canvas.text(TextRole::B2, head, title, colours.ink);
    const Rect foot = cut_bottom(rest, order_foot_height(ui, session.cart));
    draw_cart_tabs(ui, rest, context, session, intents);
    draw_unknown_code(ui, rest, session, intents);
    draw_basket_notes(ui, rest, session, intents);
    draw_lines(ui, rest, context, session, intents);
    draw_totals(ui, foot, context, session, intents);
}

} // namespace ocop::kiosk
