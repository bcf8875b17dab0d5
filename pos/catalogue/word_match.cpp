#include "pos/catalogue/word_match.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ocop {
namespace {

constexpr std::size_t longest_word = 32; // letters compared with slips; longer ones only match as typed

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

// Bytes of `word` whose folded form has at least `length` bytes.
std::size_t bytes_folding_to(std::string_view word, std::size_t length) {
    std::size_t folded = 0;
    std::size_t end = 0;
    while (end < word.size() && folded < length) {
        const std::size_t begin = end++;
        while (end < word.size() && is_continuation(word[end]))
            ++end;
        folded += fold(word.substr(begin, end - begin)).size();
    }
    return end;
}

// How much of a printed word the typed words matched; nullopt: nothing.
std::optional<std::size_t> matched_bytes(std::string_view word, const std::vector<std::string>& typed) {
    const auto folded = fold(word);
    std::size_t longest = 0;
    for (const auto& each : typed)
        if (begins(folded, each)) longest = std::max(longest, each.size());
    if (longest > 0) return bytes_folding_to(word, longest);
    for (const auto& each : typed)
        if (const auto slips = slips_allowed(each.size()); slips > 0 && nearly_begins(folded, each, slips))
            return word.size();
    return std::nullopt;
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_word_byte(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

std::size_t slips_allowed(std::size_t letters) {
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char c : text)
        letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
    return letters;
}

bool nearly_begins(std::string_view word, std::string_view typed, std::size_t slips) {
    if (typed.size() > longest_word || word.size() + slips < typed.size()) return false;
    using Row = std::array<std::uint8_t, longest_word + 1>;
    Row before{}, last{}, row{};
    const std::size_t length = typed.size();
    for (std::size_t j = 0; j <= length; ++j)
        last[j] = static_cast<std::uint8_t>(j);
    if (last[length] <= slips) return true;
    const std::size_t most = std::min(word.size(), length + slips);
    for (std::size_t i = 1; i <= most; ++i) {
        row[0] = static_cast<std::uint8_t>(i);
        std::uint8_t least = row[0];
        for (std::size_t j = 1; j <= length; ++j) {
            const std::uint8_t same = word[i - 1] == typed[j - 1] ? 0 : 1;
            auto cost = static_cast<std::uint8_t>(std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + same}));
            if (i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1])
                cost = std::min(cost, static_cast<std::uint8_t>(before[j - 2] + 1));
            row[j] = cost;
            least = std::min(least, cost);
        }
        if (row[length] <= slips) return true;
        if (least > slips) return false;
        before = last;
        last = row;
    }
    return false;
}

std::vector<TextRange> matched_parts(std::string_view text, std::string_view typed) {
    const auto words = words_of(fold(typed));
    std::vector<TextRange> parts;
    if (words.empty()) return parts;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end]))
            ++end;
        if (const auto bytes = matched_bytes(text.substr(at, end - at), words)) parts.push_back({at, at + *bytes});
        at = end;
    }
    return parts;
}

} // namespace ocop
