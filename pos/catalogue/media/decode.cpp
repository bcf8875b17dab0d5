#include "pos/catalogue/media/decode.h"

#include "pos/catalogue/media/decode_formats.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace ocop {
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

// Where the source's share of each target column or row begins; one more than there are targets.
std::vector<int> shares(int source, int target) {
    std::vector<int> begins(static_cast<std::size_t>(target) + 1);
    for (int i = 0; i <= target; ++i)
        begins[static_cast<std::size_t>(i)] = static_cast<int>(static_cast<std::int64_t>(i) * source / target);
    return begins;
}

// `Sum` holds 255 * 255 times the pixels of one share: dividing 32 bits takes a fraction of dividing 64.
template <class Sum>
void average(const Pixels& source, Pixels& small) {
    const auto columns = shares(source.width, small.width);
    const auto rows = shares(source.height, small.height);
    auto* target = small.rgba.data();
    for (std::size_t y = 0; y + 1 < rows.size(); ++y)
        for (std::size_t x = 0; x + 1 < columns.size(); ++x, target += 4) {
            Sum sums[3] = {};
            Sum opacity = 0;
            Sum covered = 0;
            for (int row = rows[y]; row < rows[y + 1]; ++row) {
                const auto* pixel =
                    source.rgba.data() + (static_cast<std::size_t>(row) * static_cast<std::size_t>(source.width) +
                                          static_cast<std::size_t>(columns[x])) *
                                             4;
                for (int column = columns[x]; column < columns[x + 1]; ++column, pixel += 4) {
                    const Sum weight = pixel[3];
                    for (int channel = 0; channel < 3; ++channel)
                        sums[channel] += pixel[channel] * weight;
                    opacity += weight;
                    ++covered;
                }
            }
            if (opacity == 0) continue;
            for (int channel = 0; channel < 3; ++channel)
                target[channel] = static_cast<std::uint8_t>(sums[channel] / opacity);
            target[3] = static_cast<std::uint8_t>(opacity / covered);
        }
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

Pixels shrink(const Pixels& source, int width, int height) {
    constexpr std::int64_t most_for_32_bits = 60'000; // pixels
    Pixels small{width, height,
                 std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
    const auto largest_share = static_cast<std::int64_t>(source.width / width + 1) * (source.height / height + 1);
    if (largest_share <= most_for_32_bits)
        average<std::uint32_t>(source, small);
    else
        average<std::uint64_t>(source, small);
    return small;
}

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

} // namespace ocop
