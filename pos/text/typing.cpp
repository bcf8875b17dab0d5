#include "pos/text/typing.h"

#include "pos/text/nfc.h"
#include "pos/text/typing_keys.h"

namespace ocop {
namespace {

constexpr std::size_t longest_word = 24; // keys; what is longer is no Vietnamese word

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The text without memory of its last word's keys.
TypedText settled(TypedText typed) {
    typed.word = 0;
    typed.start.clear();
    typed.keys.clear();
    typed.tone_last = false;
    return typed;
}

// The last word, begun anew: its letters, cut off the text.
struct LastWord {
    std::string before;
    VietnameseLetters letters;
};
LastWord last_word(const TypedText& typed) {
    const auto begin = last_word_begins(typed.text);
    return {typed.text.substr(0, begin), letters_in(std::string_view(typed.text).substr(begin))};
}

TypedText with_word(const LastWord& word) {
    return TypedText(word.before + text_of(word.letters));
}

// Whether the keys make what is shown: not so when the method was changed in the middle of a word.
bool keys_hold(const TypedText& typed, const TypingRules& rules) {
    if (typed.keys.empty() || typed.word > typed.text.size()) return false;
    const auto word = word_typed(letters_in(typed.start), typed.keys, rules);
    return text_of(word.letters) == std::string_view(typed.text).substr(typed.word);
}

TypedText key(TypedText typed, char c, const TypingRules& rules) {
    if (!keys_hold(typed, rules)) {
        typed = settled(std::move(typed));
        typed.word = last_word_begins(typed.text);
        typed.start = typed.text.substr(typed.word);
    }
    typed.keys += c;
    auto word = word_typed(letters_in(typed.start), typed.keys, rules);
    typed.text.resize(typed.word);
    typed.text += text_of(word.letters);
    typed.tone_last = word.tone_last;
    return typed;
}

TypedText plain(TypedText typed, std::string_view character) {
    typed = settled(std::move(typed));
    typed.text += character;
    if (!is_nfc(typed.text)) typed.text = to_nfc(typed.text);
    return typed;
}

std::size_t character_bytes(std::string_view text) {
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80)
        ++bytes;
    return bytes;
}

// Where the last group of vowels with the consonants before it begins.
std::size_t last_syllable_begins(const VietnameseLetters& letters) {
    if (could_be_syllable(letters)) return 0;
    std::size_t at = letters.size();
    while (at > 0 && !letters[at - 1].vowel())
        --at;
    while (at > 0 && letters[at - 1].vowel())
        --at;
    while (at > 0 && !letters[at - 1].vowel())
        --at;
    return at;
}

VietnameseLetters cut_last_syllable(VietnameseLetters& letters) {
    const auto begin = letters.begin() + static_cast<std::ptrdiff_t>(last_syllable_begins(letters));
    VietnameseLetters syllable(begin, letters.end());
    letters.erase(begin, letters.end());
    return syllable;
}

} // namespace

TypedText type(TypedText typed, std::string_view characters, const TypingRules& rules) {
    while (!characters.empty()) {
        const auto character = characters.substr(0, character_bytes(characters));
        characters.remove_prefix(character.size());
        const char c = character.front();
        const bool in_word = last_word_begins(typed.text) < typed.text.size() || !typed.keys.empty();
        const bool acts = is_ascii_letter(c) || (is_digit(c) && rules.method == TypingMethod::vni && in_word);
        if (acts && rules.method != TypingMethod::off && typed.keys.size() + typed.start.size() < longest_word)
            typed = key(std::move(typed), c, rules);
        else
            typed = plain(std::move(typed), character);
    }
    return typed;
}

TypedText type_letter(TypedText typed, std::string_view letter, const TypingRules& rules) {
    const auto wanted = read_letter(letter);
    if (!wanted) return typed;
    auto word = last_word(typed);
    auto& letters = word.letters;
    if (!letters.empty() && letters.back().plain == wanted->letter.plain) {
        auto& last = letters.back();
        last.mark = last.mark == wanted->letter.mark ? LetterMark::none : wanted->letter.mark;
    } else {
        letters.push_back(wanted->letter);
    }
    settle_syllable(letters, rules.placement);
    return with_word(word);
}

TypedText type_tone(TypedText typed, Tone tone, const TypingRules& rules) {
    auto word = last_word(typed);
    auto syllable = cut_last_syllable(word.letters);
    if (!parts_of(syllable).has_vowel()) return typed;
    set_tone(syllable, tone_of(syllable) == tone ? Tone::level : tone, rules.placement);
    word.letters.insert(word.letters.end(), syllable.begin(), syllable.end());
    auto marked = with_word(word);
    marked.tone_last = true;
    return marked;
}

TypedText erase_last(TypedText typed, const TypingRules& rules) {
    auto word = last_word(typed);
    if (word.letters.empty()) {
        typed = settled(std::move(typed));
        while (!typed.text.empty() && (static_cast<unsigned char>(typed.text.back()) & 0xC0U) == 0x80)
            typed.text.pop_back();
        if (!typed.text.empty()) typed.text.pop_back();
        return typed;
    }
    auto syllable = cut_last_syllable(word.letters);
    const bool ends_with_vowel = syllable.back().vowel();
    if (tone_of(syllable) != Tone::level && (typed.tone_last || ends_with_vowel)) {
        set_tone(syllable, Tone::level, rules.placement);
    } else {
        syllable.pop_back();
        settle_syllable(syllable, rules.placement);
    }
    word.letters.insert(word.letters.end(), syllable.begin(), syllable.end());
    return with_word(word);
}

std::string letter_with_tone(const TypedText& typed, Tone tone, const TypingRules& rules) {
    auto word = last_word(typed);
    const auto syllable = cut_last_syllable(word.letters);
    if (!parts_of(syllable).has_vowel()) return {};
    auto letter = syllable[tone_place(syllable, rules.placement)];
    letter.tone = tone;
    std::string text;
    append_letter(text, letter);
    return text;
}

} // namespace ocop
