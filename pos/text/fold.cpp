#include "pos/text/fold.h"

#include "pos/text/nfc.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace ocop {
namespace {

constexpr UChar32 table_end = 0x2000; // Latin with all its extensions, Vietnamese, Greek, Cyrillic
constexpr UChar32 first_mark = 0x0300;
constexpr UChar32 last_mark = 0x036F;

const icu::Normalizer2& form_d() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) || form == nullptr) throw std::runtime_error("ICU has no NFD data");
    return *form;
}

void append(std::string& text, UChar32 point) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, point);
    text.append(bytes.data(), static_cast<std::size_t>(length));
}

void append_plain(std::string& text, UChar32 point) {
    switch (point) {
    case 0x0111:
        text += 'd';
        return;
    case 0x0142:
        text += 'l';
        return;
    case 0x00F8:
        text += 'o';
        return;
    case 0x00DF:
        text += "ss";
        return;
    case 0x00E6:
        text += "ae";
        return;
    case 0x0153:
        text += "oe";
        return;
    case 0x00FE:
        text += "th";
        return;
    case 0x0131:
        text += 'i';
        return;
    default:
        append(text, point);
    }
}

// The key of one code point; white space is one space.
std::string key_of(UChar32 point) {
    if (u_isUWhiteSpace(point)) return " ";
    icu::UnicodeString parts;
    if (!form_d().getDecomposition(point, parts)) parts = point;
    std::string key;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const auto part = parts.char32At(at);
        if (part < first_mark || part > last_mark) append_plain(key, u_tolower(part));
    }
    return key;
}

const std::array<std::string, table_end>& keys() {
    static const auto all = [] {
        std::array<std::string, table_end> made;
        for (UChar32 point = 0; point < table_end; ++point)
            made[static_cast<std::size_t>(point)] = key_of(point);
        return made;
    }();
    return all;
}

void append_collapsing(std::string& text, std::string_view part) {
    if (part == " ") {
        if (!text.empty() && text.back() != ' ') text += ' ';
    } else {
        text += part;
    }
}

void drop_last_space(std::string& text) {
    if (!text.empty() && text.back() == ' ') text.pop_back();
}

template <class Visit>
void for_each_point(std::string_view text, Visit visit) {
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, point);
        visit(point);
    }
}

} // namespace

std::string fold(std::string_view text) {
    const auto& table = keys();
    std::string key;
    key.reserve(text.size());
    for_each_point(text, [&](UChar32 point) {
        append_collapsing(key, point < table_end ? table[static_cast<std::size_t>(point)] : key_of(point));
    });
    drop_last_space(key);
    return key;
}

std::string fold_keeping_accents(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for_each_point(to_nfc(text), [&](UChar32 point) {
        if (u_isUWhiteSpace(point))
            append_collapsing(lower, " ");
        else
            append(lower, u_tolower(point));
    });
    drop_last_space(lower);
    return is_nfc(lower) ? lower : to_nfc(lower);
}

std::string upper_case(std::string_view text) {
    auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    wide.toUpper(icu::Locale("vi"));
    std::string result;
    wide.toUTF8String(result);
    return to_nfc(result);
}

std::string with_capital(const std::string& text) {
    std::size_t end = std::min<std::size_t>(text.size(), 1);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        ++end; // the rest of a letter
    return upper_case(text.substr(0, end)) + text.substr(end);
}

} // namespace ocop
