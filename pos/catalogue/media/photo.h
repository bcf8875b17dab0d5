// Photos as releases carry them: upright, no larger than a screen needs, baseline JPEG without metadata (no place, no
// camera, no names), and a small one beside it for cards. Drawings (SVG) stay as they are.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/media/decode.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ocop {

inline constexpr int display_width = 1'600; // px, at most
inline constexpr int display_height = 1'000;
inline constexpr int thumbnail_width = 480; // px, filled
inline constexpr int thumbnail_height = 320;

inline constexpr std::size_t largest_prepared_file = 8 * 1024 * 1024; // bytes, drawings included

struct PreparedPhoto {
    std::string display;
    std::string thumbnail; // empty: the display picture is small enough itself
};

bool is_drawing(std::string_view bytes);

// From any picture that decode_picture reads. Transparency becomes white. Any thread.
Result<PreparedPhoto> prepare_photo(std::string_view bytes);

// What a release names the small picture of `media`.
std::string thumbnail_name(std::string_view media);

// As decode_picture, for the blobs of releases: nothing but drawings and JPEG no larger than a display picture is
// looked at, so that a hub's or a stick's files meet two parsers only and cost a known amount.
Result<Pixels> decode_prepared(std::string_view bytes, int width, int height);
Result<Pixels> decode_prepared_file(const std::filesystem::path& file, int width, int height);

} // namespace ocop
