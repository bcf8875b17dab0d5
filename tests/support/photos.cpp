#include "tests/support/photos.h"

#include "pos/catalogue/media/decode_formats.h"

#include <png.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace ocop::testing {

Pixels photo_pixels(int width, int height, unsigned number) {
    Pixels pixels{width, height, {}};
    pixels.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    std::uint32_t grain = number * 2'654'435'761U + 1;
    const float phase = static_cast<float>(number % 97);
    std::size_t at = 0;
    for (int y = 0; y < height; ++y) {
        const float v = static_cast<float>(y) / static_cast<float>(height);
        const float wave = std::sin(v * 9 + phase) * 40;
        for (int x = 0; x < width; ++x) {
            grain = grain * 1'664'525U + 1'013'904'223U;
            const float u = static_cast<float>(x) / static_cast<float>(width);
            const float light = 120 + wave * (1 - u) + 50 * (u - 0.5f) + static_cast<float>(grain >> 28U);
            pixels.rgba[at++] = static_cast<std::uint8_t>(std::min(255.0f, light + 40 * v));
            pixels.rgba[at++] = static_cast<std::uint8_t>(light);
            pixels.rgba[at++] = static_cast<std::uint8_t>(light * 0.6f + 20 * u);
            pixels.rgba[at++] = 255;
        }
    }
    return pixels;
}

std::string photo_jpeg(int width, int height, unsigned number) {
    return encode_jpeg(photo_pixels(width, height, number), 88);
}

std::string png_picture(int width, int height) {
    const std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 128);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
    return bytes;
}

std::string with_exif(const std::string& jpeg, int orientation) {
    // Big-endian TIFF with two fields of its first directory: Orientation and ImageDescription.
    const std::array<unsigned char, 52> tiff{
        'M',  'M',  0,   42,  0,   0,   0,   8, // header
        0,    2,                                // fields
        0x01, 0x0E, 0,   2,   0,   0,   0,   14,  0,   0,
        0,    38, // description, 14 bytes at 38
        0x01, 0x12, 0,   3,   0,   0,   0,   1,   0,   static_cast<unsigned char>(orientation),
        0,    0,            // orientation
        0,    0,    0,   0, // no further directory
        'N',  'h',  'a', ' ', 'b', 'a', ' ', 'L', 'a', 'n',
        ' ',  '7',  '2', 0};
    std::string segment("\xFF\xE1", 2);
    const auto size = tiff.size() + 8;
    segment += static_cast<char>(size >> 8U);
    segment += static_cast<char>(size & 0xFFU);
    segment += std::string("Exif\0\0", 6);
    segment.append(tiff.begin(), tiff.end());
    return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

} // namespace ocop::testing
