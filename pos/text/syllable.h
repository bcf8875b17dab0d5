// How a Vietnamese syllable is built, and where its tone is written. Any thread may call these.
#pragma once

#include "pos/text/vietnamese_letters.h"

#include <cstddef>

namespace ocop {

// Old style writes hòa, thúy, khỏe; new style hoà, thuý, khoẻ (vietnam.md §8). They differ in oa, oe and uy only.
enum class TonePlacement { old_style, new_style };

// Initial consonants, vowels, final consonants: [0, vowels), [vowels, final), [final, size). The u of qu and the i of
// gi before another vowel are initials. Letters after a second group of vowels belong to the final part.
struct SyllableParts {
    std::size_t vowels = 0;
    std::size_t final = 0;
    bool has_vowel() const { return vowels < final; }
};
SyllableParts parts_of(const VietnameseLetters& letters);

// Whether the letters are a syllable or the beginning of one, marks still to come included ("vie", "nuoc"). Initials
// and finals of place names in the highlands count: Krông, Plông, Đắk.
bool could_be_syllable(const VietnameseLetters& letters);

// Which letter carries the tone; letters must have a vowel.
std::size_t tone_place(const VietnameseLetters& letters, TonePlacement placement);

Tone tone_of(const VietnameseLetters& letters);
// The syllable with this tone instead of any other; unchanged when it has no vowel.
void set_tone(VietnameseLetters& letters, Tone tone, TonePlacement placement);

} // namespace ocop
