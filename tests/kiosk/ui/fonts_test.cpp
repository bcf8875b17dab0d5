#include "kiosk/ui/fonts.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

const std::u32string vietnamese = [] {
    std::u32string letters =
        U"aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩĨũŨ";
    for (char32_t c = 0x1EA0; c <= 0x1EF9; ++c)
        letters.push_back(c);
    return letters;
}();

} // namespace

TEST_CASE("every Vietnamese letter, ₫ and all punctuation are baked in every full text style", "[kiosk][ui]") {
    const Fonts& fonts = test::shared_fonts(1);
    for (int i = 0; i < text_role_count; ++i) {
        const auto role = static_cast<TextRole>(i);
        if (text_style(role).coverage != GlyphCoverage::full) continue;
        for (const char32_t c : vietnamese + U"₫−×%·…“”‘’–—•0123456789.,:;?!()/\u00A0") {
            INFO("style " << i << " character " << static_cast<unsigned>(c));
            CHECK(fonts.has(role, c));
        }
    }
}

TEST_CASE("figure styles hold everything an amount of money is written with", "[kiosk][ui]") {
    const Fonts& fonts = test::shared_fonts(1);
    for (const TextRole role : {TextRole::N0, TextRole::N1, TextRole::N2})
        for (const char* text : {"1.250.000 ₫", "−50.000 ₫", "22,6 triệu", "12%", "0:46", "1,250,000 VND", "×2"})
            CHECK(fonts.missing(role, text).empty());
}

TEST_CASE("every sentence of both languages can be drawn in every full text style", "[kiosk][ui]") {
    const Fonts& fonts = test::shared_fonts(1);
    for (const char* code : {"vi", "en"})
        for (const auto& key : test::language(code).keys())
            for (const TextRole role : {TextRole::T2, TextRole::B2, TextRole::M3, TextRole::S2, TextRole::D2}) {
                INFO(key);
                CHECK(fonts.missing(role, test::language(code).text(key)).empty());
            }
}

TEST_CASE("a font file that is not a font is refused and named", "[kiosk][ui]") {
    const auto folder = std::filesystem::temp_directory_path() / "ocop-fonts-test-broken";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& item : std::filesystem::directory_iterator(test::asset_root() / "fonts"))
        std::filesystem::copy(item.path(), folder / item.path().filename());
    std::ofstream(folder / "OpenSans-Bold.ttf", std::ios::trunc) << "not a font at all";
    const auto result = Fonts::bake({folder, 1, {}, {}});
    REQUIRE_FALSE(result);
    CHECK(result.error().key == "error.font_broken");
    CHECK(test::language("vi").sentence(result.error()).find("OpenSans-Bold.ttf") != std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a missing font folder is refused", "[kiosk][ui]") {
    CHECK_FALSE(Fonts::bake({"/nonexistent/fonts", 1, {}, {}}));
}

TEST_CASE("each step of larger text uses a style that is larger", "[kiosk][ui]") {
    for (const TextRole role : {TextRole::T4, TextRole::T3, TextRole::T2, TextRole::M5, TextRole::B3}) {
        const float normal = text_style(effective_role(role, TextSize::normal, false)).em;
        const float large = text_style(effective_role(role, TextSize::large, false)).em;
        const float largest = text_style(effective_role(role, TextSize::largest, false)).em;
        CHECK(normal < large);
        CHECK(large <= largest);
        CHECK(text_style(role).face == text_style(effective_role(role, TextSize::largest, false)).face);
    }
    CHECK(effective_role(TextRole::D2, TextSize::normal, true) == TextRole::S0);
    CHECK(effective_role(TextRole::N0, TextSize::largest, false) == TextRole::N0);
}

TEST_CASE("bytes that are not UTF-8 become replacement characters and nothing is read past the end", "[kiosk][ui]") {
    CHECK(code_points("ố") == U"ố");
    CHECK(code_points("a\xFFz") == U"a\uFFFDz");
    CHECK(code_points("\xE1\xBB") == U"\uFFFD\uFFFD");
}
