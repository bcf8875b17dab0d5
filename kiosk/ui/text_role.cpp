#include "kiosk/ui/text_role.h"

#include <array>
#include <cstddef>

namespace ocop::kiosk {

namespace {

constexpr std::array<TextStyle, text_role_count> styles{{
    {FontFace::display_bold, 104, 1.14f, GlyphCoverage::display}, // D1
    {FontFace::display_bold, 72, 1.14f, GlyphCoverage::full},     // D2
    {FontFace::display_bold, 56, 1.14f, GlyphCoverage::full},     // D3
    {FontFace::serif_semibold, 56, 1.2f, GlyphCoverage::full},    // S0
    {FontFace::serif_semibold, 40, 1.25f, GlyphCoverage::full},   // S1
    {FontFace::serif_semibold, 32, 1.25f, GlyphCoverage::full},   // S2
    {FontFace::serif_semibold, 26, 1.25f, GlyphCoverage::full},   // S3
    {FontFace::sans_regular, 32, 1.4f, GlyphCoverage::full},      // T1
    {FontFace::sans_regular, 26, 1.4f, GlyphCoverage::full},      // T2
    {FontFace::sans_regular, 22, 1.4f, GlyphCoverage::full},      // T3
    {FontFace::sans_regular, 18, 1.4f, GlyphCoverage::full},      // T4
    {FontFace::sans_semibold, 32, 1.4f, GlyphCoverage::full},     // M1
    {FontFace::sans_semibold, 26, 1.4f, GlyphCoverage::full},     // M2
    {FontFace::sans_semibold, 22, 1.4f, GlyphCoverage::full},     // M3
    {FontFace::sans_semibold, 20, 1.4f, GlyphCoverage::full},     // M4
    {FontFace::sans_semibold, 18, 1.4f, GlyphCoverage::full},     // M5
    {FontFace::sans_bold, 36, 1.3f, GlyphCoverage::full},         // B0
    {FontFace::sans_bold, 32, 1.3f, GlyphCoverage::full},         // B1
    {FontFace::sans_bold, 26, 1.3f, GlyphCoverage::full},         // B2
    {FontFace::sans_bold, 22, 1.3f, GlyphCoverage::full},         // B3
    {FontFace::sans_bold, 18, 1.3f, GlyphCoverage::full},         // B4
    {FontFace::sans_bold, 14, 1.3f, GlyphCoverage::seal},         // B5
    {FontFace::sans_bold, 136, 1.15f, GlyphCoverage::figures},    // N0
    {FontFace::sans_bold, 88, 1.15f, GlyphCoverage::figures},     // N1
    {FontFace::sans_bold, 56, 1.15f, GlyphCoverage::figures},     // N2
}};

TextRole one_step_up(TextRole role) {
    switch (role) {
    case TextRole::S3:
        return TextRole::S2;
    case TextRole::T4:
        return TextRole::T3;
    case TextRole::T3:
        return TextRole::T2;
    case TextRole::T2:
        return TextRole::T1;
    case TextRole::M5:
        return TextRole::M3;
    case TextRole::M4:
        return TextRole::M3;
    case TextRole::M3:
        return TextRole::M2;
    case TextRole::M2:
        return TextRole::M1;
    case TextRole::B4:
        return TextRole::B3;
    case TextRole::B3:
        return TextRole::B2;
    case TextRole::B2:
        return TextRole::B1;
    default:
        return role;
    }
}

} // namespace

const TextStyle& text_style(TextRole role) {
    return styles.at(static_cast<std::size_t>(role));
}

TextRole effective_role(TextRole role, TextSize size, bool high_contrast) {
    if (high_contrast && (role == TextRole::D1 || role == TextRole::D2 || role == TextRole::D3)) return TextRole::S0;
    if (size != TextSize::normal) role = one_step_up(role);
    if (size == TextSize::largest) role = one_step_up(role);
    return role;
}

} // namespace ocop::kiosk
