#include "kiosk/ui/soft_shadow.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

// Share of a pixel at distance (dx, dy) from the centre that a rounded square covers.
float square_coverage(float dx, float dy, float half, float radius) {
    const float qx = std::abs(dx) - half + radius;
    const float qy = std::abs(dy) - half + radius;
    const float outside = std::hypot(std::max(qx, 0.0f), std::max(qy, 0.0f));
    const float distance = outside + std::min(std::max(qx, qy), 0.0f) - radius;
    return std::clamp(0.5f - distance, 0.0f, 1.0f);
}

std::vector<float> gaussian(float sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(sigma * 3)));
    std::vector<float> kernel(static_cast<std::size_t>(2 * reach + 1));
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const float value = std::exp(-static_cast<float>(i * i) / (2 * sigma * sigma));
        kernel[static_cast<std::size_t>(i + reach)] = value;
        sum += value;
    }
    for (float& value : kernel)
        value /= sum;
    return kernel;
}

// Blurs along rows and transposes; twice gives the blurred picture the right way round.
std::vector<float> blur_rows_transposed(const std::vector<float>& source, int size, const std::vector<float>& kernel) {
    const int reach = static_cast<int>(kernel.size() / 2);
    std::vector<float> result(source.size());
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            float sum = 0;
            for (int k = -reach; k <= reach; ++k) {
                const int from = x + k;
                if (from >= 0 && from < size)
                    sum +=
                        kernel[static_cast<std::size_t>(k + reach)] * source[static_cast<std::size_t>(y * size + from)];
            }
            result[static_cast<std::size_t>(x * size + y)] = sum;
        }
    return result;
}

} // namespace

ShadowPicture soft_shadow(int outside, float corner_radius, const std::vector<ShadowLayer>& layers) {
    ShadowPicture picture;
    picture.size = 4 * outside + 1;
    const auto count = static_cast<std::size_t>(picture.size * picture.size);
    const float middle = static_cast<float>(picture.size - 1) / 2;
    const float half = static_cast<float>(outside) + 0.5f;
    std::vector<float> total(count, 0.0f);
    for (const ShadowLayer& layer : layers) {
        std::vector<float> pixels(count);
        for (int y = 0; y < picture.size; ++y)
            for (int x = 0; x < picture.size; ++x)
                pixels[static_cast<std::size_t>(y * picture.size + x)] =
                    square_coverage(static_cast<float>(x) - middle, static_cast<float>(y) - middle - layer.offset_y,
                                    half, corner_radius);
        const auto kernel = gaussian(layer.blur / 2);
        pixels = blur_rows_transposed(blur_rows_transposed(pixels, picture.size, kernel), picture.size, kernel);
        for (std::size_t i = 0; i < count; ++i)
            total[i] = total[i] + pixels[i] * layer.opacity * (1 - total[i]); // layers over each other
    }
    picture.strength = *std::max_element(total.begin(), total.end());
    picture.coverage.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        picture.coverage[i] = static_cast<std::uint8_t>(std::lround(total[i] / picture.strength * 255));
    return picture;
}

} // namespace ocop::kiosk
