// Settings: how the devices are, what to do about each fault, a test print, and which printer there is. For managers.
#include "kiosk/till/device_health.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

constexpr float longest_page = 100'000; // px

bool wants_care(const DeviceCard& card) {
    return card.look == DeviceLook::care || card.look == DeviceLook::broken;
}

struct LookPaint {
    TagLook tag = TagLook::pine;
    Icon icon = Icon::check;
};

LookPaint paint_of(DeviceLook look) {
    switch (look) {
    case DeviceLook::fine:
        return {TagLook::pine, Icon::check};
    case DeviceLook::unused:
        return {TagLook::grey, Icon::minus};
    case DeviceLook::unknown:
        return {TagLook::grey, Icon::clock};
    case DeviceLook::care:
        return {TagLook::hoe, Icon::alert};
    case DeviceLook::broken:
        return {TagLook::son, Icon::alert};
    }
    return {};
}

float button_floor(const Ui& ui) {
    return std::max(ui.px(72), ui.target_size(64));
}

// Heading, what was found, and the two buttons; returns the height used.
float draw_head(Ui& ui, const Rect& area, const StaffContext& context, const std::vector<DeviceCard>& cards,
                StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto worse = std::count_if(cards.begin(), cards.end(), wants_care);
    const auto good =
        std::count_if(cards.begin(), cards.end(), [](const DeviceCard& card) { return card.look == DeviceLook::fine; });
    std::string found = ui.format("device.found", {{"good", std::to_string(good)}, {"worse", std::to_string(worse)}});
    if (context.devices.found)
        found += " · " + ui.format("device.looked", {{"time", format_time(context.devices.looked_at)}});
    const bool printer = context.paper.printer.configured() && !context.paper.asking;
    const ButtonSpec test{ButtonLook::secondary, Icon::printer, false, printer, true};
    const ButtonSpec all{ButtonLook::primary, Icon::refresh};
    const auto& test_words = ui.text("device.test_print");
    const auto& all_words = ui.text("device.check_all");
    const float target = button_floor(ui);
    const float wide = button_width(ui, test_words, test) + button_width(ui, all_words, all) + ui.px(space::m);
    Rect rest = area;
    const float words = ui.px(92);
    const bool stacked = wide + canvas.text_width(TextRole::S1, ui.text("device.title")) + ui.px(space::xl) > area.w;
    Rect head = cut_top(rest, stacked ? words : std::max(words, target), ui.px(space::m));
    Rect buttons = stacked ? cut_top(rest, target, ui.px(space::m)) : cut_right(head, wide, ui.px(space::xl));
    buttons = centre(buttons, buttons.w, target);
    if (button(ui, "device.all", cut_right(buttons, button_width(ui, all_words, all), ui.px(space::m)), all_words, all))
        intents.emplace_back(CheckDevices{});
    if (button(ui, "device.test", cut_right(buttons, button_width(ui, test_words, test)), test_words, test))
        intents.emplace_back(TestPrint{});
    canvas.text(TextRole::S1, cut_top(head, ui.px(52)), ui.text("device.title"), colours.ink);
    canvas.text(TextRole::T3, head, found, colours.ink_2, Align::left, Fit::ellipsis);
    return rest.y - area.y;
}

float card_height(const Ui& ui, const DeviceCard& card, float width) {
    const float inner = width - 2 * ui.px(space::l);
    return 2 * ui.px(space::l) + ui.px(44) + ui.canvas().paragraph_height(TextRole::T3, inner, card.detail) +
           ui.px(space::s) + tag_height(ui);
}

void draw_card(Ui& ui, const Rect& place, const DeviceCard& card, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, place);
    if (wants_care(card))
        canvas.stroke(place, card.look == DeviceLook::broken ? colours.son_7 : colours.hoe_6, ui.px(3),
                      ui.px(radius::card));
    Rect inner = inset(place, ui.px(space::l));
    Rect head = cut_top(inner, ui.px(44));
    canvas.icon(card.icon, cut_left(head, ui.px(36), ui.px(space::s)), colours.pine_7);
    canvas.text(TextRole::B2, head, card.title, colours.ink, Align::left, Fit::ellipsis);
    const auto paint = paint_of(card.look);
    Rect foot = cut_bottom(inner, tag_height(ui));
    tag(ui, {foot.x, foot.y}, look_words(ui, card.look), paint.tag, paint.icon);
    canvas.paragraph(TextRole::T3, {inner.x, inner.y, inner.w, 0}, card.detail, colours.ink_2);
    if (card.name != "device.slips" || !wants_care(card)) return;
    const auto& open = ui.text("device.open");
    const float height = std::max(ui.px(64), ui.target_size(56));
    const float width = canvas.text_width(TextRole::M3, open) + ui.px(space::xl);
    if (text_link(ui, "device.slips.open", {place.right() - width, place.bottom() - height, width, height}, open))
        intents.emplace_back(ShowPapers{});
}

// What to do, worst first; returns the height used.
float draw_cures(Ui& ui, const Rect& area, const std::vector<DeviceCard>& cards) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect rest = area;
    for (const auto look : {DeviceLook::broken, DeviceLook::care}) {
        for (const auto& card : cards) {
            if (card.look != look || card.cure.empty()) continue;
            const float width = rest.w - ui.px(2 * space::xl + 32 + space::m);
            const float lines = canvas.paragraph_height(TextRole::T3, width, card.cure);
            const Rect strip = cut_top(rest, lines + ui.px(36 + 2 * space::m), ui.px(space::s));
            const bool broken = look == DeviceLook::broken;
            canvas.fill(strip, broken ? colours.son_1 : colours.hoe_1, ui.px(radius::button));
            Rect inner = inset(strip, ui.px(space::xl), ui.px(space::m));
            const auto ink = broken ? colours.son_7 : colours.hoe_7;
            Rect icon = cut_left(inner, ui.px(32), ui.px(space::m));
            canvas.icon(card.icon, cut_top(icon, ui.px(32)), ink);
            canvas.text(TextRole::M3, cut_top(inner, ui.px(36)), card.title + " · " + card.detail, ink, Align::left,
                        Fit::ellipsis);
            canvas.paragraph(TextRole::T3, {inner.x, inner.y, inner.w, 0}, card.cure, colours.ink);
        }
    }
    return rest.y - area.y;
}

std::string address_words(const Ui& ui, const std::string& address) {
    if (address.empty()) return ui.text("device.choose.none");
    if (address.rfind("demo:", 0) == 0) return ui.text("device.choose.demo");
    const auto where = address.substr(address.find(':') + 1);
    return ui.format(address.rfind("tcp:", 0) == 0 ? "device.choose.network" : "device.choose.usb", {{"where", where}});
}

// Which printer, which paper, whether the drawer opens; returns the height used.
float draw_choices(Ui& ui, const Rect& area, const StaffContext& context, StaffIntents& intents) {
    const auto& printer = context.paper.printer;
    std::vector<std::string> addresses{""};
    if (context.devices.found)
        addresses.insert(addresses.end(), context.devices.found->printers.begin(),
                         context.devices.found->printers.end());
    if (std::find(addresses.begin(), addresses.end(), printer.address) == addresses.end())
        addresses.push_back(printer.address);
    struct Choice {
        std::string name;
        std::string label;
        bool selected = false;
        PrinterSettings chosen;
    };
    std::vector<Choice> choices;
    for (const auto& address : addresses) {
        auto chosen = printer;
        chosen.address = address;
        choices.push_back({"printer." + address, address_words(ui, address), address == printer.address, chosen});
    }
    for (const int mm : {80, 58}) {
        auto chosen = printer;
        chosen.paper_mm = mm;
        choices.push_back({"paper." + std::to_string(mm), ui.format("device.paper", {{"mm", std::to_string(mm)}}),
                           mm == printer.paper_mm, chosen});
    }
    std::vector<float> widths;
    for (const auto& each : choices)
        widths.push_back(chip_width(ui, each.label, each.selected));
    Rect rest = area;
    const float toggle = std::max(ui.px(80), ui.target_size(64, TargetRole::row));
    const float inner_w = rest.w - 2 * ui.px(space::xl);
    const float chips = flow_height(inner_w, widths, chip_height(ui), ui.px(space::s));
    const Rect box = cut_top(rest, ui.px(40 + space::s + 2 * space::l + space::s) + chips + toggle);
    panel(ui, box);
    Rect inner = inset(box, ui.px(space::xl), ui.px(space::l));
    ui.canvas().text(TextRole::B2, cut_top(inner, ui.px(40), ui.px(space::s)), ui.text("device.choose"),
                     ui.colours().ink);
    const auto places = flow(cut_top(inner, chips, ui.px(space::s)), widths, chip_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (chip(ui, choices[i].name, places[i], choices[i].label, choices[i].selected) && !choices[i].selected)
            intents.emplace_back(ChoosePrinter{choices[i].chosen});
    if (toggle_row(ui, "printer.drawer", cut_top(inner, toggle), ui.text("device.open_drawer"), printer.open_drawer,
                   Icon::drawer)) {
        auto chosen = printer;
        chosen.open_drawer = !chosen.open_drawer;
        intents.emplace_back(ChoosePrinter{chosen});
    }
    return rest.y - area.y;
}

} // namespace

void draw_devices(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const Rect room = inset(till_frame(ui, context, session, ui.text("device.settings"), intents),
                            ui.px(space::till_margin), ui.px(space::xl));
    const auto cards = device_cards(ui, context);
    const float gap = ui.px(space::m);
    const int across = ui.scale().portrait() ? 2 : 3;
    const float width = (room.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float height = 0;
    for (const auto& card : cards)
        height = std::max(height, card_height(ui, card, width));
    const int lines = (static_cast<int>(cards.size()) + across - 1) / across;
    scroll_area(ui, "devices", room, session.devices, session.devices_height, [&](const Rect& content) {
        Rect rest = content;
        rest.h = longest_page; // how much of it is used is known at the end
        cut_top(rest, draw_head(ui, rest, context, cards, intents));
        if (const float cures = draw_cures(ui, rest, cards); cures > 0) cut_top(rest, cures + ui.px(space::xs));
        const Rect place = cut_top(rest, static_cast<float>(lines) * (height + gap));
        const auto cells = grid({place.x, place.y, place.w, place.h - gap}, across, lines, gap, gap);
        for (std::size_t i = 0; i < cards.size(); ++i)
            draw_card(ui, cells[i], cards[i], intents);
        cut_top(rest, draw_choices(ui, rest, context, intents));
        const float used = rest.y - content.y;
        if (used != session.devices_height) ui.request_frames_until({ui.now().milliseconds + 1});
        session.devices_height = used;
    });
}

} // namespace ocop::kiosk
