#include "kiosk/ui/keyboard.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/keyboard_layout.h"
#include "kiosk/ui/number_pad.h"
#include "pos/text/fold.h"

#include <string>

namespace ocop::kiosk {

namespace {

struct Typing {
    Ui& ui;
    KeyboardState& state;
    TypedText& field;
    const KeyboardSpec& spec;
    KeyboardPress press;

    void put(TypedText next) {
        if (next == field || next.text.size() > spec.most) return;
        press.changed = press.changed || next.text != field.text;
        field = std::move(next);
    }
    bool upper() const { return state.shift != KeyboardShift::off && !state.symbols; }
    std::string cased(std::string_view text) const { return upper() ? upper_case(text) : std::string(text); }
    void letter_typed() {
        if (state.shift == KeyboardShift::next_letter) state.shift = KeyboardShift::off;
    }
};

const std::string& mode_label(const Ui& ui, KeyboardMode mode) {
    switch (mode) {
    case KeyboardMode::telex:
        return ui.text("keyboard.telex");
    case KeyboardMode::vni:
        return ui.text("keyboard.vni");
    case KeyboardMode::tones:
        return ui.text("keyboard.tones");
    case KeyboardMode::plain:
        break;
    }
    return ui.text("keyboard.plain");
}

KeyboardMode next_mode(KeyboardMode mode) {
    return mode == KeyboardMode::plain ? KeyboardMode::telex : static_cast<KeyboardMode>(static_cast<int>(mode) + 1);
}

KeyboardShift next_shift(KeyboardShift shift) {
    return shift == KeyboardShift::locked ? KeyboardShift::off
                                          : static_cast<KeyboardShift>(static_cast<int>(shift) + 1);
}

// What a tone key says: the vowel it would mark; á à ả ã ạ, greyed, where there is none.
void tone_key(Typing& typing, const KeyPlace& key) {
    const auto rules = typing.state.rules();
    auto label = letter_with_tone(typing.field, key.tone, rules);
    KeySpec spec{.look = KeyLook::tone};
    spec.enabled = !label.empty();
    if (label.empty()) label = letter_with_tone(TypedText("a"), key.tone, rules);
    if (key_cap(typing.ui, key.name(), key.rect, label, spec)) typing.put(type_tone(typing.field, key.tone, rules));
}

void draw_key(Typing& typing, const KeyPlace& key) {
    Ui& ui = typing.ui;
    KeyboardState& state = typing.state;
    const auto rules = state.rules();
    KeySpec quiet{.text = TextRole::M3, .look = KeyLook::quiet};
    const auto cap = [&](std::string_view label, const KeySpec& spec) {
        return key_cap(ui, key.name(), key.rect, label, spec);
    };
    switch (key.kind) {
    case KeyKind::text:
        if (const auto text = typing.cased(key.text); cap(text, {})) {
            typing.put(type(typing.field, text, rules));
            typing.letter_typed();
        }
        return;
    case KeyKind::letter:
        if (const auto text = typing.cased(key.text);
            cap(text, {.look = key.text == "đ" ? KeyLook::plain : KeyLook::marked})) {
            typing.put(type_letter(typing.field, text, rules));
            typing.letter_typed();
        }
        return;
    case KeyKind::tone:
        tone_key(typing, key);
        return;
    case KeyKind::shift:
        quiet.icon = Icon::shift_key;
        quiet.enabled = !state.symbols;
        quiet.selected = typing.upper();
        if (cap(ui.text(state.shift == KeyboardShift::locked ? "keyboard.shift_locked" : "keyboard.shift"), quiet))
            state.shift = next_shift(state.shift);
        return;
    case KeyKind::backspace:
        quiet.icon = Icon::backspace;
        quiet.repeat = true;
        if (cap(ui.text("keyboard.backspace"), quiet)) typing.put(erase_last(typing.field, rules));
        return;
    case KeyKind::symbols:
        if (cap(ui.text(state.symbols ? "keyboard.letters" : "keyboard.symbols"), quiet))
            state.symbols = !state.symbols;
        return;
    case KeyKind::method:
        if (cap(mode_label(ui, state.mode), quiet)) state.mode = next_mode(state.mode);
        return;
    case KeyKind::space:
        if (cap(ui.text("keyboard.space"), {.text = TextRole::M3})) typing.put(type(typing.field, " ", rules));
        return;
    case KeyKind::hide:
        quiet.icon = Icon::down;
        if (cap(ui.text("keyboard.hide"), quiet)) state.shown = false;
        return;
    case KeyKind::enter: {
        ButtonSpec enter{.icon = typing.spec.action_icon, .enabled = typing.spec.action_enabled};
        enter.role = TargetRole::key;
        if (button(ui, key.name(), key.rect, typing.spec.action, enter)) typing.press.action = true;
        return;
    }
    }
}

void draw_ground(Ui& ui, const Rect& rect) {
    const auto& c = ui.colours();
    ui.canvas().fill(rect, c.high_contrast ? c.surface : c.line);
    if (c.high_contrast) ui.canvas().fill({rect.x, rect.y, rect.w, ui.px(4)}, c.ink);
}

} // namespace

TypingRules KeyboardState::rules() const {
    TypingRules rules;
    rules.method = mode == KeyboardMode::telex ? TypingMethod::telex
                   : mode == KeyboardMode::vni ? TypingMethod::vni
                                               : TypingMethod::off;
    return rules;
}

KeyboardPress keyboard(Ui& ui, const Rect& rect, KeyboardState& state, TypedText& field, const KeyboardSpec& spec) {
    if (!state.shown) return real_keyboard(ui, state, field, spec.most);
    draw_ground(ui, rect);
    const auto layout = keyboard_layout(ui, rect, state);
    const auto& ink = ui.colours().ink;
    if (!layout.tones_caption.empty()) {
        ui.canvas().text(TextRole::M4, layout.tones_caption, ui.text("keyboard.tone_keys"), ink);
        ui.canvas().text(TextRole::M4, layout.letters_caption, ui.text("keyboard.marked_letters"), ink);
    }
    Typing typing{ui, state, field, spec, real_keyboard(ui, state, field, spec.most)};
    typing.press.action = typing.press.action && spec.action_enabled;
    const KeyboardState before = state;
    for (const KeyPlace& key : layout.keys)
        draw_key(typing, key);
    const bool other_keys = before.mode != state.mode || before.shift != state.shift || before.shown != state.shown ||
                            before.symbols != state.symbols;
    if (typing.press.changed || other_keys) ui.request_frames_until({ui.now().milliseconds + 1});
    return typing.press;
}

float keyboard_height(const Ui& ui, const KeyboardState& state) {
    if (!state.shown) return 0;
    const auto rows = static_cast<float>(key_rows(ui, state));
    return rows * key_height(ui) + (rows - 1) * ui.px(9) + 2 * ui.px(space::m);
}

KeyboardPress real_keyboard(Ui& ui, const KeyboardState& state, TypedText& field, std::size_t most) {
    KeyboardPress press;
    const auto rules = state.rules();
    TypedText next = field;
    if (!ui.typed().empty()) next = type(std::move(next), ui.typed(), rules);
    if (ui.key(Key::backspace)) next = erase_last(std::move(next), rules);
    if (!(next == field) && next.text.size() <= most) {
        press.changed = next.text != field.text;
        field = std::move(next);
        ui.request_frames_until({ui.now().milliseconds + 1});
    }
    press.action = ui.key(Key::enter) && ui.targets().focused().empty();
    return press;
}

} // namespace ocop::kiosk
