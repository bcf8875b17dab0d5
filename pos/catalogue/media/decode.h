// Picture files to pixels: SVG, JPEG, PNG and WebP, told apart by their first bytes, never by their name.
#pragma once

#include "pos/base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ocop {

// Straight RGBA, four bytes a pixel, rows without padding.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

inline constexpr std::size_t largest_picture_file = 64 * 1024 * 1024;
inline constexpr int largest_picture_side = 12'000; // px, of the file
inline constexpr int largest_decoded_side = 4'096;  // px, of the result

// The picture as it is meant to be seen (turned as its EXIF says), just large enough to fill `width` × `height` px:
// never larger than the file itself, except drawings, which have no size of their own. Fails with refused
// ("error.picture_broken", {why}) on anything that is not such a picture or is beyond the limits. Any thread.
Result<Pixels> decode_picture(std::string_view bytes, int width, int height);

} // namespace ocop
