#include "pos/catalogue/media/decode_formats.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace ocop {
namespace {

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

[[noreturn]] void refuse(GError* error) {
    const std::string why = error != nullptr ? error->message : "the drawing cannot be read";
    g_clear_error(&error);
    throw std::runtime_error(why);
}

// Cairo's pixels are native-endian ARGB with colour multiplied by opacity.
void copy_straight(const unsigned char* row, std::uint8_t* target, int width) {
    for (int x = 0; x < width; ++x) {
        std::uint32_t argb = 0;
        std::memcpy(&argb, row + x * 4, 4);
        const std::uint32_t opacity = argb >> 24U;
        for (unsigned channel = 0; channel < 3; ++channel) {
            const std::uint32_t value = (argb >> (16U - 8U * channel)) & 255U;
            target[x * 4 + static_cast<int>(channel)] =
                static_cast<std::uint8_t>(opacity == 0 ? 0 : std::min(255U, value * 255U / opacity));
        }
        target[x * 4 + 3] = static_cast<std::uint8_t>(opacity);
    }
}

} // namespace

Pixels decode_svg(std::string_view bytes, int width, int height) {
    GError* error = nullptr;
    // Without a base address no file or web address inside the drawing is followed.
    const std::unique_ptr<RsvgHandle, Unref> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
    if (!handle) refuse(error);
    double own_width = 0;
    double own_height = 0;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &own_width, &own_height)) {
        gboolean has_width = 0, has_height = 0, has_box = 0;
        RsvgLength length_x{}, length_y{};
        RsvgRectangle box{};
        rsvg_handle_get_intrinsic_dimensions(handle.get(), &has_width, &length_x, &has_height, &length_y, &has_box,
                                             &box);
        own_width = has_box ? box.width : width;
        own_height = has_box ? box.height : height;
    }
    if (!(own_width > 0) || !(own_height > 0)) throw std::runtime_error("the drawing has no size");
    const double scale = std::min(std::max(width / own_width, height / own_height),
                                  largest_decoded_side / std::max(own_width, own_height));
    Pixels pixels;
    pixels.width = std::max(1, static_cast<int>(std::lround(own_width * scale)));
    pixels.height = std::max(1, static_cast<int>(std::lround(own_height * scale)));
    const std::unique_ptr<cairo_surface_t, Unref> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
    const std::unique_ptr<cairo_t, Unref> cairo(cairo_create(surface.get()));
    const RsvgRectangle whole{0, 0, static_cast<double>(pixels.width), static_cast<double>(pixels.height)};
    if (!rsvg_handle_render_document(handle.get(), cairo.get(), &whole, &error)) refuse(error);
    cairo_surface_flush(surface.get());
    const auto* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    if (rows == nullptr) throw std::runtime_error("no memory for the drawing");
    pixels.rgba.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
    for (int y = 0; y < pixels.height; ++y)
        copy_straight(rows + static_cast<std::ptrdiff_t>(y) * stride,
                      pixels.rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) * 4,
                      pixels.width);
    return pixels;
}

} // namespace ocop
