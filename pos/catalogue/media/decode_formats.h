// One function a picture format, and what they share. They throw std::runtime_error with the reason; decode.cpp turns
// it into an Error.
#pragma once

#include "pos/catalogue/media/decode.h"

#include <string>
#include <string_view>

namespace ocop {

Pixels decode_svg(std::string_view bytes, int width, int height);
Pixels decode_png(std::string_view bytes);
Pixels decode_webp(std::string_view bytes, int width, int height);
// Already turned upright; decoded at the smallest eighth that still fills width × height.
Pixels decode_jpeg(std::string_view bytes, int width, int height);

// Of the file, not turned.
struct PictureSize {
    int width = 0;
    int height = 0;
};
PictureSize jpeg_size(std::string_view bytes);

// Baseline, no metadata; opacity is ignored. Quality 1..100.
std::string encode_jpeg(const Pixels& pixels, int quality);

// Mean of the covered pixels, weighted by their opacity, so that no dark rims appear. Not larger than the source.
Pixels shrink(const Pixels& source, int width, int height);

void require_sensible_size(long long width, long long height);

} // namespace ocop
