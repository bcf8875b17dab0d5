#include "kiosk/visitor/attract.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/stars.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

constexpr std::int64_t ahead = 1'500;    // ms before a slide comes its picture is fetched
constexpr std::int64_t motion_step = 33; // ms between frames while something moves: nobody touches, so no hurry

struct AttractLayout {
    Rect picture;
    Rect caption;
    Rect panel; // pine
    Rect inner; // of the panel
    Rect identity;
};

AttractLayout layout_of(const Ui& ui, bool mirrored) {
    AttractLayout layout;
    Rect rest = ui.screen();
    if (ui.scale().portrait()) {
        layout.picture = cut_top(rest, std::round(rest.h * (mirrored ? 0.46f : 0.49f)));
        layout.caption = cut_top(rest, ui.px(140));
        layout.panel = rest;
        layout.inner = inset(rest, ui.scale().margin(), ui.px(72));
        layout.identity = {ui.scale().margin(), ui.px(52), rest.w - 2 * ui.scale().margin(), ui.px(64)};
    } else {
        const float panel = std::round(rest.w * 900 / 1920);
        layout.panel = mirrored ? cut_right(rest, panel) : cut_left(rest, panel);
        layout.caption = cut_bottom(rest, ui.px(156));
        layout.picture = rest;
        layout.inner = inset(layout.panel, ui.px(72), ui.px(56));
        layout.identity = cut_top(layout.inner, ui.px(64), ui.px(space::xl));
    }
    return layout;
}

void draw_slide(Ui& ui, const VisitorContext& context, const SlideClock& clock, const Rect& rect) {
    const auto& slides = context.view.slides();
    if (clock.age > motion::attract_hold - ahead) // the next one is there when its time comes
        picture_of(context, *slides[static_cast<std::size_t>(clock.index + 1) % slides.size()], rect.w, rect.h);
    const bool moving = !context.software_rendering && !ui.reduced_motion();
    const float tighter = 1 + 0.05f * static_cast<float>(clock.round % 3);
    const auto zoom = [&](std::int64_t age) {
        return tighter + (moving ? 0.02f * static_cast<float>(age) / motion::attract_hold : 0);
    };
    const auto draw = [&](int index, std::int64_t age, float opacity) {
        const ProductView& product = *slides[static_cast<std::size_t>(index)];
        product_picture(ui, context, product, rect, {.zoom = zoom(age), .opacity = opacity});
    };
    if (moving) {
        ui.wake_at({ui.now().milliseconds + motion_step});
        if (clock.age < motion::attract_fade && clock.before != clock.index) {
            draw(clock.before, clock.age + motion::attract_hold, 1);
            draw(clock.index, clock.age,
                 ease_in_out(static_cast<float>(clock.age) / static_cast<float>(motion::attract_fade)));
            return;
        }
    }
    draw(clock.index, clock.age, 1);
}

// Where slides only cut, a thread along the caption grows until the next one comes. It is laid in pieces, so that a
// frame changes no more of the screen than the piece that grows.
void draw_thread(Ui& ui, const VisitorContext& context, const SlideClock& clock, const Rect& caption) {
    if (!context.software_rendering || !context.small_motion || ui.reduced_motion()) return;
    ui.wake_at({ui.now().milliseconds + motion_step});
    const float length = caption.w * static_cast<float>(clock.age) / static_cast<float>(motion::attract_hold);
    const float piece = ui.px(64);
    for (float from = 0; from < length; from += piece) {
        const float reach = std::min(piece, length - from);
        ui.canvas().fill({caption.x + from, caption.y, reach, ui.px(6)}, ui.colours().hoe_5);
    }
}

float slide_dots_width(const Ui& ui, int count) {
    return count < 2 ? 0 : static_cast<float>(count - 1) * ui.px(16 + 12) + ui.px(56);
}

void draw_caption(Ui& ui, const ProductView& product, const Rect& strip, int count, int index) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(strip, colours.surface);
    Rect inner = inset(strip, ui.px(ui.scale().portrait() ? 56 : 32), ui.px(16));
    if (product.stars) {
        const float seal = std::min(inner.h, ui.px(112));
        Rect square = cut_left(inner, seal, ui.px(space::xl));
        star_seal(ui, {square.x, square.centre_y() - seal / 2, seal, seal}, *product.stars);
    }
    if (const float dots = slide_dots_width(ui, count); dots > 0)
        slide_dots(ui, cut_right(inner, dots, ui.px(space::xxl)), count, index);

    const std::string& name = product.product->name.in("vi");
    const std::string maker = maker_and_place(ui.language(), product);
    const float maker_height = canvas.line_height(TextRole::T3);
    float name_height = canvas.paragraph_height(TextRole::S2, inner.w, name, 2);
    TextRole role = TextRole::S2;
    if (name_height + maker_height > inner.h + ui.px(8)) {
        role = TextRole::S3;
        name_height = canvas.paragraph_height(role, inner.w, name, 2);
    }
    const float top = inner.centre_y() - (name_height + maker_height) / 2;
    canvas.paragraph(role, {inner.x, top, inner.w, 0}, name, colours.ink, {2});
    canvas.text(TextRole::T3, {inner.x, top + name_height, inner.w, maker_height}, maker, colours.ink_2, Align::left,
                Fit::ellipsis);
}

// All languages in their own names; touching one starts in it.
std::vector<float> language_widths(const Ui& ui, const VisitorContext& context, const Session& session) {
    std::vector<float> widths;
    for (const auto& language : context.languages)
        widths.push_back(std::max(ui.target_size(64), ui.canvas().text_width(TextRole::M3, language.name) + ui.px(48) +
                                                          (session.language == language.code ? ui.px(24 + 8) : 0)));
    return widths;
}

float language_height(const Ui& ui) {
    return std::max(ui.px(64), ui.target_size(64));
}

void draw_languages(Ui& ui, const VisitorContext& context, const Rect& area, const Session& session, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto placed = flow(area, language_widths(ui, context, session), language_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto& language = context.languages[i];
        const Rect& rect = placed[i];
        const bool spoken = session.language == language.code;
        const Tap tap =
            ui.tap_target("attract.language/" + std::string(language.code), TargetRole::chip, rect, language.name);
        if (tap.pressed > 0) canvas.fill(rect, colours.white.with_alpha(0.15f * tap.pressed), ui.px(radius::button));
        canvas.stroke(rect, spoken ? colours.on_pine_accent : colours.on_pine.with_alpha(0.45f), ui.px(3),
                      ui.px(radius::button));
        Rect inner = centre(rect, rect.w - ui.px(48), rect.h);
        if (spoken) canvas.icon(Icon::check, cut_left(inner, ui.px(24), ui.px(8)), colours.on_pine_accent);
        canvas.text(TextRole::M3, inner, language.name, colours.white, Align::centre);
        if (tap.focused) ui.focus_ring(rect, ui.px(radius::button), true);
        if (tap) intents.emplace_back(ChooseLanguage{std::string(language.code)});
    }
}

void draw_panel(Ui& ui, const VisitorContext& context, const Session& session, const ProductView* product, Rect inner,
                Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const bool portrait = ui.scale().portrait();

    const float languages =
        flow_height(inner.w, language_widths(ui, context, session), language_height(ui), ui.px(space::s));
    draw_languages(ui, context, cut_bottom(inner, languages, ui.px(portrait ? 36 : 40)), session, intents);

    const ButtonSpec start{
        .look = ButtonLook::start, .icon = Icon::hand, .text = TextRole::B0, .role = TargetRole::commit};
    const std::string& verb = ui.text("visitor.attract.start");
    Rect button_row = cut_bottom(inner, ui.px(portrait ? 128 : 112), ui.px(space::xxl));
    if (!portrait) button_row.w = std::min(inner.w, button_width(ui, verb, start) + ui.px(48));
    if (button(ui, "attract.start", button_row, verb, start)) intents.emplace_back(StartBrowsing{});

    const std::string& kicker = ui.text("visitor.attract.kicker");
    const std::string& headline = ui.text("visitor.attract.headline");
    std::string lead = ui.text("visitor.attract.lead");
    if (product != nullptr) {
        const auto story = product->product->stories.find(ui.language().code());
        if (story != product->product->stories.end() && !story->second.hook.empty()) lead = story->second.hook;
    }
    const float kicker_height = canvas.line_height(TextRole::M1);
    const float lead_gap = ui.px(space::l);
    TextRole role = TextRole::D1;
    float headline_height = 0;
    float lead_height = 0;
    for (const TextRole candidate : {TextRole::D1, TextRole::D2, TextRole::D3}) {
        role = candidate;
        headline_height = canvas.paragraph_height(role, inner.w, headline);
        lead_height = canvas.paragraph_height(TextRole::T1, inner.w, lead);
        if (kicker_height + headline_height + (ui.scale().compact() ? 0 : lead_gap + lead_height) <= inner.h) break;
    }
    const bool with_lead = !ui.scale().compact() && kicker_height + headline_height + lead_gap + lead_height <= inner.h;
    const float block = kicker_height + headline_height + (with_lead ? lead_gap + lead_height : 0);
    float y = portrait ? inner.y : inner.y + std::max(0.0f, (inner.h - block) * 0.6f);
    canvas.paragraph(TextRole::M1, {inner.x, y, inner.w, 0}, kicker, colours.on_pine_accent);
    y += kicker_height;
    canvas.paragraph(role, {inner.x, y, inner.w, 0}, headline, colours.white);
    y += headline_height + lead_gap;
    if (with_lead) canvas.paragraph(TextRole::T1, {inner.x, y, inner.w, 0}, lead, colours.on_pine);
}

} // namespace

SlideClock slide_clock(Monotonic now, int slides) {
    SlideClock clock;
    if (slides <= 0) return clock;
    const std::int64_t shown = now.milliseconds / motion::attract_hold;
    clock.index = static_cast<int>(shown % slides);
    clock.before = static_cast<int>((shown + slides - 1) % slides);
    clock.round = static_cast<int>(shown / slides);
    clock.age = now.milliseconds % motion::attract_hold;
    return clock;
}

void draw_attract(Ui& ui, const VisitorContext& context, const Session& session, Intents& intents) {
    const auto& slides = context.view.slides();
    const int count = static_cast<int>(slides.size());
    const SlideClock clock = slide_clock(ui.now(), count);
    ui.wake_at({ui.now().milliseconds + motion::attract_hold - clock.age});

    if (ui.tap_target("attract", TargetRole::surface, ui.screen(), ui.text("visitor.attract.start")))
        intents.emplace_back(StartBrowsing{});

    AttractLayout layout = layout_of(ui, clock.round % 2 == 1);
    const ProductView* product = count > 0 ? slides[static_cast<std::size_t>(clock.index)] : nullptr;
    if (product == nullptr) {
        layout.panel = ui.screen();
        layout.inner = inset(layout.panel, ui.scale().margin(), ui.px(72));
        cut_top(layout.inner, layout.identity.bottom() - layout.inner.y + ui.px(space::xl));
    }
    ui.canvas().fill(layout.panel, ui.colours().pine_9);
    if (product != nullptr) {
        const Rect both = {layout.picture.x, layout.picture.y, layout.picture.w, layout.picture.h + layout.caption.h};
        if (ui.tap_target("attract.product", TargetRole::card, both, product->product->name.in("vi")))
            intents.emplace_back(OpenStory{product->product->sku});
        draw_slide(ui, context, clock, layout.picture);
        draw_caption(ui, *product, layout.caption, count, clock.index);
        draw_thread(ui, context, clock, layout.caption);
    }
    if (ui.scale().portrait() && product != nullptr) {
        // A plate of pine keeps the name readable on any picture.
        const Rect plate = {0, layout.identity.y - ui.px(space::s), layout.identity.right() - layout.identity.w * 0.35f,
                            layout.identity.h + 2 * ui.px(space::s)};
        ui.canvas().fill(plate, ui.colours().pine_9, ui.px(radius::card), Corners::right());
        layout.identity.w = plate.right() - layout.identity.x - ui.px(space::l);
    }
    draw_panel(ui, context, session, product, layout.inner, intents);
    if (identity(ui, context, layout.identity, true, intents)) intents.emplace_back(StartBrowsing{});
}

} // namespace ocop::kiosk
