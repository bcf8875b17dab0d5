#include "pos/catalogue/media/photo.h"

#include "pos/catalogue/media/decode_formats.h"
#include "pos/store/whole_file.h"

#include <algorithm>
#include <cmath>
#include <exception>

namespace ocop {
namespace {

constexpr int display_quality = 85;
constexpr int thumbnail_quality = 80;

Pixels scaled(const Pixels& source, double scale) {
    return shrink(source, std::max(1, static_cast<int>(std::lround(source.width * scale))),
                  std::max(1, static_cast<int>(std::lround(source.height * scale))));
}

void put_on_white(Pixels& pixels) {
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        const unsigned opacity = pixels.rgba[i + 3];
        if (opacity == 255) continue;
        for (std::size_t channel = i; channel < i + 3; ++channel)
            pixels.rgba[channel] =
                static_cast<std::uint8_t>((pixels.rgba[channel] * opacity + 255 * (255 - opacity)) / 255);
    }
}

bool is_jpeg(std::string_view bytes) {
    return bytes.substr(0, 3) == "\xff\xd8\xff";
}

tl::unexpected<Error> broken(const char* why) {
    return fail(ErrorKind::refused, "error.picture_broken", {{"why", why}});
}

} // namespace

bool is_drawing(std::string_view bytes) {
    constexpr std::string_view mark = "\xef\xbb\xbf"; // of UTF-8
    if (bytes.substr(0, mark.size()) == mark) bytes.remove_prefix(mark.size());
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<' &&
           bytes.substr(0, 1'024).find("<svg") != std::string_view::npos;
}

Result<PreparedPhoto> prepare_photo(std::string_view bytes) {
    // The shorter side of the display picture decides how much of a JPEG has to be decoded.
    OCOP_TRY_ASSIGN(auto pixels, decode_picture(bytes, display_height, display_height));
    try {
        const double fits = std::min(static_cast<double>(display_width) / pixels.width,
                                     static_cast<double>(display_height) / pixels.height);
        if (fits < 1) pixels = scaled(pixels, fits);
        put_on_white(pixels);
        PreparedPhoto photo;
        photo.display = encode_jpeg(pixels, display_quality);
        const double fills = std::max(static_cast<double>(thumbnail_width) / pixels.width,
                                      static_cast<double>(thumbnail_height) / pixels.height);
        if (fills < 1) photo.thumbnail = encode_jpeg(scaled(pixels, fills), thumbnail_quality);
        return photo;
    } catch (const std::exception& problem) { // runtime_error of the encoder, bad_alloc
        return broken(problem.what());
    }
}

std::string thumbnail_name(std::string_view media) {
    return "thumbnails/" + std::string(media);
}

Result<Pixels> decode_prepared(std::string_view bytes, int width, int height) {
    if (is_jpeg(bytes)) {
        try {
            const auto size = jpeg_size(bytes);
            if (size.width > display_width || size.height > display_height)
                return broken("larger than import makes them");
        } catch (const std::exception& problem) {
            return broken(problem.what());
        }
    } else if (!is_drawing(bytes)) {
        return broken("neither a drawing nor a photo as import makes them");
    }
    return decode_picture(bytes, width, height);
}

Result<Pixels> decode_prepared_file(const std::filesystem::path& file, int width, int height) {
    OCOP_TRY_ASSIGN(const auto bytes, read_bytes(file, largest_prepared_file));
    return decode_prepared(bytes, width, height);
}

} // namespace ocop
