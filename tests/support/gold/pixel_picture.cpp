#include "tests/support/gold/pixel_picture.h"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace ocop::test {

PixelPicture PixelPicture::flipped() const {
    PixelPicture result(width, height);
    const auto row = static_cast<std::size_t>(width) * 3;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
        std::copy_n(rgb.data() + y * row, row, result.rgb.data() + (static_cast<std::size_t>(height) - 1 - y) * row);
    return result;
}

std::optional<PixelPicture> read_picture(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return std::nullopt;
    image.format = PNG_FORMAT_RGB;
    PixelPicture picture(static_cast<int>(image.width), static_cast<int>(image.height));
    if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0) return std::nullopt;
    return picture;
}

void write_picture(const PixelPicture& picture, const std::filesystem::path& file) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "wb"), &std::fclose);
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = writer == nullptr ? nullptr : png_create_info_struct(writer);
    if (!out || info == nullptr) throw std::runtime_error("cannot write " + file.string());
    if (setjmp(png_jmpbuf(writer)) != 0) { // NOLINT: libpng's way to fail
        png_destroy_write_struct(&writer, &info);
        throw std::runtime_error("cannot write " + file.string());
    }
    png_init_io(writer, out.get());
    png_set_IHDR(writer, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(writer, 9);
    png_write_info(writer, info);
    for (int y = 0; y < picture.height; ++y)
        png_write_row(writer,
                      picture.rgb.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) * 3);
    png_write_end(writer, info);
    png_destroy_write_struct(&writer, &info);
}

namespace {

bool differs(const std::uint8_t* a, const std::uint8_t* b, int tolerance) {
    return std::abs(a[0] - b[0]) > tolerance || std::abs(a[1] - b[1]) > tolerance || std::abs(a[2] - b[2]) > tolerance;
}

} // namespace

PictureDifference difference(const PixelPicture& a, const PixelPicture& b) {
    if (a.width != b.width || a.height != b.height) return {false, 1, false};
    std::size_t far = 0;
    for (std::size_t i = 0; i + 2 < a.rgb.size(); i += 3)
        far += differs(&a.rgb[i], &b.rgb[i], channel_tolerance) ? 1 : 0;
    return {true, static_cast<double>(far) * 3 / static_cast<double>(a.rgb.size()), a == b};
}

PixelPicture marked_difference(const PixelPicture& a, const PixelPicture& b) {
    PixelPicture marked = b;
    const bool comparable = a.width == b.width && a.height == b.height;
    for (std::size_t i = 0; i + 2 < marked.rgb.size(); i += 3) {
        const int grey = (b.rgb[i] + b.rgb[i + 1] + b.rgb[i + 2]) / 3;
        const bool red = !comparable || differs(&a.rgb[i], &b.rgb[i], 0);
        marked.rgb[i] = red ? 255 : static_cast<std::uint8_t>(128 + grey / 2);
        marked.rgb[i + 1] = marked.rgb[i + 2] = red ? 0 : marked.rgb[i];
    }
    return marked;
}

} // namespace ocop::test
