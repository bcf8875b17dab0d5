#include "pos/catalogue/media/decode_formats.h"

#include <png.h>

#include <stdexcept>

namespace ocop {

Pixels decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        throw std::runtime_error(image.message);
    Pixels pixels;
    try {
        require_sensible_size(image.width, image.height);
        image.format = PNG_FORMAT_RGBA;
        pixels.width = static_cast<int>(image.width);
        pixels.height = static_cast<int>(image.height);
        pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    } catch (...) {
        png_image_free(&image);
        throw;
    }
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0)
        throw std::runtime_error(image.message);
    return pixels;
}

} // namespace ocop
