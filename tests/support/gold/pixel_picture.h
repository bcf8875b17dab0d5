// Pixels of a screen: read from and written to PNG files, compared with others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace ocop::test {

struct PixelPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; // row by row from the top

    PixelPicture() = default;
    PixelPicture(int w, int h)
        : width(w), height(h), rgb(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3) {}
    PixelPicture flipped() const; // top row last
    bool operator==(const PixelPicture&) const = default;
};

std::optional<PixelPicture> read_picture(const std::filesystem::path& file);        // nullopt: no such PNG
void write_picture(const PixelPicture& picture, const std::filesystem::path& file); // as small as PNG gets; throws

// How far two pictures are apart.
struct PictureDifference {
    bool same_size = true;
    double share = 0;      // of all pixels that differ by more than the tolerance in a channel
    bool identical = true; // to the bit
};
inline constexpr int channel_tolerance = 8;
inline constexpr double tolerated_share = 0.001;
PictureDifference difference(const PixelPicture& a, const PixelPicture& b);

// The second picture in grey with every differing pixel in red.
PixelPicture marked_difference(const PixelPicture& a, const PixelPicture& b);

} // namespace ocop::test
