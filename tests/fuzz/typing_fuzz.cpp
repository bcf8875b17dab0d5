// Whatever is typed and tapped, a field holds normal form C, and backspaces empty it. The first byte chooses method and
// tone placement; each other byte is a key: ASCII as typed, the rest tones, marked letters and backspace of the screen.
#include "pos/text/nfc.h"
#include "pos/text/typing.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace ocop;

TypedText pressed(TypedText field, std::uint8_t key, const TypingRules& rules) {
    static constexpr std::array<std::string_view, 8> letters{"ă", "â", "ê", "ô", "ơ", "ư", "đ", "Ơ"};
    if (key < 0x80) {
        const char c = static_cast<char>(key);
        return type(std::move(field), {&c, 1}, rules);
    }
    switch (key % 4) {
    case 0:
        return type_tone(std::move(field), static_cast<Tone>((key / 4) % 6), rules);
    case 1:
        return erase_last(std::move(field), rules);
    case 2:
        return type(std::move(field), letters[(key / 4) % letters.size()], rules);
    default:
        return type_letter(std::move(field), letters[(key / 4) % letters.size()], rules);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    TypingRules rules{static_cast<TypingMethod>(data[0] % 3), static_cast<TonePlacement>((data[0] / 3) % 2)};
    TypedText field;
    for (std::size_t at = 1; at < size; ++at) {
        if (data[at] == 0) rules.method = static_cast<TypingMethod>(at % 3);
        field = pressed(std::move(field), data[at], rules);
        if (!is_nfc(field.text)) std::abort();
    }
    for (std::size_t presses = 2 * field.text.size() + 1; presses > 0; --presses)
        field = erase_last(std::move(field), rules);
    if (!field.text.empty()) std::abort();
    return 0;
}
