#include "kiosk/platform/screenshot.h"

#include <GL/gl.h>
#include <png.h>

#include <cstdint>
#include <vector>

namespace ocop::kiosk {

Result<> save_screenshot(int width, int height, const std::filesystem::path& file) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glReadBuffer(GL_BACK);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    for (std::size_t i = 3; i < pixels.size(); i += 4)
        pixels[i] = 255;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    image.flags = PNG_IMAGE_FLAG_FAST;
    // OpenGL's first row is the lowest: a negative stride turns the picture.
    if (png_image_write_to_file(&image, file.c_str(), 0, pixels.data(), -width * 4, nullptr) == 0)
        return fail(ErrorKind::storage, "error.file_unwritable", {{"file", file.string()}}, image.message);
    return {};
}

} // namespace ocop::kiosk
