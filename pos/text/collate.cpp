#include "pos/text/collate.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace ocop {
namespace {

// const functions of a collator may be called by any thread.
const icu::Collator& collator() {
    static const std::unique_ptr<const icu::Collator> vietnamese = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
        if (U_FAILURE(status) || !made) throw std::runtime_error("ICU has no Vietnamese collation");
        made->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU refused to normalise while collating");
        return std::unique_ptr<const icu::Collator>(std::move(made));
    }();
    return *vietnamese;
}

} // namespace

std::strong_ordering compare_vietnamese(std::string_view left, std::string_view right) {
    UErrorCode status = U_ZERO_ERROR;
    const auto result = collator().compareUTF8({left.data(), static_cast<std::int32_t>(left.size())},
                                               {right.data(), static_cast<std::int32_t>(right.size())}, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not compare two texts");
    if (result == UCOL_LESS) return std::strong_ordering::less;
    return result == UCOL_GREATER ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::string vietnamese_sort_key(std::string_view text) {
    const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::vector<std::uint8_t> bytes(text.size() * 4 + 32);
    auto length = collator().getSortKey(wide, bytes.data(), static_cast<std::int32_t>(bytes.size()));
    if (static_cast<std::size_t>(length) > bytes.size()) {
        bytes.resize(static_cast<std::size_t>(length));
        length = collator().getSortKey(wide, bytes.data(), length);
    }
    if (length <= 0) throw std::runtime_error("ICU could not make a sort key");
    return std::string(bytes.begin(), bytes.begin() + (length - 1)); // the last byte is 0
}

} // namespace ocop
