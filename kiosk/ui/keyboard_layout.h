// Where the keys of the screen keyboard are and what they write. Pure layout, used by keyboard.cpp.
#pragma once

#include "kiosk/ui/keyboard.h"

#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

enum class KeyKind { text, letter, tone, shift, backspace, symbols, method, space, hide, enter };

struct KeyPlace {
    KeyKind kind = KeyKind::text;
    std::string_view text; // what it writes, lower case; for a tone key its name
    Tone tone = Tone::level;
    Rect rect;

    std::string name() const; // of its target
};

struct KeyboardLayout {
    std::vector<KeyPlace> keys;
    // Captions over the tone keys and the marked letters; empty where the block lies in one row above the letters.
    Rect tones_caption;
    Rect letters_caption;
};

// Whether the tone keys stand at the right of the letters: there is room for keys of the smallest size.
bool tones_beside(const Ui& ui, const KeyboardState& state);
float key_height(const Ui& ui);
int key_rows(const Ui& ui, const KeyboardState& state);
KeyboardLayout keyboard_layout(const Ui& ui, const Rect& rect, const KeyboardState& state);

} // namespace ocop::kiosk
