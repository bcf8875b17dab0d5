#include "pos/text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace ocop {
namespace {

const icu::Normalizer2& form_c() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || form == nullptr) throw std::runtime_error("ICU has no NFC data");
    return *form;
}

} // namespace

bool is_utf8(std::string_view text) {
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(reinterpret_cast<const unsigned char*>(text.data()), at, length, point);
        if (point < 0) return false;
    }
    return true;
}

bool is_nfc(std::string_view text) {
    if (!is_utf8(text)) return false;
    UErrorCode status = U_ZERO_ERROR;
    return form_c().isNormalizedUTF8({text.data(), static_cast<std::int32_t>(text.size())}, status) != 0 &&
           U_SUCCESS(status);
}

std::string to_nfc(std::string_view text) {
    if (is_nfc(text)) return std::string(text);
    const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    UErrorCode status = U_ZERO_ERROR;
    const auto composed = form_c().normalize(wide, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");
    std::string result;
    composed.toUTF8String(result);
    return result;
}

} // namespace ocop
