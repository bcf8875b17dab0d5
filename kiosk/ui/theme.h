// Design tokens (design guide 2): colours, spaces, radii, motion and the scale of this window. Drawing code uses these
// names only; a colour literal anywhere else fails review.
#pragma once

#include "pos/base/text_id.h"

#include <cstdint>

namespace ocop::kiosk {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    bool operator==(const Colour&) const = default;

    static constexpr Colour hex(std::uint32_t rgb) {
        return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                static_cast<std::uint8_t>(rgb), 255};
    }
    // The same colour, `share` (0..1) as opaque as before.
    Colour with_alpha(float share) const;
};

// WCAG 2 contrast ratio (1..21) of two opaque colours.
double contrast(Colour a, Colour b);
// `share` (0..1) of the way from a to b.
Colour mix(Colour a, Colour b, float share);

struct Palette {
    Colour paper, surface, sunken, line, line_strong;
    Colour ink, ink_2, ink_3;
    Colour pine_9, pine_7, pine_1;
    Colour indigo_8, indigo_6, indigo_1;
    Colour son_7, son_1;                                           // vermilion: seal, destructive, shortage
    Colour hoe_7, hoe_6, hoe_5, hoe_1;                             // sophora yellow: warning, stars, start and basket
    Colour white, cream;                                           // text on dark fills
    Colour on_pine, on_pine_accent;                                // secondary text and accent on pine-9
    Colour pine_pressed, son_pressed, hoe_pressed, indigo_pressed; // next darker token while pressed
    Colour key_edge;                                               // solid 3 px under-edge of keys
    Colour halo;                                                   // around a focused field
    Colour shadow;                                                 //
    Colour scrim;                                                  // under dialogs
    Colour selected, on_selected; // pine_7 and white; #FFD24A and black in high contrast
    Colour star, star_on_dark;    //
    float border = 2;             // px at 1080 of panel borders; 4 in high contrast
    bool high_contrast = false;   // no shadows, no patterns
};
const Palette& standard_palette();
const Palette& high_contrast_palette();

// How a product group looks (design guide 2.1, 4.13). An unknown code looks like food's neutral neighbour: ink-2,
// leaves.
enum class Pattern { grains, waves, leaves, weave, flowers, roofs };
struct GroupLook {
    Colour colour;
    Colour tint; // of the pattern
    Pattern pattern;
};
GroupLook group_look(const GroupCode& group);

// The main colour of a Vietnamese banknote, softened for the screen; grey for other amounts.
Colour note_colour(std::int64_t dong);

namespace space { // px at 1080; multiply with Scale::px
inline constexpr float xxs = 4, xs = 8, s = 12, m = 16, l = 20, xl = 24, xxl = 32, h = 40, hh = 48, section = 64,
                       hero = 96;
inline constexpr float visitor_margin = 64, portrait_margin = 56, till_margin = 32;
} // namespace space

namespace radius {
inline constexpr float thumb = 8, tag = 10, key = 14, button = 16, card = 20, hero_button = 24, chip = 32;
} // namespace radius

namespace motion { // milliseconds (design guide 2.5)
inline constexpr int press_out = 120, page = 180, sheet_in = 240, sheet_out = 160, card_stagger = 30, toast_in = 200,
                     toast_hold = 3000, toast_hold_action = 8000, toast_out = 160, attract_hold = 8000,
                     attract_fade = 900, basket_pop = 240, skeleton = 1200, guard = 600;
inline constexpr float page_rise = 16, rubber_band = 48, drag_slop = 8; // px at 1080
} // namespace motion

// Pixel sizes of this window (design guide 2.4, 2.6).
struct Scale {
    float s = 1;         // landscape min(W/1920, H/1080), portrait W/1080, clamped to 0.8..2.0
    float width = 1920;  // px
    float height = 1080; // px
    float px_per_mm = 4; // of the physical screen; 21.5" 1080p = 4.03

    // px_per_mm <= 0 means unknown: a 21.5" screen of this resolution is assumed.
    static Scale of(float width_px, float height_px, float px_per_mm);

    float px(float design) const; // design px at 1080 → whole device px
    float mm(float millimetres) const;
    float target(float design, float floor_mm) const; // max(px, mm): the size of something to touch
    bool portrait() const { return height > width; }
    // What is left for all controls in the low-reach layout: the lower 72 % of a landscape screen, the lower 60 % of a
    // portrait one (design guide 5).
    Scale lowered() const;
    bool compact() const { return !portrait() && s <= 0.85f; } // 1366×768 and the like
    float margin() const { return px(portrait() ? space::portrait_margin : space::visitor_margin); }
};

namespace floor_mm { // smallest touch targets
inline constexpr float visitor = 15, commit = 20, till = 13, keyboard = 13;
} // namespace floor_mm

} // namespace ocop::kiosk
