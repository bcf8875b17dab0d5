// Dialogs and sheets (design guide 4.8). They dim the screen and take all touches; draw them last.
#pragma once

#include "kiosk/ui/ui.h"

#include <optional>
#include <string_view>

namespace ocop::kiosk {

// Scrim and a card of this size in the middle; returns the room inside its padding. `opened_at` drives the fade in.
Rect dialog_frame(Ui& ui, float width, float height, Monotonic opened_at);

struct DialogSpec {
    std::string_view title;
    std::string_view sentence;
    std::string_view safe;  // left button, also Escape
    std::string_view doing; // right button
    bool destructive = false;
    Icon icon = Icon::none;
};
enum class DialogAnswer { safe, doing };

// 720 wide: title, one sentence, two buttons. Targets are name + "/safe" and name + "/do".
std::optional<DialogAnswer> dialog(Ui& ui, std::string_view name, const DialogSpec& spec, Monotonic opened_at);

// A sheet that slides in from the right (landscape, 602 px) or from the bottom (portrait, `portrait_height`). Returns
// the room inside. A touch beside it, or Escape, sets `closed`; the target is name + "/close".
struct Sheet {
    Rect room;
    bool closed = false;
};
Sheet sheet_frame(Ui& ui, std::string_view name, std::string_view title, float portrait_height, Monotonic opened_at);

} // namespace ocop::kiosk
