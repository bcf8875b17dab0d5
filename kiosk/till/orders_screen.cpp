#include "kiosk/till/refund_panel.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/table.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

// "Tiền mặt + VietQR", out of the words of the journal.
std::string method_words(const Ui& ui, const std::string& methods) {
    std::string words;
    for (const char* method : {"cash", "transfer", "card"})
        if (methods.find(method) != std::string::npos)
            words += (words.empty() ? "" : " + ") + ui.text(std::string("till.refund.method.") + method);
    return words;
}

TableCell state_cell(const Ui& ui, const FoundSale& sale) {
    const auto& colours = ui.colours();
    TableCell cell;
    if (!sale.amends.empty()) {
        cell.words = ui.format("till.orders.amends", {{"receipt", sale.amends}});
        cell.icon = Icon::undo;
        cell.colour = colours.son_7;
    } else if (sale.refunded == Dong{}) {
        cell.words = ui.text("till.orders.done");
        cell.icon = Icon::check;
        cell.colour = colours.pine_7;
    } else {
        cell.words = ui.text(sale.refunded < sale.total ? "till.orders.part" : "till.orders.refunded");
        cell.icon = Icon::undo;
        cell.colour = colours.hoe_7;
    }
    return cell;
}

struct Columns {
    std::vector<TableColumn> shown;
    bool wide = false; // with pieces and method
};

Columns columns_for(const Ui& ui, float width) {
    Columns made;
    made.wide = width >= ui.px(980);
    made.shown.push_back({ui.text("till.orders.number"), 1.5f, Align::left, TextRole::B3});
    made.shown.push_back({ui.text("till.orders.time"), 0.8f});
    if (made.wide) {
        made.shown.push_back({ui.text("till.orders.pieces"), 0.6f, Align::right});
        made.shown.push_back({ui.text("till.orders.method"), 1.4f});
    }
    made.shown.push_back({ui.text("till.orders.total"), 1.3f, Align::right, TextRole::B3});
    made.shown.push_back({ui.text("till.orders.state"), 1.8f});
    return made;
}

void draw_row(Ui& ui, const Rect& row, const Columns& table, const FoundSale& sale, const OrdersDesk& desk, Day today,
              StaffIntents& intents) {
    std::vector<TableCell> cells{{sale.receipt}};
    const bool same_day = day_of(sale.sold_at) == today;
    cells.push_back({format_time(sale.sold_at)});
    if (!same_day) cells.back().small = format_date(day_of(sale.sold_at), ui.language());
    if (table.wide) {
        cells.push_back({format_quantity(sale.pieces, "", ui.language())});
        cells.push_back({method_words(ui, sale.methods)});
    }
    cells.push_back({format_money(sale.total, ui.language())});
    cells.push_back(state_cell(ui, sale));
    const auto& id = sale.amends.empty() ? sale.id : sale.amends_id;
    const bool selected = desk.opened && desk.opened->sale.id == id && sale.amends.empty();
    if (table_row(ui, "order." + sale.receipt, row, table.shown, cells, selected))
        intents.emplace_back(OrdersIntent{OpenOrder{id}});
}

void draw_search(Ui& ui, Rect top, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.orders;
    const auto& today = ui.text("till.orders.today");
    const float width = chip_width(ui, today, true);
    if (chip(ui, "orders.today", centre(cut_right(top, width, ui.px(space::m)), width, chip_height(ui)), today,
             desk.today))
        intents.emplace_back(OrdersIntent{ToggleToday{}});
    const auto& placeholder = ui.text("till.orders.search");
    FieldSpec field;
    field.value = desk.search.text;
    field.placeholder = placeholder;
    field.icon = Icon::search;
    field.active = desk.typing || !desk.search.text.empty();
    if (text_field(ui, "orders.search", top, field)) intents.emplace_back(OrdersIntent{TypeOrders{!desk.typing}});
}

void draw_list(Ui& ui, Rect area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.orders;
    auto& canvas = ui.canvas();
    draw_search(ui, cut_top(area, std::max(ui.px(72), ui.target_size(64, TargetRole::field)), ui.px(space::l)), session,
                intents);
    if (desk.found.empty()) {
        const bool none = desk.search.text.empty();
        canvas.paragraph(TextRole::T2, area, ui.text(none ? "till.orders.none" : "till.orders.not_found"),
                         ui.colours().ink_2);
        return;
    }
    Rect foot = cut_bottom(area, ui.px(48));
    canvas.text(TextRole::T3, foot, ui.format("till.orders.count", {{"count", std::to_string(desk.found.size())}}),
                ui.colours().ink_2);
    panel(ui, area);
    Rect table = inset(area, ui.px(2));
    const auto columns_shown = columns_for(ui, table.w);
    table_header(ui, cut_top(table, table_header_height(ui)), columns_shown.shown);
    const auto day = day_of(context.now);
    scroll_list(ui, "orders.list", table, desk.list, {static_cast<int>(desk.found.size()), table_row_height(ui), 0},
                [&](int index, const Rect& row) {
                    draw_row(ui, row, columns_shown, desk.found[static_cast<std::size_t>(index)], desk, day, intents);
                });
}

// What is typed, on the screen or on a real keyboard.
void draw_typing(Ui& ui, const Rect& keys, OrdersDesk& desk, StaffIntents& intents) {
    constexpr std::size_t longest = 80;
    const KeyboardSpec spec{.action = ui.text("till.orders.find"), .action_icon = Icon::search, .most = longest};
    const auto press = desk.typing && !keys.empty() ? keyboard(ui, keys, desk.keyboard, desk.search, spec)
                                                    : real_keyboard(ui, desk.keyboard, desk.search, longest);
    if (press.changed) intents.emplace_back(OrdersIntent{AskOrders{}});
    if (press.action) intents.emplace_back(OrdersIntent{TypeOrders{false}});
}

} // namespace

void draw_orders(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.orders;
    Rect room = till_frame(ui, context, session, ui.text("till.orders.title"), intents);
    if (desk.typing && !desk.keyboard.shown) desk.typing = false;
    const float height = desk.typing ? keyboard_height(ui, desk.keyboard) : 0;
    const Rect keys = cut_bottom(room, height);
    if (desk.opened) {
        const bool portrait = ui.scale().portrait();
        const Rect place =
            portrait ? cut_bottom(room, room.h * 0.66f) : cut_right(room, std::min(ui.px(666), room.w * 0.46f));
        draw_refund(ui, place, context, session, intents);
    }
    draw_list(ui, inset(room, ui.px(space::till_margin), ui.px(space::xl)), context, session, intents);
    if (!session.approval.open()) draw_typing(ui, keys, desk, intents);
}

} // namespace ocop::kiosk
