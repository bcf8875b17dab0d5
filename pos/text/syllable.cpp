#include "pos/text/syllable.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {
namespace {

constexpr std::array<std::string_view, 35> initials{
    "",  "b",  "c",  "ch", "d", "đ", "g",  "gh", "gi", "h", "k",  "kh", "l",  "m",  "n",  "ng", "ngh", "nh",
    "p", "ph", "qu", "r",  "s", "t", "th", "tr", "v",  "x", "kr", "pl", "br", "bl", "dr", "gr", "q"};

// Groups of vowels that end a syllable, and those that a consonant follows.
constexpr std::array<std::string_view, 54> open_vowels{
    "a",   "ă",   "â",   "e",   "ê",   "i",   "o",   "ô",   "ơ",   "u",   "ư",   "y",   "ai",  "ao",
    "au",  "ay",  "âu",  "ây",  "eo",  "êu",  "ia",  "iu",  "oa",  "oe",  "oi",  "ôi",  "ơi",  "ua",
    "uê",  "ui",  "uơ",  "uy",  "ưa",  "ưi",  "ưu",  "iê",  "yê",  "uô",  "ươ",  "oai", "oay", "oao",
    "oeo", "uây", "uôi", "uya", "uyu", "uêu", "ươi", "ươu", "iêu", "yêu", "uyê", "oau"};
constexpr std::array<std::string_view, 24> closed_vowels{"a",  "ă",  "â",  "e",  "ê",  "i",  "o",  "ô",
                                                         "ơ",  "u",  "ư",  "y",  "iê", "yê", "oa", "oă",
                                                         "oe", "oo", "uâ", "uê", "uô", "ươ", "uy", "uyê"};
constexpr std::array<std::string_view, 9> finals{"c", "ch", "k", "m", "n", "ng", "nh", "p", "t"};
constexpr std::array<std::string_view, 5> stops{"c", "ch", "k", "p", "t"}; // with sắc and nặng only

using Iterator = VietnameseLetters::const_iterator;

std::string plain_text(Iterator first, Iterator last) {
    std::string text;
    for (; first != last; ++first)
        append_letter(text, {first->plain, first->mark, Tone::level, false});
    return text;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& all, std::string_view text) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

using VowelGroups = std::vector<VietnameseLetters>;

template <std::size_t N>
VowelGroups taken_apart(const std::array<std::string_view, N>& groups) {
    VowelGroups result;
    for (const auto group : groups)
        result.push_back(letters_in(group));
    return result;
}

// Whether the letters are one of the groups, their marks possibly still to come. `whole`: all of it, else its
// beginning.
bool could_be(Iterator first, Iterator last, const VowelGroups& groups, bool whole) {
    const auto length = static_cast<std::size_t>(last - first);
    return std::any_of(groups.begin(), groups.end(), [&](const VietnameseLetters& group) {
        if (whole ? group.size() != length : group.size() < length) return false;
        return std::equal(first, last, group.begin(), [](const auto& typed, const auto& letter) {
            return typed.plain == letter.plain && (typed.mark == LetterMark::none || typed.mark == letter.mark);
        });
    });
}

} // namespace

SyllableParts parts_of(const VietnameseLetters& letters) {
    SyllableParts parts;
    const auto size = letters.size();
    const auto vowel = [&](std::size_t at) { return at < size && letters[at].vowel(); };
    while (parts.vowels < size && !vowel(parts.vowels))
        ++parts.vowels;
    if (parts.vowels == 1 && vowel(1)) {
        const char initial = letters[0].plain;
        const auto& next = letters[1];
        if (initial == 'q' && next.plain == 'u')
            parts.vowels = 2;
        else if (initial == 'g' && next.plain == 'i' && vowel(2))
            parts.vowels = 2;
    }
    parts.final = parts.vowels;
    while (vowel(parts.final))
        ++parts.final;
    return parts;
}

bool could_be_syllable(const VietnameseLetters& letters) {
    static const VowelGroups open = taken_apart(open_vowels);
    static const VowelGroups closed = taken_apart(closed_vowels);
    const auto parts = parts_of(letters);
    const auto begin = letters.begin();
    const auto vowels = begin + static_cast<std::ptrdiff_t>(parts.vowels);
    const auto final = begin + static_cast<std::ptrdiff_t>(parts.final);
    if (!holds(initials, plain_text(begin, vowels))) return false;
    if (final == letters.end())
        return !parts.has_vowel() || could_be(vowels, final, open, false) || could_be(vowels, final, closed, false);
    if (!could_be(vowels, final, closed, true)) return false;
    const auto ending = plain_text(final, letters.end());
    if (!holds(finals, ending)) return false;
    const Tone tone = tone_of(letters);
    return tone == Tone::level || tone == Tone::sac || tone == Tone::nang || !holds(stops, ending);
}

std::size_t tone_place(const VietnameseLetters& letters, TonePlacement placement) {
    const auto parts = parts_of(letters);
    const auto count = parts.final - parts.vowels;
    for (std::size_t at = parts.final; at > parts.vowels; --at)
        if (letters[at - 1].mark != LetterMark::none) return at - 1;
    if (count >= 3) return parts.vowels + 1;
    if (count < 2) return parts.vowels;
    if (parts.final < letters.size()) return parts.vowels + 1;
    const char first = letters[parts.vowels].plain;
    const char second = letters[parts.vowels + 1].plain;
    const bool differs = (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
    return parts.vowels + (differs && placement == TonePlacement::new_style ? 1 : 0);
}

Tone tone_of(const VietnameseLetters& letters) {
    for (const auto& letter : letters)
        if (letter.tone != Tone::level) return letter.tone;
    return Tone::level;
}

void set_tone(VietnameseLetters& letters, Tone tone, TonePlacement placement) {
    if (!parts_of(letters).has_vowel()) return;
    for (auto& letter : letters)
        letter.tone = Tone::level;
    letters[tone_place(letters, placement)].tone = tone;
}

} // namespace ocop
