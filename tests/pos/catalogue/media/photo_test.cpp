#include "pos/catalogue/media/photo.h"

#include "pos/catalogue/media/decode_formats.h"
#include "tests/support/photos.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace ocop;
using namespace ocop::testing;

namespace {

// The mean of a channel over a part of the picture (shares of its sides).
int mean(const Pixels& pixels, double left, double top, double right, double bottom, int channel) {
    long sum = 0;
    long count = 0;
    for (int y = static_cast<int>(top * pixels.height); y < static_cast<int>(bottom * pixels.height); ++y)
        for (int x = static_cast<int>(left * pixels.width); x < static_cast<int>(right * pixels.width); ++x, ++count)
            sum += pixels.rgba[static_cast<std::size_t>((y * pixels.width + x) * 4 + channel)];
    return static_cast<int>(sum / std::max(1L, count));
}

// Red in its upper left quarter, blue elsewhere.
Pixels marked(int width, int height) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool corner = x < width / 2 && y < height / 2;
            for (const int value : {corner ? 230 : 20, 20, corner ? 20 : 230, 255})
                pixels.rgba.push_back(static_cast<std::uint8_t>(value));
        }
    return pixels;
}

bool is_progressive(const std::string& jpeg) {
    return jpeg.find("\xFF\xC2") != std::string::npos;
}

} // namespace

TEST_CASE("a camera's photo becomes a display picture and a thumbnail, both baseline JPEG", "[media][photo]") {
    const auto photo = prepare_photo(photo_jpeg(3000, 2000, 1));
    REQUIRE(photo);
    const auto display = jpeg_size(photo->display);
    CHECK(display.width == 1500);
    CHECK(display.height == 1000);
    const auto thumbnail = jpeg_size(photo->thumbnail);
    CHECK(thumbnail.width == 480);
    CHECK(thumbnail.height == 320);
    CHECK_FALSE(is_progressive(photo->display));
    CHECK(photo->thumbnail.size() < photo->display.size() / 4);
}

TEST_CASE("whatever the shape, a display picture is at most 1600 x 1000 and nothing is blown up", "[media][photo]") {
    for (const auto& [width, height] : {std::pair{4000, 700}, {700, 3000}, {1700, 1000}, {1600, 1000}, {90, 60}}) {
        const auto photo = prepare_photo(photo_jpeg(width, height, 2));
        INFO(width << " x " << height);
        REQUIRE(photo);
        const auto size = jpeg_size(photo->display);
        CHECK(size.width <= std::min(width, display_width));
        CHECK(size.height <= std::min(height, display_height));
        CHECK(std::abs(size.width * height - size.height * width) <= std::max(width, height));
    }
    CHECK(prepare_photo(photo_jpeg(90, 60, 2))->thumbnail.empty());
}

TEST_CASE("a photo is turned as its EXIF says, and its metadata is gone", "[media][photo]") {
    const auto jpeg = encode_jpeg(marked(320, 200), 95);
    struct Turn {
        int orientation;
        double left, top; // where the marked quarter is then
    };
    for (const auto& turn : {Turn{1, 0, 0}, Turn{2, 0.5, 0}, Turn{3, 0.5, 0.5}, Turn{4, 0, 0.5}, Turn{5, 0, 0},
                             Turn{6, 0.5, 0}, Turn{7, 0.5, 0.5}, Turn{8, 0, 0.5}}) {
        INFO("orientation " << turn.orientation);
        const auto photo = prepare_photo(with_exif(jpeg, turn.orientation));
        REQUIRE(photo);
        CHECK(photo->display.find("Exif") == std::string::npos);
        CHECK(photo->display.find("Nha ba Lan") == std::string::npos);
        const auto pixels = decode_prepared(photo->display, 2000, 2000);
        REQUIRE(pixels);
        CHECK(pixels->width == (turn.orientation >= 5 ? 200 : 320));
        CHECK(mean(*pixels, turn.left + 0.1, turn.top + 0.1, turn.left + 0.4, turn.top + 0.4, 0) > 180);
        CHECK(mean(*pixels, 0.6 - turn.left, 0.6 - turn.top, 0.9 - turn.left, 0.9 - turn.top, 2) > 180);
    }
}

TEST_CASE("the kiosk looks at nothing but drawings and photos as import makes them", "[media][photo]") {
    CHECK(decode_prepared(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>)", 40, 20));
    CHECK(decode_prepared(photo_jpeg(1600, 1000, 3), 400, 250));
    for (const auto& bytes : {photo_jpeg(1601, 1000, 3), photo_jpeg(1000, 1001, 3), std::string("\x89PNG <svg "),
                              std::string("RIFF1234WEBP"), std::string(), std::string("\xff\xd8\xff\xe0garbage")}) {
        const auto pixels = decode_prepared(bytes, 400, 250);
        INFO(bytes.size() << " bytes");
        REQUIRE_FALSE(pixels);
        CHECK(pixels.error().key == "error.picture_broken");
    }
}
