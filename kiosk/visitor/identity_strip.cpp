#include "kiosk/visitor/identity_strip.h"

#include "kiosk/ui/stars.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>

namespace ocop::kiosk {

bool identity(Ui& ui, const VisitorContext& context, const Rect& rect, bool on_dark, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float mark = ui.px(56);
    brand_mark(ui, {rect.x, rect.centre_y() - mark / 2, mark, mark});

    const Colour name_colour = on_dark ? colours.white : colours.ink;
    const Colour line_colour = on_dark ? colours.on_pine : colours.ink_2;
    const float x = rect.x + mark + ui.px(space::m);
    const float name_height = canvas.line_height(TextRole::S3);
    const float line_height = canvas.line_height(TextRole::T4);
    const float top = rect.centre_y() - (name_height + line_height) / 2;
    canvas.text(TextRole::S3, {x, top, rect.right() - x, name_height}, context.shop_name, name_colour, Align::left,
                Fit::ellipsis);
    canvas.text(TextRole::T4, {x, top + name_height, rect.right() - x, line_height}, ui.text("visitor.tagline"),
                line_colour, Align::left, Fit::ellipsis);

    const float side = ui.target_size(64);
    const Rect touch{rect.x + mark / 2 - side / 2, rect.centre_y() - side / 2, side, side};
    const Tap tap = ui.tap_target("visitor.mark", TargetRole::surface, touch, context.shop_name);
    if (tap.held_for >= staff_hold) {
        ui.targets().forget_press();
        intents.emplace_back(OpenStaff{});
        return false;
    }
    if (tap.pressed >= 1) ui.wake_at({ui.now().milliseconds + std::max<std::int64_t>(1, staff_hold - tap.held_for)});
    return tap.tapped && tap.held_for < staff_hold;
}

float top_strip(Ui& ui, const VisitorContext& context, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float margin = ui.scale().margin();
    const float height = std::max(ui.px(60), canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4));
    Rect strip{margin, ui.px(28), ui.screen().w - 2 * margin, height};
    if (ui.scale().portrait()) strip.y = ui.px(42);
    const float bottom = strip.bottom();

    const std::string clock = clock_text(context.now);
    const float clock_width = canvas.text_width(TextRole::B2, clock);
    canvas.text(TextRole::B2, cut_right(strip, clock_width, ui.px(space::xl)), clock, colours.ink, Align::right);
    ui.wake_at({ui.now().milliseconds + 60'000 - context.now.milliseconds % 60'000});
    if (!ui.scale().portrait() && !context.event_line.empty()) {
        const float width = std::min(strip.w / 2, canvas.text_width(TextRole::T3, context.event_line));
        canvas.text(TextRole::T3, cut_right(strip, width, ui.px(space::xl)), context.event_line, colours.ink_2,
                    Align::right, Fit::ellipsis);
    }
    identity(ui, context, strip, false, intents);
    return bottom;
}

} // namespace ocop::kiosk
