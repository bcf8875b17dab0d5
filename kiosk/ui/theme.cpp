#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

Palette make_standard() {
    Palette p;
    p.paper = Colour::hex(0xF5F1E6);
    p.surface = Colour::hex(0xFFFDF8);
    p.sunken = Colour::hex(0xEAE4D5);
    p.line = Colour::hex(0xD6CEBB);
    p.line_strong = Colour::hex(0x7F7661);
    p.ink = Colour::hex(0x1E2320);
    p.ink_2 = Colour::hex(0x4A514C);
    p.ink_3 = Colour::hex(0x5C625C);
    p.pine_9 = Colour::hex(0x0F3329);
    p.pine_7 = Colour::hex(0x17594A);
    p.pine_1 = Colour::hex(0xDCEAE1);
    p.indigo_8 = Colour::hex(0x1F2F4F);
    p.indigo_6 = Colour::hex(0x2F4A7D);
    p.indigo_1 = Colour::hex(0xDEE5F0);
    p.son_7 = Colour::hex(0xA3321D);
    p.son_1 = Colour::hex(0xF8E2D9);
    p.hoe_7 = Colour::hex(0x8A5A00);
    p.hoe_6 = Colour::hex(0xB4770A);
    p.hoe_5 = Colour::hex(0xE0A526);
    p.hoe_1 = Colour::hex(0xFBEDC9);
    p.white = Colour::hex(0xFFFFFF);
    p.cream = Colour::hex(0xFFF7E8);
    p.on_pine = Colour::hex(0xBFD6CB);
    p.on_pine_accent = Colour::hex(0xF0C65A);
    p.pine_pressed = p.pine_9;
    p.son_pressed = Colour::hex(0x7C2414);
    p.hoe_pressed = Colour::hex(0xC98F1B);
    p.indigo_pressed = p.indigo_8;
    p.key_edge = Colour::hex(0xCFC6B1);
    p.halo = Colour::hex(0x9DB3D6);
    p.shadow = Colour::hex(0x3C2D14);
    p.scrim = p.ink.with_alpha(0.64f);
    p.selected = p.pine_7;
    p.on_selected = p.white;
    p.star = p.hoe_6;
    p.star_on_dark = p.hoe_5;
    return p;
}

Palette make_high_contrast() {
    const Colour black = Colour::hex(0x000000);
    const Colour white = Colour::hex(0xFFFFFF);
    const Colour yellow = Colour::hex(0xFFD24A);
    Palette p = make_standard();
    p.paper = p.surface = p.sunken = white;
    p.line = p.line_strong = black;
    p.ink = p.ink_2 = p.ink_3 = black;
    p.pine_9 = p.pine_7 = p.indigo_8 = p.indigo_6 = black;
    p.pine_1 = p.indigo_1 = white;
    p.son_7 = p.hoe_7 = p.hoe_6 = black;
    p.son_1 = p.hoe_1 = white;
    p.hoe_5 = yellow;
    p.cream = white;
    p.on_pine = white;
    p.on_pine_accent = yellow;
    p.pine_pressed = p.son_pressed = p.indigo_pressed = Colour::hex(0x404040);
    p.hoe_pressed = Colour::hex(0xE0B430);
    p.key_edge = black;
    p.halo = yellow;
    p.scrim = black.with_alpha(0.8f);
    p.selected = yellow;
    p.on_selected = black;
    p.star = black;
    p.star_on_dark = yellow;
    p.border = 4;
    p.high_contrast = true;
    return p;
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, float share) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
}

} // namespace

Colour Colour::with_alpha(float share) const {
    Colour result = *this;
    result.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(a) * std::clamp(share, 0.0f, 1.0f)));
    return result;
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Colour mix(Colour a, Colour b, float share) {
    share = std::clamp(share, 0.0f, 1.0f);
    return {mix_channel(a.r, b.r, share), mix_channel(a.g, b.g, share), mix_channel(a.b, b.b, share),
            mix_channel(a.a, b.a, share)};
}

const Palette& standard_palette() {
    static const Palette palette = make_standard();
    return palette;
}

const Palette& high_contrast_palette() {
    static const Palette palette = make_high_contrast();
    return palette;
}

GroupLook group_look(const GroupCode& group) {
    const auto& code = group.text();
    if (code == "food") return {Colour::hex(0x9A4F2A), Colour::hex(0xA65F38), Pattern::grains};
    if (code == "drink") return {Colour::hex(0x17594A), Colour::hex(0x246B5A), Pattern::waves};
    if (code == "herbal") return {Colour::hex(0x1D6470), Colour::hex(0x2B7480), Pattern::leaves};
    if (code == "craft") return {Colour::hex(0xA3321D), Colour::hex(0xB0432E), Pattern::weave};
    if (code == "ornamental") return {Colour::hex(0x8A2F63), Colour::hex(0x9A4375), Pattern::flowers};
    if (code == "tourism") return {Colour::hex(0x2F4A7D), Colour::hex(0x40598B), Pattern::roofs};
    return {Colour::hex(0x4A514C), Colour::hex(0x5C625C), Pattern::leaves};
}

Colour note_colour(std::int64_t dong) {
    switch (dong) {
    case 500000:
        return Colour::hex(0x3F8A94);
    case 200000:
        return Colour::hex(0xA8583F);
    case 100000:
        return Colour::hex(0x5B8A5E);
    case 50000:
        return Colour::hex(0xB9688F);
    case 20000:
        return Colour::hex(0x4A7FB5);
    case 10000:
        return Colour::hex(0xA68A3E);
    case 5000:
        return Colour::hex(0x7B86BC);
    case 2000:
        return Colour::hex(0x9A7655);
    case 1000:
        return Colour::hex(0x8C7F78);
    default:
        return Colour::hex(0x7F7661);
    }
}

Scale Scale::of(float width_px, float height_px, float px_per_mm) {
    Scale scale;
    scale.width = width_px;
    scale.height = height_px;
    const float wanted = height_px > width_px ? width_px / 1080 : std::min(width_px / 1920, height_px / 1080);
    scale.s = std::clamp(wanted, 0.8f, 2.0f);
    const float diagonal_mm = 21.5f * 25.4f;
    scale.px_per_mm = px_per_mm > 0 ? px_per_mm : std::hypot(width_px, height_px) / diagonal_mm;
    return scale;
}

Scale Scale::lowered() const {
    Scale lower = *this;
    lower.height = std::round(height * (portrait() ? 0.60f : 0.72f));
    return lower;
}

float Scale::px(float design) const {
    return std::round(design * s);
}
float Scale::mm(float millimetres) const {
    return std::ceil(millimetres * px_per_mm);
}
float Scale::target(float design, float floor) const {
    return std::max(px(design), mm(floor));
}

} // namespace ocop::kiosk
