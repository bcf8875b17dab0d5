// The orders that wait, as numbered tabs over the one on the counter; and a code that nobody knows.
#include "kiosk/till/order_dialogs.h"
#include "kiosk/ui/buttons.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

struct CartTab {
    int number = 0;
    std::string words; // "10:32", empty for the one on the counter
};

// A long code in one piece would leave its strip: beginning and end tell it apart.
std::string shown_code(const std::string& code) {
    constexpr std::size_t most = 30;
    constexpr std::size_t ending = 8;
    if (code.size() <= most) return code;
    const auto boundary = [&](std::size_t at) {
        while (at > 0 && (static_cast<unsigned char>(code[at]) & 0xC0U) == 0x80U)
            --at;
        return at;
    };
    return code.substr(0, boundary(most - ending)) + "…" + code.substr(boundary(code.size() - ending));
}

std::vector<CartTab> tabs_of(const CartsDesk& desk) {
    std::vector<CartTab> tabs{{desk.number, {}}};
    for (const auto& each : desk.parked)
        tabs.push_back({each.number, format_time(each.since)});
    std::sort(tabs.begin(), tabs.end(), [](const CartTab& a, const CartTab& b) { return a.number < b.number; });
    return tabs;
}

bool draw_tab(Ui& ui, const Rect& place, const CartTab& each, bool shown) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto number = std::to_string(each.number);
    const auto label = ui.format("till.park.tab", {{"number", number}});
    const Tap tap = ui.tap_target("cart.tab." + number, TargetRole::tab, place, label, {!shown, false, false});
    const Colour fill = shown ? colours.pine_7 : mix(colours.surface, colours.pine_1, tap.pressed);
    canvas.fill(place, fill, ui.px(radius::tag), Corners::top());
    if (!shown) canvas.stroke(place, colours.line_strong, ui.px(2), ui.px(radius::tag));
    if (tap.focused) ui.focus_ring(place, ui.px(radius::tag));
    if (each.words.empty()) {
        canvas.text(TextRole::B3, place, number, shown ? colours.white : colours.ink, Align::centre);
        return tap.tapped;
    }
    const float number_height = canvas.line_height(TextRole::B4);
    Rect middle = centre(place, place.w, number_height + canvas.line_height(TextRole::T4));
    canvas.text(TextRole::B4, cut_top(middle, number_height), number, colours.ink, Align::centre);
    canvas.text(TextRole::T4, middle, each.words, colours.ink_2, Align::centre);
    return tap.tapped;
}

} // namespace

void draw_cart_tabs(Ui& ui, Rect& rest, const StaffContext&, const StaffSession& session, StaffIntents& intents) {
    const auto& desk = session.carts;
    if (desk.parked.empty()) return;
    const auto& colours = ui.colours();
    const float height = std::max(ui.px(64), ui.target_size(56, TargetRole::tab));
    Rect strip = cut_top(rest, height + 2 * ui.px(space::xs));
    ui.canvas().fill(strip, colours.sunken);
    strip = inset(strip, ui.px(space::xl), ui.px(space::xs), ui.px(space::s), ui.px(space::xs));
    const auto waiting = ui.format("till.park.count", {{"count", std::to_string(desk.parked.size())}});
    const ButtonSpec all{ButtonLook::secondary, Icon::none, false, true, false, false, TextRole::B4};
    if (button(ui, "cart.all", cut_right(strip, button_width(ui, waiting, all), ui.px(space::s)), waiting, all))
        intents.emplace_back(CartsIntent{OpenCartSheet{CartsDesk::Sheet::parked}});
    const float width = std::max(ui.px(84), ui.target_size(56, TargetRole::tab));
    const float gap = ui.px(space::s);
    for (const auto& each : tabs_of(desk)) {
        if (strip.w < width) return; // the rest is in the list of all
        if (draw_tab(ui, cut_left(strip, width, gap), each, each.number == desk.number))
            intents.emplace_back(CartsIntent{ShowCart{each.number}});
    }
}

void draw_unknown_code(Ui& ui, Rect& rest, const StaffSession& session, StaffIntents& intents) {
    const auto& code = session.carts.unknown;
    if (code.empty()) return;
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = ui.target_size(56);
    const auto words = ui.format("till.scan.unknown", {{"code", shown_code(code)}});
    const float width = rest.w - 2 * ui.px(space::xl) - ui.px(28) - ui.px(space::s);
    const float height = canvas.paragraph_height(TextRole::M5, width, words);
    const Rect strip = cut_top(rest, height + side + 3 * ui.px(space::s));
    canvas.fill(strip, colours.son_1);
    Rect inner = inset(strip, ui.px(space::xl), ui.px(space::s));
    Rect said = cut_top(inner, height, ui.px(space::s));
    Rect icon = cut_left(said, ui.px(28), ui.px(space::s));
    icon.h = canvas.line_height(TextRole::M5);
    canvas.icon(Icon::alert, icon, colours.son_7);
    canvas.paragraph(TextRole::M5, said, words, colours.ink);
    const auto places = columns(inner, 2, ui.px(space::s));
    ButtonSpec spec{ButtonLook::secondary};
    spec.text = TextRole::B3;
    if (button(ui, "unknown.close", places[0], ui.text("till.other.ignore"), spec))
        intents.emplace_back(CartsIntent{ForgetUnknown{}});
    if (button(ui, "unknown.sell", places[1], ui.text("till.other.sell"), spec))
        intents.emplace_back(CartsIntent{SellUnknown{}});
}

} // namespace ocop::kiosk
