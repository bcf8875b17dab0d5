#include "pos/catalogue/media/decode_formats.h"

#include <webp/decode.h>

#include <stdexcept>

namespace ocop {

Pixels decode_webp(std::string_view bytes, int, int) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    Pixels pixels;
    if (WebPGetInfo(data, bytes.size(), &pixels.width, &pixels.height) == 0)
        throw std::runtime_error("the WebP picture cannot be read");
    require_sensible_size(pixels.width, pixels.height);
    pixels.rgba.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
    if (WebPDecodeRGBAInto(data, bytes.size(), pixels.rgba.data(), pixels.rgba.size(), pixels.width * 4) == nullptr)
        throw std::runtime_error("the WebP picture is cut or broken");
    return pixels;
}

} // namespace ocop
