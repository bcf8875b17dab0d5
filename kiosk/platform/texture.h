// Pictures on the graphics card. Made and destroyed on the UI thread only, where the OpenGL context is current.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace ocop::kiosk {

class Texture {
public:
    Texture() = default;
    // Four bytes a pixel, red first, colour not multiplied by opacity.
    static Texture of_rgba(std::span<const std::uint8_t> pixels, int width, int height);
    // One byte of coverage a pixel, read as white with that opacity.
    static Texture of_coverage(const std::uint8_t* pixels, int width, int height);
    Texture(Texture&& other) noexcept
        : name_(std::exchange(other.name_, 0)), width_(other.width_), height_(other.height_) {}
    Texture& operator=(Texture&& other) noexcept;
    ~Texture();

    std::uint64_t id() const { return name_; }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    unsigned name_ = 0;
    int width_ = 0;
    int height_ = 0;
};

} // namespace ocop::kiosk
