#include "kiosk/till/refund_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "pos/text/format.h"

#include <algorithm>
#include <array>

namespace ocop::kiosk {
namespace {

std::string quantity_of(const Ui& ui, Quantity quantity) {
    return format_quantity(quantity, "", ui.language());
}

bool has_stepper(const RefundableSale& sold, std::size_t line) {
    return sold.sale.lines[line].quantity.is_whole() && sold.left(line) > Quantity::of(1);
}

float line_height_of(const Ui& ui, const RefundableSale& sold, std::size_t line) {
    const float row = std::max(ui.px(88), ui.target_size(56, TargetRole::row));
    return row + (has_stepper(sold, line) ? std::max(ui.px(60), ui.target_size(56)) + ui.px(space::s) : 0);
}

void draw_line(Ui& ui, const Rect& place, std::size_t index, const OrdersDesk& desk, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& sold = *desk.opened;
    const auto& line = sold.sale.lines[index];
    const auto left = sold.left(index);
    const bool some = desk.chosen[index].thousandths > 0;
    const auto name = "refund.line." + std::to_string(index);
    canvas.fill(place, some ? colours.pine_1 : colours.surface, ui.px(radius::button));
    canvas.stroke(place, some ? colours.pine_7 : colours.line, ui.px(some ? 3 : 2), ui.px(radius::button));
    Rect inner = place;
    Rect row = cut_top(inner, std::max(ui.px(88), ui.target_size(56, TargetRole::row)));
    const bool open = left.thousandths > 0;
    const Tap tap = ui.tap_target(name, TargetRole::row, row, line.name, {open, false, false});
    if (tap.focused) ui.focus_ring(place, ui.px(radius::button));
    row = inset(row, ui.px(space::m), ui.px(space::s));
    const float size = ui.px(40);
    const Rect box = centre(cut_left(row, size, ui.px(space::m)), size, size);
    if (some) {
        canvas.fill(box, colours.pine_7, ui.px(radius::thumb));
        canvas.icon(Icon::check, inset(box, ui.px(5)), colours.white, 2.6f);
    } else {
        canvas.stroke(box, open ? colours.line_strong : colours.line, ui.px(3), ui.px(radius::thumb));
    }
    const auto sum = format_money(line.total, ui.language());
    canvas.text(TextRole::B3, cut_right(row, canvas.text_width(TextRole::B3, sum), ui.px(space::s)), sum,
                open ? colours.ink : colours.ink_3, Align::right);
    const auto lines = rows(row, 2, 0);
    canvas.text(TextRole::B3, lines[0], line.name, open ? colours.ink : colours.ink_3, Align::left, Fit::ellipsis);
    auto words = quantity_of(ui, line.quantity) + " × " + format_money(line.unit_price, ui.language());
    if (sold.refunded[index] != Quantity{})
        words += " · " + ui.format("till.refund.before", {{"count", quantity_of(ui, sold.refunded[index])}});
    canvas.text(TextRole::T4, lines[1], words, colours.ink_2, Align::left, Fit::ellipsis);
    if (tap) intents.emplace_back(OrdersIntent{ChooseRefundLine{index}});
    if (!has_stepper(sold, index)) return;
    Rect steps = inset(inner, ui.px(space::m), 0, ui.px(space::m), ui.px(space::s));
    const int step =
        stepper(ui, name + ".count", cut_left(steps, std::max(ui.px(230), 3 * ui.target_size(56)), ui.px(space::m)),
                quantity_of(ui, desk.chosen[index]), some, desk.chosen[index] < left);
    if (step != 0) intents.emplace_back(OrdersIntent{ChangeRefundLine{index, step}});
    canvas.text(TextRole::T4, steps, ui.format("till.refund.of", {{"count", quantity_of(ui, left)}}), colours.ink_2);
}

// Chips under a heading, in as many lines as they need.
template <class Choose>
void draw_chips(Ui& ui, Rect& rest, const std::string& heading, const char* name,
                const std::vector<std::string>& labels, int chosen, Choose choose) {
    ui.canvas().text(TextRole::B3, cut_top(rest, ui.px(40), ui.px(space::xs)), heading, ui.colours().ink);
    std::vector<float> widths;
    for (const auto& label : labels)
        widths.push_back(chip_width(ui, label, true));
    const float gap = ui.px(space::s);
    const auto places = flow(rest, widths, chip_height(ui), gap);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (chip(ui, std::string(name) + std::to_string(i), places[i], labels[i], chosen == static_cast<int>(i)))
            choose(static_cast<int>(i));
    cut_top(rest, flow_height(rest.w, widths, chip_height(ui), gap), ui.px(space::m));
}

float chips_height(const Ui& ui, float width, const std::vector<std::string>& labels) {
    std::vector<float> widths;
    for (const auto& label : labels)
        widths.push_back(chip_width(ui, label, true));
    return ui.px(40 + 8 + 16) + flow_height(width, widths, chip_height(ui), ui.px(space::s));
}

constexpr std::array refund_methods{PaymentMethod::cash, PaymentMethod::transfer, PaymentMethod::card};

int place_of(PaymentMethod method) {
    return static_cast<int>(std::find(refund_methods.begin(), refund_methods.end(), method) - refund_methods.begin());
}

struct Choices {
    std::vector<std::string> reasons;
    std::vector<std::string> goods;
    std::vector<std::string> methods;
};

Choices choices_of(const Ui& ui) {
    Choices all;
    for (int i = 0; i < refund_reasons; ++i)
        all.reasons.push_back(refund_reason(ui.language(), i));
    all.goods = {ui.text("till.refund.goods.shelf"), ui.text("till.refund.goods.producer")};
    for (const auto method : refund_methods)
        all.methods.push_back(ui.text("till.refund.method." + to_text(method)));
    return all;
}

void draw_choices(Ui& ui, const Rect& area, StaffSession& session, StaffIntents& intents) {
    auto& desk = session.orders;
    const auto all = choices_of(ui);
    float height = ui.px(48);
    for (std::size_t i = 0; i < desk.chosen.size(); ++i)
        height += line_height_of(ui, *desk.opened, i) + ui.px(space::s);
    for (const auto* labels : {&all.reasons, &all.goods, &all.methods})
        height += chips_height(ui, area.w, *labels);
    scroll_area(ui, "refund.choices", area, desk.panel, height, [&](const Rect& content) {
        Rect rest = content;
        ui.canvas().text(TextRole::B3, cut_top(rest, ui.px(40), ui.px(space::xs)), ui.text("till.refund.choose"),
                         ui.colours().ink);
        for (std::size_t i = 0; i < desk.chosen.size(); ++i) {
            const Rect place = cut_top(rest, line_height_of(ui, *desk.opened, i), ui.px(space::s));
            if (overlap(place, area)) draw_line(ui, place, i, desk, intents);
        }
        draw_chips(ui, rest, ui.text("till.refund.why"), "refund.reason.", all.reasons, desk.reason,
                   [&](int i) { intents.emplace_back(OrdersIntent{ChooseRefundReason{i}}); });
        draw_chips(ui, rest, ui.text("till.refund.goods"), "refund.goods.", all.goods,
                   desk.goods == GoodsTo::shelf ? 0 : 1, [&](int i) {
                       intents.emplace_back(OrdersIntent{ChooseGoods{i == 0 ? GoodsTo::shelf : GoodsTo::producer}});
                   });
        draw_chips(
            ui, rest, ui.text("till.refund.by"), "refund.method.", all.methods, place_of(desk.method), [&](int i) {
                intents.emplace_back(OrdersIntent{ChooseRefundMethod{refund_methods[static_cast<std::size_t>(i)]}});
            });
    });
}

// Durable: what is given back now.
void draw_refunded(Ui& ui, Rect room, const Refund& refund, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    const Rect foot = cut_bottom(room, commit, ui.px(space::l));
    Rect card = cut_top(room, std::min(room.h, ui.px(300)));
    canvas.fill(card, colours.pine_9, ui.px(radius::card));
    card = inset(card, ui.px(space::xxl));
    const auto title = ui.format("till.refund.done", {{"receipt", refund.receipt}});
    canvas.text(TextRole::T2, cut_top(card, ui.px(44)), title, colours.on_pine, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T1, cut_top(card, ui.px(52)), ui.text("till.refund.give_back"), colours.white);
    const auto amount = format_money(refund.total, ui.language());
    canvas.text(canvas.fitting({TextRole::N1, TextRole::N2, TextRole::B1}, card.w, amount), card, amount,
                colours.white);
    ButtonSpec spec{ButtonLook::primary, Icon::check};
    spec.role = TargetRole::commit;
    spec.text = TextRole::B1;
    if (button(ui, "refund.finish", foot, ui.text("till.refund.finish"), spec))
        intents.emplace_back(OrdersIntent{CloseOrder{}});
}

void draw_foot(Ui& ui, Rect foot, const StaffContext& context, const StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& desk = session.orders;
    const auto amount = format_money(refund_total(desk), ui.language());
    ButtonSpec spec{ButtonLook::destructive_fill, Icon::undo};
    spec.role = TargetRole::commit;
    spec.text = TextRole::B1;
    spec.guarded = true;
    bool any = false;
    for (const auto each : desk.chosen)
        any = any || each.thousandths > 0;
    spec.enabled = any && desk.reason >= 0 && !session.waiting;
    const Rect commit = cut_bottom(foot, std::max(ui.px(96), ui.target_size(88, TargetRole::commit)), ui.px(space::s));
    if (button(ui, "refund.confirm", commit, ui.format("till.refund.confirm", {{"amount", amount}}), spec))
        intents.emplace_back(OrdersIntent{ConfirmRefund{}});
    const bool own = session.staff && is_decided({session.staff->id, {}}, context.view.snapshot().staff);
    if (!own) {
        Rect strip = cut_bottom(foot, ui.px(36));
        canvas.icon(Icon::lock, cut_left(strip, ui.px(28), ui.px(space::s)), colours.ink_2);
        canvas.text(TextRole::T3, strip, ui.text("till.approval.needed"), colours.ink_2, Align::left, Fit::ellipsis);
    }
    const float width = canvas.text_width(TextRole::T2, ui.text("till.refund.to_customer")) + ui.px(space::m);
    canvas.text(TextRole::T2, foot, ui.text("till.refund.to_customer"), colours.ink);
    canvas.text(canvas.fitting({TextRole::N2, TextRole::B0, TextRole::B1}, foot.w - width, amount), foot, amount,
                colours.son_7, Align::right);
}

} // namespace

void draw_refund(Ui& ui, const Rect& area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    auto& desk = session.orders;
    canvas.fill(area, colours.surface);
    canvas.fill({area.x, area.y, ui.px(2), area.h}, colours.line);
    Rect room = inset(area, ui.px(space::xxl), ui.px(space::l));
    const auto& sale = desk.opened->sale;
    Rect head = cut_top(room, std::max(ui.px(64), ui.target_size(64, TargetRole::link)));
    const auto& close = ui.text("ui.close");
    const float link = canvas.text_width(TextRole::B3, close) + ui.px(28 + 12 + 16);
    if (text_link(ui, "refund.close",
                  cut_right(head, std::max(link, ui.target_size(64, TargetRole::link)), ui.px(space::s)), close,
                  Icon::cross))
        intents.emplace_back(OrdersIntent{CloseOrder{}});
    const auto title = ui.format("till.refund.title", {{"receipt", sale.receipt}});
    canvas.text(canvas.fitting({TextRole::S2, TextRole::S3}, head.w, title), head, title, colours.ink, Align::left,
                Fit::ellipsis);
    std::string words = format_date_time(sale.sold_at, ui.language()) + " · " + sale.staff_name;
    canvas.text(TextRole::T3, cut_top(room, ui.px(36), ui.px(space::s)), words, colours.ink_2, Align::left,
                Fit::ellipsis);
    if (desk.done) return draw_refunded(ui, room, *desk.done, intents);
    if (desk.opened->over()) {
        canvas.paragraph(TextRole::T2, room, ui.text("till.refund.over"), colours.ink_2);
        return;
    }
    const float commit = std::max(ui.px(96), ui.target_size(88, TargetRole::commit));
    const Rect foot = cut_bottom(room, commit + ui.px(12 + 36 + 76), ui.px(space::s));
    draw_choices(ui, room, session, intents);
    draw_foot(ui, foot, context, session, intents);
}

} // namespace ocop::kiosk
