#include "kiosk/ui/fonts.h"

namespace ocop::kiosk {

namespace {

void add_range(std::u32string& set, char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c)
        set.push_back(c);
}

} // namespace

std::u32string code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        char32_t value = length == 1 ? lead : length == 2 ? lead & 0x1Fu : length == 3 ? lead & 0x0Fu : lead & 0x07u;
        bool valid = length > 0 && at + length <= text.size();
        for (std::size_t i = 1; valid && i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            valid = (next & 0xC0u) == 0x80u;
            value = (value << 6) | (next & 0x3Fu);
        }
        result.push_back(valid ? value : U'\uFFFD');
        at += valid ? length : 1;
    }
    return result;
}

std::u32string base_characters() {
    std::u32string set;
    add_range(set, 0x20, 0x7E);
    add_range(set, 0xA0, 0xFF);
    set += U"ĂăĐđĨĩŨũƠơƯư";
    add_range(set, 0x1EA0, 0x1EF9);
    set += U"–—‘’“”•…₫−ŒœšžŽŠ\uFFFD";
    return set;
}

std::u32string figure_characters() {
    return U" \u00A00123456789.,:%+-−×₫/–·triệuđồngVND";
}

} // namespace ocop::kiosk
