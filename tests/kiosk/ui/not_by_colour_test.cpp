// Nothing is told by colour alone: every state of a component has another shape or other words than its neighbours.
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>
#include <imgui.h>

#include <set>
#include <string>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

const Rect place{100, 100, 500, 80};

// Where everything is that a screen draws, whatever its colour.
std::string shape_of(const std::function<void(Ui&)>& draw, bool high_contrast) {
    Offscreen offscreen;
    UiState state;
    FrameOptions options;
    options.language = &test::language("vi");
    options.scale = Scale::of(1920, 1080, 0);
    options.high_contrast = high_contrast;
    offscreen.frame(state, test::shared_fonts(1), options, {}, draw);
    std::string shape;
    const ImDrawData& data = *offscreen.draw_data();
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer)
            if ((vertex.col >> IM_COL32_A_SHIFT) != 0)
                shape += std::to_string(vertex.pos.x) + "," + std::to_string(vertex.pos.y) + " ";
    return shape;
}

void all_differ(const std::vector<std::function<void(Ui&)>>& states) {
    for (const bool high_contrast : {false, true}) {
        std::set<std::string> shapes;
        for (const auto& state : states)
            shapes.insert(shape_of(state, high_contrast));
        CHECK(shapes.size() == states.size());
    }
}

} // namespace

TEST_CASE("what is chosen differs in shape from what is not", "[kiosk][ui][layout]") {
    for (const auto& component : std::vector<std::function<void(Ui&, bool)>>{
             [](Ui&ui, bool on) { chip(ui, "a", place, "4 sao", on); },
             [](Ui&ui, bool on) { choice(ui, "a", place, "Tiền mặt", on, Icon::cash); },
             [](Ui&ui, bool on) { choice(ui, "a", place, "Vừa", on); },
             [](Ui&ui, bool on) { check_row(ui, "a", place, "Còn hàng", on, "12"); },
             [](Ui&ui, bool on) { toggle_row(ui, "a", place, "Tương phản cao", on, Icon::contrast); }})
        all_differ({[&](Ui& ui) { component(ui, false); }, [&](Ui& ui) { component(ui, true); }});
}

TEST_CASE("a field that takes the typing and one that is wrong differ in shape", "[kiosk][ui][layout]") {
    all_differ(
        {[](Ui& ui) { text_field(ui, "a", place, {.value = "Lan"}); },
         [](Ui& ui) { text_field(ui, "a", place, {.value = "Lan", .active = true}); },
         [](Ui& ui) { text_field(ui, "a", place, {.value = "Lan", .wrong = true, .problem = "Chưa đủ chữ số"}); }});
}
