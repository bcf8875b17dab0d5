#include "kiosk/visitor/pick_up_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/qr_panel.h"
#include "pos/text/format.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ocop::kiosk {

namespace {

std::int64_t kept_for(const Ui& ui, const PickUp& pick_up) {
    return std::max<std::int64_t>(0, pick_up.until.milliseconds - ui.now().milliseconds);
}

std::string title_of(const Ui& ui) {
    return ui.text("visitor.pick_up.title");
}

// What stands under the title: what to do, or why it did not work.
std::string sentence_of(const Ui& ui, const Session& session) {
    const PickUp& pick_up = session.pick_up;
    if (pick_up.shows(session.basket)) return ui.text("visitor.pick_up.show");
    if (pick_up.refused) return ui.language().sentence(*pick_up.refused);
    if (!pick_up.code.empty()) return ui.format("visitor.pick_up.changed", {{"code", pick_up.code}});
    return ui.text("visitor.pick_up.why");
}

float title_height(const Ui& ui, const Session& session, float width) {
    return ui.canvas().paragraph_height(TextRole::S2, width, title_of(ui)) + ui.px(space::xs) +
           ui.canvas().paragraph_height(TextRole::T3, width, sentence_of(ui, session));
}

void draw_title(Ui& ui, const Session& session, const Rect& rect, Align align) {
    Canvas& canvas = ui.canvas();
    float y = rect.y;
    y += canvas.paragraph(TextRole::S2, {rect.x, y, rect.w, 0}, title_of(ui), ui.colours().white, {0, align});
    canvas.paragraph(TextRole::T3, {rect.x, y + ui.px(space::xs), rect.w, 0}, sentence_of(ui, session),
                     session.pick_up.refused ? ui.colours().on_pine_accent : ui.colours().on_pine, {0, align});
}

float digit_height(const Ui& ui) {
    return std::max(ui.px(ui.scale().compact() ? 116 : 144), ui.canvas().line_height(TextRole::N1));
}

void draw_digits(Ui& ui, const Rect& rect, const std::string& code) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float gap = ui.px(18);
    const float width = std::min(ui.px(112), (rect.w - 3 * gap) / 4);
    float x = std::round(rect.centre_x() - (4 * width + 3 * gap) / 2);
    for (const char digit : code) {
        const Rect tile{x, rect.y, width, rect.h};
        canvas.fill(tile, colours.surface, ui.px(radius::button));
        canvas.text(TextRole::N1, tile, std::string(1, digit), colours.ink, Align::centre);
        x += width + gap;
    }
}

float qr_side(const Ui& ui, const Session& session) {
    if (!session.pick_up.qr) return 0;
    const float least = ui.px(ui.scale().compact() ? 240 : 280);
    return std::max(least, qr_tile_side(*session.pick_up.qr, qr_module * std::max(1.0f, ui.scale().s)));
}

float hold_height(const Ui& ui) {
    return std::max(ui.px(40), ui.canvas().line_height(TextRole::B2));
}

void draw_hold(Ui& ui, const Rect& rect, const PickUp& pick_up) {
    Canvas& canvas = ui.canvas();
    const std::int64_t left = kept_for(ui, pick_up);
    const auto words = left > 0 ? ui.format("visitor.pick_up.held", {{"time", format_stopwatch(left)}})
                                : ui.text("visitor.pick_up.over");
    if (left > 0) ui.wake_at({ui.now().milliseconds + (left % 1000 == 0 ? 1000 : left % 1000)});
    const float icon = ui.px(36);
    const float gap = ui.px(space::m);
    const float width = icon + gap + canvas.text_width(TextRole::B2, words);
    Rect place{std::round(rect.centre_x() - width / 2), rect.y, width, rect.h};
    const auto colour = ui.colours().on_pine_accent;
    canvas.icon(Icon::clock, cut_left(place, icon, gap), colour);
    canvas.text(TextRole::B2, place, words, colour);
}

float commit_height(const Ui& ui) {
    return ui.target_size(88, TargetRole::commit);
}

// The one thing to do here: ask for the code, or be done.
void draw_button(Ui& ui, const Session& session, const Rect& rect, Intents& intents) {
    const PickUp& pick_up = session.pick_up;
    ButtonSpec spec{.look = ButtonLook::start, .text = TextRole::B2, .role = TargetRole::commit};
    if (pick_up.shows(session.basket)) {
        spec.icon = Icon::check;
        if (button(ui, "basket.done", rect, ui.text("visitor.pick_up.done"), spec)) intents.emplace_back(StartOver{});
        return;
    }
    spec.icon = Icon::qr;
    spec.enabled = !pick_up.waiting;
    const auto label = pick_up.waiting        ? ui.text("visitor.pick_up.waiting")
                       : pick_up.code.empty() ? ui.text("visitor.pick_up.ask")
                                              : ui.format("visitor.pick_up.again", {{"code", pick_up.code}});
    if (button(ui, "basket.code", rect, label, spec)) intents.emplace_back(AskPickUpCode{});
}

void draw_landscape(Ui& ui, const Session& session, const Rect& rect, Intents& intents) {
    const bool shown = session.pick_up.shows(session.basket);
    const bool compact = ui.scale().compact();
    Rect inner = inset(rect, ui.px(60), ui.px(compact ? 32 : 56));
    const Rect commit = cut_bottom(inner, commit_height(ui), ui.px(compact ? 20 : 32));
    const float gap = ui.px(compact ? 20 : 36);
    const float title = title_height(ui, session, inner.w);
    if (!shown) {
        const Rect block = centre(inner, inner.w, ui.px(96) + gap + title);
        Rect rest = block;
        ui.canvas().icon(Icon::basket, cut_top(rest, ui.px(96), gap), ui.colours().on_pine_accent);
        draw_title(ui, session, rest, Align::centre);
        draw_button(ui, session, commit, intents);
        return;
    }
    const float side = qr_side(ui, session);
    draw_title(ui, session, cut_top(inner, title, gap), Align::centre);
    draw_digits(ui, cut_top(inner, digit_height(ui), gap), session.pick_up.code);
    if (session.pick_up.qr) {
        const Rect tile = cut_top(inner, side, gap);
        qr_panel(ui, centre(tile, side, side), *session.pick_up.qr);
    }
    draw_hold(ui, cut_top(inner, hold_height(ui)), session.pick_up);
    draw_button(ui, session, commit, intents);
}

float portrait_words_width(const Ui& ui, const Session& session, float width) {
    const float inner = width - 2 * ui.scale().margin();
    const bool shown = session.pick_up.shows(session.basket) && session.pick_up.qr;
    return shown ? inner - qr_side(ui, session) - ui.px(space::h) : inner;
}

void draw_portrait(Ui& ui, const Session& session, const Rect& rect, Intents& intents) {
    Rect inner = inset(rect, ui.scale().margin(), ui.px(36));
    const bool shown = session.pick_up.shows(session.basket);
    const float title = title_height(ui, session, portrait_words_width(ui, session, rect.w));
    if (shown && session.pick_up.qr) {
        const float side = qr_side(ui, session);
        qr_panel(ui, centre(cut_right(inner, side, ui.px(space::h)), side, side), *session.pick_up.qr);
    }
    draw_title(ui, session, cut_top(inner, title, ui.px(space::xl)), Align::left);
    if (shown) {
        Rect digits = cut_top(inner, digit_height(ui), ui.px(space::l));
        digits.w = std::min(digits.w, ui.px(4 * 112 + 3 * 18));
        draw_digits(ui, digits, session.pick_up.code);
        Rect hold = cut_top(inner, hold_height(ui), ui.px(space::l));
        hold.w = digits.w;
        draw_hold(ui, hold, session.pick_up);
    }
    draw_button(ui, session, cut_top(inner, commit_height(ui)), intents);
}

} // namespace

float pick_up_panel_height(const Ui& ui, const Session& session, float width) {
    const bool shown = session.pick_up.shows(session.basket);
    float words =
        title_height(ui, session, portrait_words_width(ui, session, width)) + ui.px(space::xl) + commit_height(ui);
    if (shown) words += digit_height(ui) + hold_height(ui) + 2 * ui.px(space::l);
    return std::max(words, shown ? qr_side(ui, session) : 0) + 2 * ui.px(36);
}

void pick_up_panel(Ui& ui, const Session& session, const Rect& rect, Intents& intents) {
    ui.canvas().fill(rect, ui.colours().pine_9);
    if (ui.scale().portrait())
        draw_portrait(ui, session, rect, intents);
    else
        draw_landscape(ui, session, rect, intents);
}

} // namespace ocop::kiosk
