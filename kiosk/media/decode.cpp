#include "kiosk/media/decode.h"

#include "kiosk/media/decode_formats.h"
#include "pos/store/whole_file.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ocop::kiosk {
namespace {

bool begins(std::string_view bytes, std::string_view with) {
    return bytes.substr(0, with.size()) == with;
}

bool looks_like_svg(std::string_view bytes) {
    const auto head = bytes.substr(0, 1'024);
    return head.find("<svg") != std::string_view::npos;
}

// The share of the source's side that still fills the wanted rectangle, at most 1.
double fill_scale(int source_width, int source_height, int width, int height) {
    const double wanted =
        std::max(static_cast<double>(width) / source_width, static_cast<double>(height) / source_height);
    const double most = static_cast<double>(largest_decoded_side) / std::max(source_width, source_height);
    return std::min({1.0, wanted, most});
}

// Mean of the covered source pixels, weighted by their opacity, so that no dark rims appear.
Pixels shrink(const Pixels& source, int width, int height) {
    Pixels small{width, height,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
    for (int y = 0; y < height; ++y) {
        const int top = y * source.height / height;
        const int bottom = std::max(top + 1, (y + 1) * source.height / height);
        for (int x = 0; x < width; ++x) {
            const int left = x * source.width / width;
            const int right = std::max(left + 1, (x + 1) * source.width / width);
            std::uint64_t sums[3] = {};
            std::uint64_t opacity = 0;
            for (int row = top; row < bottom; ++row) {
                const auto* pixel =
                    source.rgba.data() + (static_cast<std::size_t>(row) * static_cast<std::size_t>(source.width) +
                                          static_cast<std::size_t>(left)) *
                                             4;
                for (int column = left; column < right; ++column, pixel += 4) {
                    for (int channel = 0; channel < 3; ++channel)
                        sums[channel] += std::uint64_t{pixel[channel]} * pixel[3];
                    opacity += pixel[3];
                }
            }
            auto* target =
                small.rgba.data() +
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
            if (opacity == 0) continue;
            for (int channel = 0; channel < 3; ++channel)
                target[channel] = static_cast<std::uint8_t>(sums[channel] / opacity);
            target[3] =
                static_cast<std::uint8_t>(opacity / static_cast<std::uint64_t>((bottom - top) * (right - left)));
        }
    }
    return small;
}

Pixels decode_any(std::string_view bytes, int width, int height) {
    if (begins(bytes, "\x89PNG")) return decode_png(bytes);
    if (begins(bytes, "\xff\xd8")) return decode_jpeg(bytes, width, height);
    if (begins(bytes, "RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP")
        return decode_webp(bytes, width, height);
    if (looks_like_svg(bytes)) return decode_svg(bytes, width, height);
    throw std::runtime_error("neither SVG, JPEG, PNG nor WebP");
}

} // namespace

void require_sensible_size(long long width, long long height) {
    if (width <= 0 || height <= 0 || width > largest_picture_side || height > largest_picture_side)
        throw std::runtime_error("its size is " + std::to_string(width) + " x " + std::to_string(height));
}

Result<Pixels> decode_picture(std::string_view bytes, int width, int height) {
    try {
        if (bytes.size() > largest_picture_file) throw std::runtime_error("the file is too large");
        width = std::clamp(width, 1, largest_decoded_side);
        height = std::clamp(height, 1, largest_decoded_side);
        auto pixels = decode_any(bytes, width, height);
        const double scale = fill_scale(pixels.width, pixels.height, width, height);
        if (scale < 1)
            pixels = shrink(pixels, std::max(1, static_cast<int>(std::lround(pixels.width * scale))),
                            std::max(1, static_cast<int>(std::lround(pixels.height * scale))));
        return pixels;
    } catch (const std::exception& problem) { // runtime_error of a decoder, bad_alloc, length_error
        return fail(ErrorKind::refused, "error.picture_broken", {{"why", problem.what()}});
    }
}

Result<Pixels> decode_picture_file(const std::filesystem::path& file, int width, int height) {
    OCOP_TRY_ASSIGN(const auto bytes, read_bytes(file, largest_picture_file));
    return decode_picture(bytes, width, height);
}

} // namespace ocop::kiosk
