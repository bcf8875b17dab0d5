// The Vietnamese keyboard on the screen, and typing on a real one into the same field (design guide 4.7): letters,
// digits and đ; beside them tone keys that mark the last vowels and keys for ă â ê ô ơ ư.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/text/typing.h"

#include <cstddef>
#include <string_view>

namespace ocop::kiosk {

enum class KeyboardMode {
    telex,
    vni,
    tones, // Vietnamese by the keys for tones and marked letters only
    plain, // "EN": those keys are hidden
};
enum class KeyboardShift { off, next_letter, locked };

// Kept by the screen, one for all its fields; a fresh value is the keyboard as a visitor meets it.
struct KeyboardState {
    KeyboardMode mode = KeyboardMode::telex;
    KeyboardShift shift = KeyboardShift::off;
    bool symbols = false;
    bool shown = true; // its ⌄ key hides it; show it again when the field is tapped

    TypingRules rules() const;
};

struct KeyboardSpec {
    std::string_view action = {}; // what Enter does: "Tìm", "Tiếp", "Gửi"
    Icon action_icon = Icon::none;
    bool action_enabled = true;
    std::size_t most = 120; // bytes the field may hold; keys that would exceed it change nothing
};

struct KeyboardPress {
    bool changed = false; // the field holds something else now
    bool action = false;  // the action key, or Enter on a real keyboard
};

// Draws the keyboard over the whole of `rect` and applies what was tapped, and what a real keyboard typed, to `field`.
// Targets are "key/a" … "key/đ", "key/1", "key/ă", "key/space", "key/backspace", "key/shift", "key/symbols",
// "key/method", "key/hide", "key/enter" and "key/sac", "key/huyen", "key/hoi", "key/nga", "key/nang".
KeyboardPress keyboard(Ui& ui, const Rect& rect, KeyboardState& state, TypedText& field, const KeyboardSpec& spec);

// How high that rectangle must be, over the whole width of the screen; 0 while the keyboard is hidden.
float keyboard_height(const Ui& ui, const KeyboardState& state);

// The real keyboard alone: for a field whose screen keyboard is hidden, or that has none.
KeyboardPress real_keyboard(Ui& ui, const KeyboardState& state, TypedText& field, std::size_t most = 120);

} // namespace ocop::kiosk
