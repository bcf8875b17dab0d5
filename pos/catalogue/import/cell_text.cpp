#include "pos/catalogue/import/cell_text.h"

#include "pos/text/nfc.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace ocop {
namespace {

// The next character of UTF-8 text; a broken one is below 0.
UChar32 next_character(std::string_view text, std::size_t& at) {
    auto index = static_cast<std::int64_t>(at);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    UChar32 character = -1;
    U8_NEXT(bytes, index, length, character);
    at = static_cast<std::size_t>(index);
    return character;
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool is_ascii_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_forbidden(UChar32 c) {
    if (c == '\n' || c == '\r' || c == '\t') return false;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool invisible = c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool none = c >= 0xFFF0 && c <= 0xFFFF;
    return control || invisible || direction || none;
}

// Signs of Latin 1 that stand for Vietnamese letters in TCVN3 and never stand inside a word otherwise.
bool is_tcvn3_sign(UChar32 c) {
    return (c >= 0xA8 && c <= 0xAE) || (c >= 0xB5 && c <= 0xBE) || c == 0xD7 || c == 0xF7;
}

bool is_vietnamese_only(UChar32 c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x0102 && c <= 0x01B0);
}

} // namespace

OldEncoding guess_encoding(std::string_view bytes) {
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return OldEncoding::utf_16;
    if (bytes.find('\0') != std::string_view::npos) return OldEncoding::unknown;
    std::size_t high = 0;
    std::size_t in_words = 0; // TCVN3's own range, beside a letter
    std::size_t tones = 0;    // combining tones of windows-1258, after a letter
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) continue;
        ++high;
        const auto before = at == 0 ? ' ' : bytes[at - 1];
        const auto after = at + 1 == bytes.size() ? ' ' : bytes[at + 1];
        const auto is_letter = [](char c) {
            return is_ascii_letter(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xA1;
        };
        if (byte >= 0xA1 && byte <= 0xBE && (is_letter(before) || is_letter(after))) ++in_words;
        const bool is_tone = byte == 0xCC || byte == 0xD2 || byte == 0xDE || byte == 0xEC || byte == 0xF2;
        if (is_tone && is_letter(before)) ++tones;
    }
    if (in_words * 5 >= high && in_words > 0) return OldEncoding::tcvn3;
    return tones > 0 ? OldEncoding::windows_1258 : OldEncoding::unknown;
}

const char* sentence_key(OldEncoding encoding) {
    switch (encoding) {
    case OldEncoding::tcvn3:
        return "import.encoding_tcvn3";
    case OldEncoding::windows_1258:
        return "import.encoding_1258";
    case OldEncoding::utf_16:
        return "import.encoding_utf16";
    case OldEncoding::unknown:
        return "import.not_utf8";
    }
    return "import.not_utf8";
}

std::string escaped_bytes(std::string_view bytes) {
    constexpr std::size_t most_before = 20;
    constexpr std::size_t most_shown = 100;
    const auto beyond = std::find_if(bytes.begin(), bytes.end(), [](char c) { return !is_ascii(c); });
    const auto first = static_cast<std::size_t>(beyond - bytes.begin());
    std::string text;
    if (first > most_before) {
        bytes.remove_prefix(first - most_before);
        text = "…";
    }
    for (const char character : bytes.substr(0, most_shown)) {
        if (is_ascii(character)) {
            text += character;
            continue;
        }
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(character)));
        text += escape;
    }
    return text;
}

std::size_t first_line_not_utf8(std::string_view bytes) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto character = next_character(bytes, at);
        if (character < 0) return line;
        if (character == '\n') ++line;
    }
    return line;
}

std::optional<std::string> forbidden_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        if (!is_forbidden(character)) continue;
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(std::max<UChar32>(character, 0)));
        return std::string(name);
    }
    return std::nullopt;
}

bool looks_typed_in_tcvn3_font(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_ascii)) return false;
    std::size_t signs = 0;
    UChar32 before = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        if (is_vietnamese_only(character)) return false;
        auto ahead = at;
        const auto after = ahead < text.size() ? next_character(text, ahead) : ' ';
        const auto in_word = [](UChar32 c) { return c > 0 && (u_isalpha(c) != 0 || is_tcvn3_sign(c)); };
        // A trade mark's sign ends a word, đ (0xAE) and â (0xA9) of TCVN3 mostly begin a syllable or its middle.
        const bool is_mark = character == 0xA9 || character == 0xAE;
        if (is_tcvn3_sign(character) && (in_word(after) || (!is_mark && in_word(before)))) ++signs;
        before = character;
    }
    return signs >= 2;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto character = next_character(text, at);
        if (character == 0xA0 || character == 0x2028 || character == 0x2029 ||
            (character >= 0 && u_isWhitespace(character) != 0)) {
            gap = true;
            continue;
        }
        if (gap && !line.empty()) line += ' ';
        gap = false;
        line += text.substr(begin, at - begin);
    }
    return line;
}

} // namespace ocop
