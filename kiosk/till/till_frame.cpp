#include "kiosk/till/till_frame.h"

#include "kiosk/till/paper_words.h"
#include "kiosk/till/shift_parts.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "pos/text/format.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace ocop::kiosk {
namespace {

// Where the sales are: never a warning, a till without a network is as it should be.
std::string saving_words(const Ui& ui, const HubState& hub) {
    if (!hub.enrolled) return ui.text("till.bar.kept");
    if (hub.unsent == 0) return ui.text("till.bar.sent");
    return ui.format("till.bar.saved", {{"count", std::to_string(hub.unsent)}});
}

bool rail_item(Ui& ui, std::string_view name, const Rect& rect, Icon icon, std::string_view label, bool active) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(name, TargetRole::tab, rect, label);
    const auto ink = active ? colours.pine_9 : colours.on_pine;
    if (active)
        canvas.fill(rect, colours.surface, ui.px(radius::button));
    else if (tap.pressed > 0)
        canvas.fill(rect, mix(colours.pine_9, colours.pine_7, tap.pressed), ui.px(radius::button));
    Rect inner = inset(rect, ui.px(4), ui.px(14));
    canvas.icon(icon, cut_top(inner, ui.px(36), ui.px(4)), ink);
    canvas.text(TextRole::M4, inner, label, ink, Align::centre);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::button), true);
    return tap.tapped;
}

void draw_rail(Ui& ui, Rect rail, const StaffSession& session, StaffIntents& intents) {
    ui.canvas().fill(rail, ui.colours().pine_9);
    Rect items = inset(rail, ui.px(12), ui.px(20));
    const float mark = ui.px(64);
    brand_mark(ui, centre(cut_top(items, mark, ui.px(30)), mark, mark));
    const float height = std::max(ui.px(104), ui.target_size(64, TargetRole::tab));
    const Rect lock = cut_bottom(items, height);
    const bool shift = session.page == StaffPage::close_shift || session.page == StaffPage::open_shift ||
                       session.page == StaffPage::shift || session.page == StaffPage::cash_movement;
    if (rail_item(ui, "rail.selling", cut_top(items, height, ui.px(10)), Icon::barcode, ui.text("till.rail.selling"),
                  !shift && session.page != StaffPage::devices && session.page != StaffPage::orders))
        intents.emplace_back(ShowSelling{});
    if (rail_item(ui, "rail.orders", cut_top(items, height, ui.px(10)), Icon::receipt, ui.text("till.rail.orders"),
                  session.page == StaffPage::orders))
        intents.emplace_back(OrdersIntent{ShowOrders{}});
    if (rail_item(ui, "rail.shift", cut_top(items, height, ui.px(10)), Icon::clock, ui.text("till.rail.shift"), shift))
        intents.emplace_back(ShowShift{});
    const bool settings = session.page == StaffPage::devices;
    if (session.staff && session.staff->role != Role::cashier &&
        rail_item(ui, "rail.settings", cut_top(items, height, ui.px(10)), Icon::gear, ui.text("till.rail.settings"),
                  settings))
        intents.emplace_back(ShowDevices{});
    if (rail_item(ui, "rail.lock", lock, Icon::lock, ui.text("till.rail.lock"), false))
        intents.emplace_back(LockTill{});
}

// Who sells now; a tap lets somebody else take over.
void draw_who(Ui& ui, float& right, const Rect& bar, const StaffMember& staff, const StaffSession& session,
              StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float icon = ui.px(28);
    const float words = canvas.text_width(TextRole::M4, staff.name);
    const float width = icon + ui.px(space::xs) + words + ui.px(2 * space::m);
    const float height = std::max(ui.px(56), ui.target_size(56));
    const Rect rect{right - width, bar.centre_y() - height / 2, width, height};
    const Tap tap = ui.tap_target("bar.staff", TargetRole::button, rect, staff.name, {!session.waiting, false, false});
    canvas.fill(rect, mix(colours.surface, ui.accent_soft(), std::max(0.6f, tap.pressed)), ui.px(radius::button));
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::button));
    Rect inner = inset(rect, ui.px(space::m), 0);
    canvas.icon(Icon::user, centre(cut_left(inner, icon, ui.px(space::xs)), icon, icon), colours.pine_9);
    canvas.text(TextRole::M4, inner, staff.name, colours.pine_9);
    if (tap) intents.emplace_back(PinIntent(OpenSwitch{}));
    right = rect.x - ui.px(space::xxl);
}

void draw_bar(Ui& ui, Rect bar, const StaffContext& context, const StaffSession& session, std::string_view title,
              StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(bar, colours.surface);
    canvas.fill({bar.x, bar.bottom() - ui.px(2), bar.w, ui.px(2)}, colours.line);
    Rect inner = inset(bar, ui.px(space::till_margin), 0);
    const auto& snapshot = context.view.snapshot();
    const auto clock = format_time(context.now);
    canvas.text(TextRole::B2, inner, clock, colours.ink, Align::right);
    float right = inner.right() - canvas.text_width(TextRole::B2, clock) - ui.px(space::xxl);
    const auto item = [&](Icon icon, const std::string& words, StatusLook look) {
        right -= status_item(ui, right, bar, icon, words, look) + ui.px(space::xxl);
    };
    const bool narrow = ui.scale().portrait();
    if (snapshot.shift && !narrow)
        item(Icon::clock,
             ui.format("till.bar.shift", {{"number", std::to_string(snapshot.shift->number)},
                                          {"time", format_time(snapshot.shift->opened_at)}}),
             StatusLook::quiet);
    if (const auto verdict = context.clock(); verdict.trouble == ClockTrouble::wrong)
        item(Icon::alert, ui.text("till.bar.clock_wrong"), StatusLook::warning);
    else if (verdict.trouble == ClockTrouble::drifts)
        item(Icon::alert,
             ui.format("till.bar.clock_drifts",
                       {{"minutes", std::to_string((std::abs(verdict.offset) + 30'000) / 60'000)}}),
             StatusLook::warning);
    if (session.staff) draw_who(ui, right, bar, *session.staff, session, intents);
    if (session.page != StaffPage::papers) draw_paper_item(ui, right, bar, context, intents);
    if (!narrow) item(Icon::check, saving_words(ui, context.hub), StatusLook::fine);
    inner.w = std::max(0.0f, right - inner.x);
    canvas.text(TextRole::S2, inner, title, colours.ink);
    // The next minute changes the clock.
    ui.wake_at({ui.now().milliseconds + 60'000 - context.now.milliseconds % 60'000});
}

// Why visitors see one page only, and the way back.
void draw_safety(Ui& ui, Rect& room, const StaffContext& context, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string why = ui.format("till.safe.why", {{"count", std::to_string(context.crashes)}});
    const std::string& again = ui.text("till.safe.again");
    const ButtonSpec spec{.look = ButtonLook::secondary, .text = TextRole::B3};
    const float button_room = button_width(ui, again, spec);
    const float words = room.w - button_room - ui.px(3 * space::till_margin);
    const float height = std::max(button_height(ui), canvas.paragraph_height(TextRole::M3, words, why));
    const Rect strip = cut_top(room, height + 2 * ui.px(space::s));
    canvas.fill(strip, colours.hoe_1);
    Rect inner = inset(strip, ui.px(space::till_margin), ui.px(space::s));
    const Rect way_back = cut_right(inner, button_room, ui.px(space::till_margin));
    if (button(ui, "safe.again", centre(way_back, button_room, button_height(ui)), again, spec))
        intents.emplace_back(LeaveSafeContent{});
    const float lines = canvas.paragraph_height(TextRole::M3, words, why);
    canvas.paragraph(TextRole::M3, {inner.x, inner.centre_y() - lines / 2, words, 0}, why, colours.ink);
}

} // namespace

Rect till_frame(Ui& ui, const StaffContext& context, const StaffSession& session, std::string_view title,
                StaffIntents& intents) {
    Rect room = ui.screen();
    ui.canvas().fill(room, ui.colours().paper);
    const float rail =
        std::max(ui.px(152), ui.canvas().text_width(TextRole::M4, ui.text("till.rail.selling")) + ui.px(40));
    draw_rail(ui, cut_left(room, rail), session, intents);
    draw_bar(ui, cut_top(room, ui.px(76)), context, session, title, intents);
    if (in_training(context, session)) draw_training_band(ui, cut_top(room, training_band_height(ui)));
    if (context.crashes > 0) draw_safety(ui, room, context, intents);
    return room;
}

Quantity step_of(const Product& product) {
    return product.sold_by == SoldBy::weight ? Quantity{100} : Quantity::of(1);
}

std::string quantity_words(const Language& language, const Product& product, Quantity quantity) {
    return format_quantity(quantity, product.sold_by == SoldBy::weight ? "kg" : "", language);
}

} // namespace ocop::kiosk
