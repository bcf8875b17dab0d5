#include "kiosk/till/basket_notes.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

std::string line_name(const Ui& ui, const StaffContext& context, const CartLine& line) {
    const auto* product = context.view.snapshot().catalogue->find(line.sku);
    return product == nullptr ? line.sku.text() : product->name.in(ui.language().code());
}

std::string line_words(const Ui& ui, const StaffContext& context, const CartLine& line) {
    const auto* product = context.view.snapshot().catalogue->find(line.sku);
    const auto quantity = product == nullptr ? format_quantity(line.quantity, "", ui.language())
                                             : quantity_words(ui.language(), *product, line.quantity);
    return quantity + " × " + format_money(line.unit_price, ui.language());
}

Dong line_total(const CartLine& line) {
    Cart alone;
    alone.lines.push_back(line);
    return totals_of(alone).total;
}

float row_height(const Ui& ui) {
    return std::max(ui.px(88), ui.target_size(56, TargetRole::row));
}
float tools_height(const Ui& ui) {
    return std::max(ui.px(64), ui.target_size(56)) + ui.px(space::m);
}

void draw_line(Ui& ui, const Rect& place, std::size_t index, const StaffContext& context, const StaffSession& session,
               StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& line = session.cart.lines[index];
    const bool selected = index == session.selected_line;
    const auto number = std::to_string(index);
    if (selected) canvas.fill(place, colours.pine_1);
    canvas.fill({place.x, place.bottom() - ui.px(2), place.w, ui.px(2)}, colours.line);
    Rect inner = inset(place, ui.px(space::xl), ui.px(space::s));
    Rect words = cut_top(inner, row_height(ui) - 2 * ui.px(space::s));
    const auto name = line_name(ui, context, line);
    if (ui.tap_target("line." + number, TargetRole::row, {place.x, place.y, place.w, row_height(ui) - ui.px(space::s)},
                      name))
        intents.emplace_back(SelectLine{index});
    const auto total = format_money(line_total(line), ui.language());
    canvas.text(TextRole::B2, cut_right(words, canvas.text_width(TextRole::B2, total), ui.px(space::m)), total,
                colours.ink, Align::right);
    const auto lines = rows(words, 2, 0);
    canvas.text(TextRole::B3, lines[0], name, colours.ink, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T4, lines[1], line_words(ui, context, line), colours.ink_2);
    if (!selected) return;
    Rect tools = inset(inner, 0, ui.px(4), 0, 0);
    tools.h = tools_height(ui) - ui.px(space::m);
    const auto& drop = ui.text("till.order.remove");
    const ButtonSpec remove{ButtonLook::destructive, Icon::trash};
    if (button(ui, "line." + number + ".remove", cut_right(tools, button_width(ui, drop, remove)), drop, remove))
        intents.emplace_back(RemoveLine{index});
    const auto* product = context.view.snapshot().catalogue->find(line.sku);
    if (product == nullptr) return;
    const Rect steps = cut_left(tools, std::max(ui.px(230), 3 * ui.target_size(56)));
    const bool can_less = line.quantity > step_of(*product);
    const int step = stepper(ui, "line." + number + ".count", steps,
                             quantity_words(ui.language(), *product, line.quantity), can_less, true);
    if (step != 0) intents.emplace_back(ChangeLine{index, step});
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
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Rect place = cut_top(rest, row_height(ui) + (i == session.selected_line ? tools_height(ui) : 0));
            if (overlap(place, area)) draw_line(ui, place, i, context, session, intents);
        }
        if (session.just_scanned.empty()) return;
        Rect scanned = inset(cut_top(rest, ui.px(72)), ui.px(space::xl), 0);
        canvas.icon(Icon::check, cut_left(scanned, ui.px(32), ui.px(space::s)), colours.pine_7);
        canvas.text(TextRole::T3, scanned, ui.format("till.order.scanned", {{"name", session.just_scanned}}),
                    colours.pine_7, Align::left, Fit::ellipsis);
    });
}

void draw_totals(Ui& ui, Rect area, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(area, colours.paper);
    canvas.fill({area.x, area.y, area.w, ui.px(2)}, colours.line);
    Rect inner = inset(area, ui.px(space::xl), ui.px(space::l));
    const auto totals = totals_of(session.cart);
    Rect first = cut_top(inner, ui.px(36));
    canvas.text(TextRole::T3, first,
                ui.format("till.order.subtotal", {{"count", format_quantity(totals.pieces, "", ui.language())}}),
                colours.ink_2);
    canvas.text(TextRole::M3, first, format_money(totals.subtotal, ui.language()), colours.ink, Align::right);
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

float order_foot_height(const Ui& ui) {
    return std::max(ui.px(104), ui.target_size(104, TargetRole::commit)) + ui.px(36 + 76 + 12 + 40);
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
        const auto& clear = ui.text("till.order.clear");
        const ButtonSpec spec{ButtonLook::tertiary, Icon::trash, false, true, false, false, TextRole::B3};
        if (button(ui, "order.clear", cut_right(head, button_width(ui, clear, spec), ui.px(space::m)), clear, spec))
            intents.emplace_back(AskClearCart{});
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
    const Rect foot = cut_bottom(rest, order_foot_height(ui));
    draw_basket_notes(ui, rest, session, intents);
    draw_lines(ui, rest, context, session, intents);
    draw_totals(ui, foot, context, session, intents);
}

} // namespace ocop::kiosk
