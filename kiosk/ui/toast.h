// One short message at a time above the bottom bar (design guide 4.9). It never blocks.
#pragma once

#include "kiosk/ui/ui.h"

#include <optional>
#include <string>

namespace ocop::kiosk {

struct Toast {
    std::string words = {};
    Icon icon = Icon::check;
    bool failed = false;          // vermilion instead of pine
    std::string action = {};      // "Hoàn tác", "Thử lại"; empty: none
    std::string action_name = {}; // name of the action's target, and what the screen compares with
};

// Kept by whoever owns the screen's frame.
struct ToastState {
    std::optional<Toast> shown;
    Monotonic since;
    void show(Toast toast, Monotonic now) {
        shown = std::move(toast);
        since = now;
    }
};

// Draws the toast, 3 s or 8 s with an action, its lower edge at `bottom`. Returns whether its action was tapped.
bool draw_toast(Ui& ui, ToastState& state, float bottom);

} // namespace ocop::kiosk
