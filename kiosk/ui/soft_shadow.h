// Pixels of the soft shadow under cards and dialogs: a blurred rounded square, computed once.
#pragma once

#include <cstdint>
#include <vector>

namespace ocop::kiosk {

struct ShadowLayer {
    float offset_y; // px
    float blur;     // px, as in CSS box-shadow
    float opacity;
};

struct ShadowPicture {
    int size = 0;                       // px, square
    float strength = 0;                 // opacity that 255 stands for
    std::vector<std::uint8_t> coverage; // size × size
};

// `outside` px around a rounded square of 2 × outside + 1 px.
ShadowPicture soft_shadow(int outside, float corner_radius, const std::vector<ShadowLayer>& layers);

} // namespace ocop::kiosk
