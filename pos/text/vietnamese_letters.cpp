#include "pos/text/vietnamese_letters.h"

#include <array>
#include <unordered_map>

namespace ocop {
namespace {

struct Row {
    char plain;
    LetterMark mark;
    // level, huyền, hỏi, ngã, sắc, nặng; consonants have the first only.
    std::array<std::string_view, 6> lower;
    std::array<std::string_view, 6> upper;
};

constexpr std::array<Row, 13> rows{{
    {'a', LetterMark::none, {"a", "à", "ả", "ã", "á", "ạ"}, {"A", "À", "Ả", "Ã", "Á", "Ạ"}},
    {'a', LetterMark::breve, {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"}, {"Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ"}},
    {'a', LetterMark::circumflex, {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"}, {"Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ"}},
    {'e', LetterMark::none, {"e", "è", "ẻ", "ẽ", "é", "ẹ"}, {"E", "È", "Ẻ", "Ẽ", "É", "Ẹ"}},
    {'e', LetterMark::circumflex, {"ê", "ề", "ể", "ễ", "ế", "ệ"}, {"Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ"}},
    {'i', LetterMark::none, {"i", "ì", "ỉ", "ĩ", "í", "ị"}, {"I", "Ì", "Ỉ", "Ĩ", "Í", "Ị"}},
    {'o', LetterMark::none, {"o", "ò", "ỏ", "õ", "ó", "ọ"}, {"O", "Ò", "Ỏ", "Õ", "Ó", "Ọ"}},
    {'o', LetterMark::circumflex, {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"}, {"Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ"}},
    {'o', LetterMark::horn, {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"}, {"Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ"}},
    {'u', LetterMark::none, {"u", "ù", "ủ", "ũ", "ú", "ụ"}, {"U", "Ù", "Ủ", "Ũ", "Ú", "Ụ"}},
    {'u', LetterMark::horn, {"ư", "ừ", "ử", "ữ", "ứ", "ự"}, {"Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự"}},
    {'y', LetterMark::none, {"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}, {"Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"}},
    {'d', LetterMark::bar, {"đ", "", "", "", "", ""}, {"Đ", "", "", "", "", ""}},
}};

constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

const std::unordered_map<std::string_view, VietnameseLetter>& accented() {
    static const auto all = [] {
        std::unordered_map<std::string_view, VietnameseLetter> made;
        for (const Row& row : rows)
            for (std::size_t tone = 0; tone < 6; ++tone) {
                if (row.lower[tone].size() < 2) continue;
                made[row.lower[tone]] = {row.plain, row.mark, static_cast<Tone>(tone), false};
                made[row.upper[tone]] = {row.plain, row.mark, static_cast<Tone>(tone), true};
            }
        return made;
    }();
    return all;
}

} // namespace

bool VietnameseLetter::vowel() const {
    return std::string_view("aeiouy").find(plain) != std::string_view::npos;
}

bool can_carry(char plain, LetterMark mark) {
    switch (mark) {
    case LetterMark::none:
        return true;
    case LetterMark::circumflex:
        return plain == 'a' || plain == 'e' || plain == 'o';
    case LetterMark::breve:
        return plain == 'a';
    case LetterMark::horn:
        return plain == 'o' || plain == 'u';
    case LetterMark::bar:
        return plain == 'd';
    }
    return false;
}

std::optional<LetterRead> read_letter(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const char first = text.front();
    if (first >= 'a' && first <= 'z') return LetterRead{{first}, 1};
    if (first >= 'A' && first <= 'Z')
        return LetterRead{{static_cast<char>(first - 'A' + 'a'), LetterMark::none, Tone::level, true}, 1};
    std::size_t bytes = 1;
    while (bytes < text.size() && bytes < 4 && is_continuation(text[bytes]))
        ++bytes;
    const auto found = accented().find(text.substr(0, bytes));
    if (found == accented().end()) return std::nullopt;
    return LetterRead{found->second, bytes};
}

std::size_t last_word_begins(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
        std::size_t at = begin - 1;
        while (at > 0 && is_continuation(text[at]))
            --at;
        const auto read = read_letter(text.substr(at, begin - at));
        if (!read || read->bytes != begin - at) break;
        begin = at;
    }
    return begin;
}

VietnameseLetters letters_in(std::string_view word) {
    VietnameseLetters letters;
    while (!word.empty()) {
        const auto read = read_letter(word);
        if (read) letters.push_back(read->letter);
        word.remove_prefix(read ? read->bytes : 1);
    }
    return letters;
}

void append_letter(std::string& text, const VietnameseLetter& letter) {
    for (const Row& row : rows)
        if (row.plain == letter.plain && row.mark == letter.mark) {
            const auto& written = letter.upper ? row.upper : row.lower;
            text += written[letter.vowel() ? static_cast<std::size_t>(letter.tone) : 0];
            return;
        }
    text += letter.upper ? static_cast<char>(letter.plain - 'a' + 'A') : letter.plain;
}

std::string text_of(const VietnameseLetters& letters) {
    std::string text;
    for (const auto& letter : letters)
        append_letter(text, letter);
    return text;
}

} // namespace ocop
