// The main screens as pictures, compared with those in this folder: exactly where they are drawn by the same versions
// on the same kind of processor (machine.txt), else to a thousandth of the pixels. What differs is left in .out/gold.
// `bash tests/gold/accept.sh` makes the pictures of now the right ones.
#include "kiosk/app/font_request.h"
#include "kiosk/platform/imgui_host.h"
#include "tests/support/gold/offscreen_gl.h"
#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

struct GoldenPicture {
    std::string screen;
    Look look;
    int width = 1920;
    int height = 1080;

    std::string file() const {
        std::string name = screen + "-" + look.words() + "-" + std::to_string(width);
        std::replace_if(
            name.begin(), name.end(), [](char c) { return c == '/' || c == ' ' || c == ','; }, '_');
        return name + ".png";
    }
};

// The first state of every page, visitors' ones upright as well; and what only shows in another look.
std::vector<GoldenPicture> golden_pictures() {
    std::vector<GoldenPicture> all;
    std::string page;
    for (const auto& screen : listed_screens()) {
        const auto of = screen.name.substr(0, screen.name.find('/'));
        if (of == page) continue;
        page = of;
        all.push_back({screen.name, {}});
        if (screen.seat == Seat::visitor) all.push_back({screen.name, {}, 1080, 1920});
    }
    const Look english{"en"};
    const Look lowered{"vi", TextSize::normal, true, true};
    const Look largest{"vi", TextSize::largest};
    all.push_back({"attract/first slide", english});
    all.push_back({"home/as it begins", english});
    all.push_back({"home/as it begins", {"vi", TextSize::normal, true}});
    all.push_back({"home/as it begins", largest, 1080, 1920});
    all.push_back({"story/long names", english, 1366, 768});
    all.push_back({"story/spirit, due soon", lowered});
    all.push_back({"story/spirit, due soon", lowered, 1080, 1920});
    all.push_back({"story/nobody there", english});
    all.push_back({"sheet/accessibility", {}});
    all.push_back({"sheet/languages", {}});
    all.push_back({"selling/many lines", english, 1366, 768});
    all.push_back({"payment/transfer", {}});
    return all;
}

class Painter {
public:
    PixelPicture paint(const GoldenPicture& wanted) {
        FrameOptions options;
        options.scale = Scale::of(static_cast<float>(wanted.width), static_cast<float>(wanted.height), 0);
        use_fonts(options.scale.s);
        const auto screen = listed_screen(wanted.screen).open(wanted.look);
        UiState state;
        options.now = shown_at;
        const auto frame = [&](std::int64_t passed) {
            options.now.milliseconds += passed;
            screen->prepare(options);
            host_->frame(state, options, InputFrame{}, 0.016f, [&](Ui& ui) { screen->draw(ui); });
        };
        frame(0);
        frame(screen->wait());
        for (int i = 0; i < 100 && state.wants_frame(options.now); ++i)
            frame(16);
        return gl_.picture(wanted.width, wanted.height, [&] {
            host_->draw_anew();
            host_->draw(wanted.width, wanted.height, false);
        });
    }
    std::string machine() const { return gl_.machine(); }

private:
    void use_fonts(float s) {
        if (host_ && host_->fonts().scale() == s) return;
        const auto& room = showroom();
        auto fonts = Fonts::bake(font_request(asset_root() / "fonts", s, {&language("vi"), &language("en")},
                                              *room.catalogue, room.snapshot->staff));
        REQUIRE(fonts);
        if (host_)
            host_->replace_fonts(std::move(*fonts));
        else
            host_ = std::make_unique<ImguiHost>(std::move(*fonts));
    }

    OffscreenGl gl_;
    std::unique_ptr<ImguiHost> host_; // ends before the context
};

std::filesystem::path folder() {
    return std::filesystem::path(OCOP_SOURCE_DIR) / "tests/gold";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void accept_all(Painter& painter) {
    for (const auto& item : std::filesystem::directory_iterator(folder()))
        if (item.path().extension() == ".png") std::filesystem::remove(item.path());
    for (const auto& wanted : golden_pictures())
        write_picture(painter.paint(wanted), folder() / wanted.file());
    std::ofstream(folder() / "machine.txt") << painter.machine();
}

void compare(const GoldenPicture& wanted, const PixelPicture& actual, bool same_machine) {
    const auto expected = read_picture(folder() / wanted.file());
    INFO(wanted.file() + ": if it is meant to look like this, run tests/gold/accept.sh");
    const auto apart = difference(expected.value_or(PixelPicture{}), actual);
    const bool right = apart.same_size && (same_machine ? apart.identical : apart.share <= tolerated_share);
    if (!right) {
        const auto out = std::filesystem::path(OCOP_SOURCE_DIR) / ".out/gold" / wanted.file();
        std::filesystem::create_directories(out);
        if (expected) write_picture(*expected, out / "expected.png");
        write_picture(actual, out / "actual.png");
        if (expected) write_picture(marked_difference(*expected, actual), out / "diff.png");
        WARN("differs in " << apart.share * 100 << " % of the pixels, see " << out.string());
    }
    CHECK(right);
}

} // namespace

TEST_CASE("the main screens look as they were accepted", "[gold]") {
    Painter painter;
    if (std::getenv("OCOP_ACCEPT_GOLD") != nullptr) accept_all(painter);
    const bool same_machine = text_of(folder() / "machine.txt") == painter.machine();
    for (const auto& wanted : golden_pictures())
        compare(wanted, painter.paint(wanted), same_machine);
}

TEST_CASE("drawing a screen twice gives the same pixels, and another screen others", "[gold]") {
    Painter painter;
    const GoldenPicture home{"home/as it begins", {}};
    const auto first = painter.paint(home);
    CHECK(painter.paint(home) == first);
    CHECK(difference(first, painter.paint({"home/as it begins", {"en"}})).share > tolerated_share);
}

TEST_CASE("a few pixels may differ on another machine, a moved button may not", "[gold]") {
    PixelPicture white(100, 100);
    PixelPicture other = white;
    std::fill_n(other.rgb.begin(), 3 * 10, std::uint8_t{9});
    CHECK_FALSE(difference(white, other).identical);
    CHECK(difference(white, other).share <= tolerated_share);
    std::fill_n(other.rgb.begin(), 3 * 11, std::uint8_t{9});
    CHECK(difference(white, other).share > tolerated_share);
    std::fill(other.rgb.begin(), other.rgb.end(), std::uint8_t{8});
    CHECK(difference(white, other).share == 0);
    CHECK_FALSE(difference(white, PixelPicture(50, 100)).same_size);
}
