// Words as people type them against words as they are printed: accents optional, the end missing, a slip forgiven. Any
// thread may call these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

// Runs of letters and digits.
std::vector<std::string> words_of(std::string_view text);

bool begins(std::string_view text, std::string_view with);

// Slips a typed word of so many letters may have: one from 4 letters on, two from 8.
std::size_t slips_allowed(std::size_t letters);

// A letter that one word has and another lacks costs at least one slip: most words are told apart by these bits alone.
std::uint32_t letters_of(std::string_view text);

// Whether some beginning of `word` is within `slips` slips (letter missing, extra, wrong, two exchanged) of `typed`.
// Both folded; typed words of more than 32 bytes never are.
bool nearly_begins(std::string_view word, std::string_view typed, std::size_t slips);

// A part of a text, in bytes.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

// What of `text` (normal form C) the words of `typed` matched: beginnings of words, or whole words where there was a
// slip. In order, without overlap.
std::vector<TextRange> matched_parts(std::string_view text, std::string_view typed);

} // namespace ocop
