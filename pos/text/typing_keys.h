// What the keys of one word make under Telex or VNI. The inner part of typing.h.
#pragma once

#include "pos/text/typing.h"

#include <string_view>

namespace ocop {

// The letters of a word that was `start` before `keys` (ASCII letters, for VNI digits too) were typed. `tone_last`: the
// last key set a tone or took it away.
struct WordTyped {
    VietnameseLetters letters;
    bool tone_last = false;
};
WordTyped word_typed(VietnameseLetters start, std::string_view keys, const TypingRules& rules);

// After a letter was added: ươ is written with both horns once something follows it, and the tone moves to its place.
// Leaves what is not a syllable alone.
void settle_syllable(VietnameseLetters& letters, TonePlacement placement);

} // namespace ocop
