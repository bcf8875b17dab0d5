#include "kiosk/platform/damage.h"

#include "kiosk/ui/offscreen.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>
#include <imgui.h>

#include <algorithm>
#include <functional>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr int width = 640;
constexpr int height = 480;

// Frames without a window, compared one after the other.
struct Screen {
    Offscreen offscreen;
    UiState state;
    Damage damage;

    std::vector<PixelArea> show(const std::function<void(Canvas&)>& draw) {
        FrameOptions options;
        options.language = &test::language("vi");
        options.scale = Scale::of(width, height, 0);
        offscreen.frame(state, test::shared_fonts(options.scale.s), options, {}, [&](Ui& ui) { draw(ui.canvas()); });
        return damage.compare(*offscreen.draw_data(), width, height);
    }
};

bool covers(const std::vector<PixelArea>& areas, const Rect& rect) {
    for (float y = rect.y; y < rect.bottom(); ++y)
        for (float x = rect.x; x < rect.right(); ++x)
            if (std::none_of(areas.begin(), areas.end(), [&](const PixelArea& area) {
                    return x >= static_cast<float>(area.x) && x < static_cast<float>(area.x + area.w) &&
                           y >= static_cast<float>(area.y) && y < static_cast<float>(area.y + area.h);
                }))
                return false;
    return true;
}

int pixels(const std::vector<PixelArea>& areas) {
    int sum = 0;
    for (const auto& area : areas)
        sum += area.w * area.h;
    return sum;
}

const Palette& colours() {
    return standard_palette();
}

} // namespace

TEST_CASE("a first frame changes the whole screen, the same frame again changes nothing", "[kiosk][damage]") {
    Screen screen;
    const auto draw = [](Canvas& canvas) {
        canvas.fill({10, 10, 100, 50}, colours().pine_7);
        canvas.text(TextRole::T2, Point{20, 100}, "Chè Thái Nguyên", colours().ink);
    };
    CHECK(screen.show(draw) == std::vector<PixelArea>{{0, 0, width, height}});
    CHECK(screen.show(draw).empty());
    screen.damage.forget();
    CHECK(screen.show(draw) == std::vector<PixelArea>{{0, 0, width, height}});
}

TEST_CASE("what moves changes where it was and where it is, and little else", "[kiosk][damage]") {
    Screen screen;
    const auto at = [](float x, float y) {
        return [=](Canvas& canvas) {
            canvas.fill({0, 0, width, height}, colours().paper);
            canvas.fill({x, y, 40, 6}, colours().pine_7);
        };
    };
    screen.show(at(100, 60));
    const auto areas = screen.show(at(130, 60));
    CHECK(covers(areas, {100, 60, 70, 6}));
    CHECK(pixels(areas) <= 4 * Damage::tile * 2 * Damage::tile);
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool apart = areas[i].y + areas[i].h <= areas[j].y || areas[j].y + areas[j].h <= areas[i].y;
            CHECK(apart);
        }
    const auto far = screen.show(at(130, 400));
    CHECK(far.size() == 2);
    CHECK(covers(far, {130, 60, 40, 6}));
    CHECK(covers(far, {130, 400, 40, 6}));
}

TEST_CASE("another colour, another letter, another order and another cut are changes", "[kiosk][damage]") {
    Screen screen;
    const Rect one{100, 100, 60, 60};
    const Rect two{130, 130, 60, 60};
    const auto draw = [&](Colour first, const std::string& word, bool swapped, float cut) {
        return [=](Canvas& canvas) {
            canvas.fill(swapped ? two : one, swapped ? colours().son_7 : first);
            canvas.fill(swapped ? one : two, swapped ? first : colours().son_7);
            const auto clip = canvas.clip({300, 100, cut, 60});
            canvas.text(TextRole::T2, Point{300, 100}, word, colours().ink);
        };
    };
    screen.show(draw(colours().pine_7, "mật", false, 200));
    CHECK(covers(screen.show(draw(colours().pine_9, "mật", false, 200)), {100, 100, 30, 30}));
    CHECK(covers(screen.show(draw(colours().pine_9, "mắm", false, 200)), {310, 110, 4, 4}));
    CHECK(covers(screen.show(draw(colours().pine_9, "mắm", true, 200)), {130, 130, 30, 30}));
    CHECK_FALSE(screen.show(draw(colours().pine_9, "mắm", true, 12)).empty());
    CHECK(screen.show(draw(colours().pine_9, "mắm", true, 12)).empty());
}

TEST_CASE("only what touches the changed areas is left of a frame, cut to them", "[kiosk][damage]") {
    Screen screen;
    const auto draw = [](Colour colour) {
        return [=](Canvas& canvas) {
            canvas.fill({0, 0, width, height}, colours().paper);
            for (float x = 0; x < width; x += 40)
                canvas.fill({x, 300, 30, 30}, colours().pine_7, 8);
            canvas.fill({40, 40, 20, 20}, colour);
        };
    };
    screen.show(draw(colours().son_7));
    const auto areas = screen.show(draw(colours().hoe_5));
    REQUIRE(areas.size() == 1);
    auto* frame = screen.offscreen.draw_data();
    keep_areas(*frame, areas);
    int triangles = 0;
    for (int list = 0; list < frame->CmdListsCount; ++list)
        for (const auto& command : frame->CmdLists[list]->CmdBuffer) {
            triangles += static_cast<int>(command.ElemCount) / 3;
            CHECK(command.ClipRect.x >= static_cast<float>(areas[0].x));
            CHECK(command.ClipRect.w <= static_cast<float>(areas[0].y + areas[0].h));
        }
    CHECK(triangles == 4);                             // the paper and the box
    CHECK(screen.show(draw(colours().hoe_5)).empty()); // the next frame is whole again
}
