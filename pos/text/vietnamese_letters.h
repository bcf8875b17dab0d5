// The letters of Vietnamese taken apart: plain letter, mark and tone. What typing works on. Any thread may call these.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

// In the order of dictionaries.
enum class Tone { level, huyen, hoi, nga, sac, nang };
enum class LetterMark { none, circumflex, breve, horn, bar }; // a^ â, a( ă, o' ơ, d- đ

struct VietnameseLetter {
    char plain = 'a'; // a..z
    LetterMark mark = LetterMark::none;
    Tone tone = Tone::level; // vowels only
    bool upper = false;

    bool vowel() const;
    bool same_but_tone(const VietnameseLetter& other) const { return plain == other.plain && mark == other.mark; }
    bool operator==(const VietnameseLetter&) const = default;
};
using VietnameseLetters = std::vector<VietnameseLetter>;

// Whether the plain letter can carry the mark: â ê ô, ă, ơ ư, đ.
bool can_carry(char plain, LetterMark mark);

// The letter that `text` (normal form C) begins with and its length in bytes; nullopt: something else.
struct LetterRead {
    VietnameseLetter letter;
    std::size_t bytes = 0;
};
std::optional<LetterRead> read_letter(std::string_view text);

// Where the run of letters at the end of `text` begins; text.size() when it ends with something else.
std::size_t last_word_begins(std::string_view text);
// The letters of a text that holds nothing else; what is not a letter is left out.
VietnameseLetters letters_in(std::string_view word);

void append_letter(std::string& text, const VietnameseLetter& letter);
std::string text_of(const VietnameseLetters& letters); // normal form C

} // namespace ocop
