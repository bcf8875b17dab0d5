#include "pos/catalogue/media/decode.h"

#include <catch2/catch.hpp>
#include <png.h>
#include <webp/encode.h>

using namespace ocop;

namespace {

constexpr const char* red_drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#ff0000"/></svg>)";

std::string png_of(int width, int height, std::uint8_t grey) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height) * 4, grey);
    for (std::size_t i = 3; i < pixels.size(); i += 4)
        pixels[i] = 255;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
    return bytes;
}

std::string webp_of(int width, int height) {
    const std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height) * 4, 200);
    std::uint8_t* encoded = nullptr;
    const auto size = WebPEncodeLosslessRGBA(pixels.data(), width, height, width * 4, &encoded);
    std::string bytes(reinterpret_cast<const char*>(encoded), size);
    WebPFree(encoded);
    return bytes;
}

} // namespace

TEST_CASE("drawings are drawn at the wanted size, transparent where nothing is", "[media]") {
    const auto pixels = decode_picture(red_drawing, 80, 40);
    REQUIRE(pixels);
    CHECK(pixels->width == 80);
    CHECK(pixels->height == 40);
    const auto* left = pixels->rgba.data() + (20 * 80 + 10) * 4;
    CHECK((left[0] == 255 && left[1] == 0 && left[2] == 0 && left[3] == 255));
    CHECK(pixels->rgba[(20 * 80 + 70) * 4 + 3] == 0);
}

TEST_CASE("a picture fills the wanted rectangle and is never blown up", "[media]") {
    const auto smaller = decode_picture(png_of(400, 200, 90), 100, 100);
    REQUIRE(smaller);
    CHECK(smaller->height == 100);
    CHECK(smaller->width == 200);
    CHECK(smaller->rgba[0] == 90);
    CHECK(smaller->rgba[3] == 255);
    CHECK(decode_picture(png_of(40, 20, 90), 1000, 1000)->width == 40);
    CHECK(decode_picture(webp_of(64, 64), 32, 32)->width == 32);
}

TEST_CASE("what is no picture is refused with a reason", "[media]") {
    const auto whole = png_of(64, 64, 10);
    for (const auto& bytes :
         {std::string(), std::string("GIF89a"), whole.substr(0, whole.size() / 2), std::string("<svg"),
          webp_of(32, 32).substr(0, 24), std::string("\xff\xd8\xff\xe0garbage")}) {
        const auto pixels = decode_picture(bytes, 100, 100);
        INFO("begins with " << bytes.substr(0, 4) << ", " << bytes.size() << " bytes");
        REQUIRE_FALSE(pixels);
        CHECK(pixels.error().key == "error.picture_broken");
    }
}
