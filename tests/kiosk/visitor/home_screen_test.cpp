// The home screen in every language: what is designed to be seen at once is seen without scrolling.
#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

struct HomeScreen {
    std::unique_ptr<ShownScreen> screen;
    HeadlessUi ui;

    HomeScreen(const Look& look, float width, float height)
        : screen(listed_screen("home/as it begins").open(look)),
          ui([this](Ui& drawn) { screen->draw(drawn); }, width, height, shown_at,
             [this](FrameOptions& options) { screen->prepare(options); }) {
        ui.settle();
    }
    // Targets that can be seen whole.
    std::size_t count(std::string_view beginning) const {
        std::size_t found = 0;
        for (const auto& target : ui.registry().targets())
            if (target.visible() && target.hit == target.rect &&
                target.name.compare(0, beginning.size(), beginning) == 0)
                ++found;
        return found;
    }
    std::size_t chip_lines() const {
        std::set<float> lines;
        for (const char* chip : {"stars/all", "stars/5", "stars/4", "stars/3", "season", "stock", "gift"})
            lines.insert(ui.target(chip).rect.y);
        return lines.size();
    }
};

} // namespace

TEST_CASE(
    "lying screens show six groups, the story of the day, four products and all choices at once, in every language",
    "[visitor][home]") {
    for (const Language* spoken : spoken_languages())
        for (const auto& [width, height] : {std::pair{1920.0f, 1080.0f}, std::pair{1366.0f, 768.0f}}) {
            INFO(spoken->code() << " " << width);
            const HomeScreen home({spoken->code()}, width, height);
            CHECK(home.count("group/") == 6);
            CHECK(home.count("today/") == 1);
            CHECK(home.count("product/") == 4);
            CHECK(home.chip_lines() == 1);
            CHECK(home.count("places/all") == 1);
            CHECK_FALSE(home.ui.has("home/down"));
        }
}

TEST_CASE("standing screens show two products and the choices on two lines at once, in every language",
          "[visitor][home]") {
    for (const Language* spoken : spoken_languages()) {
        INFO(spoken->code());
        const HomeScreen home({spoken->code()}, 1080, 1920);
        CHECK(home.count("group/") == 6);
        CHECK(home.count("product/") == 2);
        CHECK(home.chip_lines() <= 2);
        CHECK(home.count("places/all") == 1);
        CHECK_FALSE(home.ui.has("home/down"));
    }
}
