// Buttons, links, steppers, check rows: everything that is pressed (design guide 4.5).
#pragma once

#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

enum class ButtonLook {
    primary,          // pine fill (organisers: indigo); one per screen, bottom right
    secondary,        // 3 px border
    tertiary,         // soft tint
    destructive,      // vermilion border
    destructive_fill, // vermilion fill: the final step only
    start,            // hoe-5: start and basket only
    on_dark,          // outlined on pine or indigo chrome
};

struct ButtonSpec {
    ButtonLook look = ButtonLook::primary;
    Icon icon = Icon::none;
    bool icon_after = false; // "Đọc tiếp ›"
    bool enabled = true;
    bool guarded = false; // destructive or money-moving: ignores a second press for 600 ms
    bool repeat = false;
    TextRole text = TextRole::B2; // B0 for commit buttons
    TargetRole role = TargetRole::button;
    std::string_view second_line = {}; // small, under the label ("Vừa đủ")
};

// Draws it and returns whether it was tapped. A label too wide for one line takes two.
bool button(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, const ButtonSpec& spec = {});
// Room the label needs with its icon and padding; at least the touch floor.
float button_width(const Ui& ui, std::string_view label, const ButtonSpec& spec = {});
// Usual heights: 64 for buttons, 88 for commits, in px of this screen and never under the touch floor.
float button_height(const Ui& ui, TargetRole role = TargetRole::button);

// A square button with an icon alone; `label` is what it is called.
bool icon_button(Ui& ui, std::string_view name, const Rect& rect, Icon icon, std::string_view label,
                 const ButtonSpec& spec = {ButtonLook::tertiary});

// Words in pine, with an invisible pad around them: `rect` is what can be touched.
bool text_link(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, Icon icon = Icon::none,
               bool icon_after = false, Align align = Align::left);

// − value +. Returns −1, 0 or +1. Targets are name + "/less" and name + "/more".
// `last_removes`: what − would take is the last one, so it shows a bin and says so.
int stepper(Ui& ui, std::string_view name, const Rect& rect, std::string_view value, bool can_less, bool can_more,
            bool last_removes = false);

// A row with a box to tick, a label and a count at its right; the whole row is the target.
bool check_row(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool checked,
               std::string_view count = {});
// A switch with its label left; the whole row is the target.
bool toggle_row(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool on,
                Icon icon = Icon::none);

// One of several answers side by side (payment methods, sort orders): selected is filled.
bool choice(Ui& ui, std::string_view name, const Rect& rect, std::string_view label, bool selected,
            Icon icon = Icon::none, bool enabled = true);

} // namespace ocop::kiosk
