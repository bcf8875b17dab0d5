#include "kiosk/ui/swipe.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

constexpr float far_enough = 72; // px at 1080
constexpr float far_enough_mm = 12;

} // namespace

int swipe(Ui& ui, std::string_view name, const Rect& area) {
    ui.targets().scroll_area(name, area);
    ui.targets().end_scroll_area(); // nothing is drawn inside: the stroke alone is of interest
    const Pointer& pointer = ui.pointer();
    const Point from = ui.targets().press_position();
    if (!pointer.down || ui.targets().press_taken() || !ui.targets().press_in_scroll_area(name)) return 0;
    const float across = pointer.position.x - from.x;
    const float along = pointer.position.y - from.y;
    if (std::abs(across) < std::max(ui.px(far_enough), ui.scale().mm(far_enough_mm))) return 0;
    if (std::abs(across) < 2 * std::abs(along)) return 0;
    ui.targets().take_press();
    return across < 0 ? 1 : -1;
}

} // namespace ocop::kiosk
