#include "kiosk/visitor/bottom_bar.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

// A place to go: icon over word; the open one is white, bold and marked.
bool destination(Ui& ui, std::string_view name, const Rect& rect, Icon icon, const std::string& label, bool active) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(name, TargetRole::tab, rect, label);
    const bool framed = ui.high_contrast();
    const Rect frame = inset(rect, ui.px(6), ui.px(8));
    if (tap.pressed > 0) canvas.fill(rect, colours.white.with_alpha(0.12f * tap.pressed));
    if (framed && active) canvas.fill(frame, colours.selected, ui.px(radius::button));
    if (framed) canvas.stroke(frame, colours.white, ui.px(colours.border), ui.px(radius::button));
    if (active && !framed) {
        const float width = ui.px(100);
        canvas.fill({rect.centre_x() - width / 2, rect.y, width, ui.px(6)}, colours.hoe_5, ui.px(3), Corners::bottom());
    }
    // Larger text steps: B4 grows to the size of M4 there, B3 beyond it.
    TextRole role = !active ? TextRole::M4 : ui.text_size() == TextSize::normal ? TextRole::B3 : TextRole::B4;
    if (canvas.text_width(role, label) > rect.w - ui.px(space::xs)) role = active ? TextRole::B4 : TextRole::M5;
    const Colour colour = !active ? colours.on_pine : framed ? colours.on_selected : colours.white;
    const float icon_size = ui.px(36);
    const float text_height = canvas.line_height(role);
    const float block = icon_size + ui.px(6) + text_height;
    Rect stack = centre(rect, rect.w, std::min(block, rect.h));
    stack.y += ui.px(2);
    canvas.icon(icon, cut_top(stack, icon_size, ui.px(6)), colour);
    canvas.text(role, stack, label, colour, Align::centre);
    if (tap.focused) ui.focus_ring(inset(rect, ui.px(10)), ui.px(radius::key), true);
    return tap.tapped;
}

std::string basket_count(const Ui& ui, const Session& session) {
    Quantity count;
    for (const BasketLine& line : session.basket)
        count = count + line.quantity;
    return quantity_text(ui.language(), count);
}

float badge_width(const Ui& ui, const Session& session) {
    return std::max(ui.px(40), ui.canvas().text_width(TextRole::B3, basket_count(ui, session)) + ui.px(20));
}

void basket_button(Ui& ui, const Rect& rect, const Session& session, const std::string& label, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target("bar.basket", TargetRole::button, rect, label);
    canvas.fill(rect, mix(colours.hoe_5, colours.hoe_pressed, tap.pressed), ui.px(radius::button));
    Rect inner = inset(rect, ui.px(space::xl), 0);
    if (!session.basket.empty()) {
        const float badge = badge_width(ui, session);
        const Rect place = cut_right(inner, badge, ui.px(space::s));
        count_badge(ui, {place.centre_x(), place.centre_y()}, basket_count(ui, session), colours.ink, colours.white,
                    session.basket_changed);
    }
    canvas.icon(Icon::basket, cut_left(inner, ui.px(36), ui.px(space::s)), colours.ink);
    canvas.text(TextRole::B2, inner, label, colours.ink);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::button), true);
    if (tap) intents.emplace_back(OpenBasket{});
}

// At least as wide as designed, wider for longer words, narrower where they would not leave `room` to the rest.
void draw_destinations(Ui& ui, Rect& rest, float room, const Session& session, Intents& intents) {
    struct Destination {
        const char* name;
        Icon icon;
        const std::string& label;
        bool active;
        Intent leads_to;
    };
    const bool among_products =
        session.page == Page::list || session.page == Page::story || session.page == Page::producer;
    const std::vector<Destination> destinations{
        {"bar.home", Icon::home, ui.text("visitor.bar.home"), session.page == Page::home, GoHome{}},
        {"bar.products", Icon::grid, ui.text("visitor.bar.products"), among_products, OpenList{}},
        {"bar.places", Icon::pin, ui.text("visitor.bar.places"), session.page == Page::places, OpenPlaces{}},
        {"bar.search", Icon::search, ui.text("visitor.bar.search"), session.page == Page::search, OpenSearch{}},
    };
    std::vector<float> widths;
    float all = 0;
    for (const auto& each : destinations) {
        widths.push_back(std::max(ui.px(ui.scale().portrait() ? 136 : 168),
                                  ui.canvas().text_width(TextRole::B3, each.label) + ui.px(space::m)));
        all += widths.back();
    }
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        const auto& each = destinations[i];
        const float width = all > room ? room / static_cast<float>(destinations.size()) : widths[i];
        if (destination(ui, each.name, cut_left(rest, width), each.icon, each.label, each.active))
            intents.push_back(each.leads_to);
    }
}

} // namespace

float bottom_bar_height(const Ui& ui) {
    return std::max(ui.px(104), ui.px(36 + 6 + 16) + ui.canvas().line_height(TextRole::M4));
}

void bottom_bar(Ui& ui, const Session& session, Intents& intents) {
    const auto& colours = ui.colours();
    const bool portrait = ui.scale().portrait();
    const Rect screen = ui.screen();
    const Rect bar{0, screen.h - bottom_bar_height(ui), screen.w, bottom_bar_height(ui)};
    ui.canvas().fill(bar, colours.pine_9);

    Rect rest = inset(bar, ui.px(portrait ? 16 : 40), 0);
    const float height = std::max(ui.px(72), ui.target_size(64));
    const float gap = ui.px(portrait ? 12 : 20);
    const std::string& basket = ui.text("visitor.bar.basket");
    const float basket_width = ui.canvas().text_width(TextRole::B2, basket) + ui.px(24 + 36 + 12 + 24) +
                               (session.basket.empty() ? 0 : badge_width(ui, session) + ui.px(space::s));
    const float side = std::max(ui.px(72), ui.target_size(64));
    draw_destinations(ui, rest, rest.w - basket_width - 2 * side - 3 * gap, session, intents);

    rest.y = bar.centre_y() - height / 2;
    rest.h = height;
    basket_button(ui, cut_right(rest, basket_width, gap), session, basket, intents);
    if (icon_button(ui, "bar.access", cut_right(rest, side, gap), Icon::accessibility, ui.text("visitor.bar.access"),
                    {ButtonLook::on_dark}))
        intents.emplace_back(OpenSheet{VisitorSheet::access});
    // The language spoken, in its own name; without its name where there is no room.
    const std::string spoken(language_name(session.language));
    const ButtonSpec globe{.look = ButtonLook::on_dark, .icon = Icon::globe, .text = TextRole::B3};
    const float wide = button_width(ui, spoken, globe);
    const bool named = wide <= rest.w;
    const Rect place = cut_right(rest, named ? wide : side);
    if (named ? button(ui, "bar.language", place, spoken, globe)
              : icon_button(ui, "bar.language", place, Icon::globe, spoken, {ButtonLook::on_dark}))
        intents.emplace_back(OpenSheet{VisitorSheet::languages});
}

} // namespace ocop::kiosk
