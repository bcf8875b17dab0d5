// Number entry: pads for PIN and money, and the PIN's dots (design guide 4.6).
#pragma once

#include "kiosk/ui/ui.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ocop::kiosk {

enum class PadLayout {
    pin,   // 1-2-3 on top; last row: clear, 0, backspace
    money, // 7-8-9 on top; last row: 000, 0, backspace
    count, // 7-8-9 on top; last row: clear, 0, backspace
};

// What was pressed in this frame: "0".."9" or "000", or all that a keyboard typed; erase and clear as flags.
struct PadPress {
    std::string digits;
    bool erase = false; // the last digit
    bool clear = false;
    explicit operator bool() const { return !digits.empty() || erase || clear; }
};

// Keys fill `rect` (4 rows of 3). Targets are name + "/7", "/000", "/erase", "/clear". Keys of a real keyboard count
// as well.
PadPress number_pad(Ui& ui, std::string_view name, const Rect& rect, PadLayout layout, bool enabled = true);

inline constexpr std::size_t pin_digits = 6;
inline constexpr std::size_t most_money_digits = 9; // under a thousand million đồng: more cash than a drawer holds

// The press applied to a string of digits: leading zeros dropped except in a PIN, at most `most` digits.
std::string applied(const std::string& digits, const PadPress& press, PadLayout layout, std::size_t most);

// What the digits of a pad come to; 0 where nothing is typed.
std::int64_t typed_number(const std::string& digits);

// One key of a keyboard or pad: surface with a solid under-edge.
enum class KeyLook {
    plain,  // writes what it says
    quiet,  // does something else
    tone,   // sets a tone
    marked, // writes a marked letter
};
struct KeySpec {
    TextRole text = TextRole::M1;
    Icon icon = Icon::none;
    bool enabled = true;
    bool repeat = false;
    bool selected = false; // a shift or tone in force
    bool strong = false;   // the action key
    KeyLook look = KeyLook::plain;
};
bool key_cap(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, const KeySpec& spec = {});

// Six dots, `filled` of them black; no digits. `wrong` turns them vermilion.
void pin_dots(Ui& ui, const Rect& rect, int filled, bool wrong, int count = 6);

} // namespace ocop::kiosk
