// Vietnamese as it is typed: Telex, VNI, or keys for tones and marked letters on the screen. A field holds a TypedText;
// every key makes the next one. Pure; any thread may call these. Rules: vietnam.md §8, design guide 4.7.
#pragma once

#include "pos/text/syllable.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ocop {

enum class TypingMethod {
    telex, // aa ee oo aw ow uw dd; s f r x j tones, z none
    vni,   // 1 sắc 2 huyền 3 hỏi 4 ngã 5 nặng 0 none; 6 circumflex 7 horn 8 breve 9 đ
    off,   // letters are what they say
};

struct TypingRules {
    TypingMethod method = TypingMethod::telex;
    TonePlacement placement = TonePlacement::old_style;
};

// What a field holds. Copy and compare it freely; to put another text into the field, make a new one from it.
struct TypedText {
    TypedText() = default;
    explicit TypedText(std::string shown) : text(std::move(shown)) {} // normal form C

    std::string text; // normal form C

    // Of the word at the end: where it begins in `text`, what it was before `keys`, and those keys. Letters that turn
    // out not to be Vietnamese ("ocop", "shop") are shown as the keys say.
    std::size_t word = 0;
    std::string start;
    std::string keys;
    bool tone_last = false; // the last key set a tone

    bool operator==(const TypedText&) const = default;
};

// `characters` as from a keyboard, one key each. Under Telex and VNI a tone or mark key acts anywhere after its vowel;
// the same key again takes it back and is written itself. Characters that are not UTF-8 become U+FFFD.
TypedText type(TypedText typed, std::string_view characters, const TypingRules& rules);

// A key that says ă, â, ê, ô, ơ, ư or đ (either case): marks the plain letter just before it, else adds itself. Again:
// the plain letter.
TypedText type_letter(TypedText typed, std::string_view letter, const TypingRules& rules);

// A tone key: the last group of vowels of the last word gets the tone; the same again takes it away. Without a vowel
// nothing changes.
TypedText type_tone(TypedText typed, Tone tone, const TypingRules& rules);

// Backspace: a tone that was typed last or stands on the vowels at the end goes before a letter does.
TypedText erase_last(TypedText typed, const TypingRules& rules);

// The letter that a tone key would write now ("ề" for "tiên"); empty when there is no vowel to mark.
std::string letter_with_tone(const TypedText& typed, Tone tone, const TypingRules& rules);

} // namespace ocop
