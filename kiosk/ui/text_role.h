// Text styles of the design guide (2.3). A role is a face, an em size at 1920×1080 and a line step.
#pragma once

namespace ocop::kiosk {

enum class TextRole {
    D1, // Display Bold 104: attract
    D2, // Display Bold 72: product, producer, place name
    D3, // Display Bold 56: screen title
    S0, // Serif SemiBold 56: takes the place of D1..D3 in high contrast
    S1, // Serif SemiBold 40: section
    S2, // Serif SemiBold 32: panel title
    S3, // Serif SemiBold 26: card title
    T1, // Sans Regular 32: lead
    T2, // Sans Regular 26: body
    T3, // Sans Regular 22: small
    T4, // Sans Regular 18: caption
    M1, // Sans Semibold 32: keyboard keys
    M2, // Sans Semibold 26: labels
    M3, // Sans Semibold 22
    M4, // Sans Semibold 20: rail
    M5, // Sans Semibold 18: tags
    B0, // Sans Bold 36: commit buttons, number keys
    B1, // Sans Bold 32: buttons
    B2, // Sans Bold 26: buttons, values
    B3, // Sans Bold 22
    B4, // Sans Bold 18
    B5, // Sans Bold 14: the words inside the star seal only
    N0, // Sans Bold 136, figures only: change
    N1, // Sans Bold 88, figures only: totals
    N2, // Sans Bold 56, figures only: price
};
inline constexpr int text_role_count = 25;

enum class FontFace { sans_regular, sans_semibold, sans_bold, serif_semibold, display_bold };

// Which characters are baked: all, those of the texts named for D1, figures with money and "triệu", or "sao OCOP".
enum class GlyphCoverage { full, display, figures, seal };

struct TextStyle {
    FontFace face;
    float em;   // px at 1920×1080
    float step; // line height in em
    GlyphCoverage coverage;
};
const TextStyle& text_style(TextRole role);

// Normal, large ("Chữ to") and largest text; larger steps reuse styles that are baked anyway.
enum class TextSize { normal, large, largest };

// The role that is drawn for `role`: one or two steps up (18→22→26→32; 32 and larger stay), and S0 for D1..D3 in high
// contrast. Figures (N) stay.
TextRole effective_role(TextRole role, TextSize size, bool high_contrast);

} // namespace ocop::kiosk
