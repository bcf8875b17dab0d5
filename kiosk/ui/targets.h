// Everything that can be touched. Each frame every target is recorded with name, role, rectangle and label; a press
// goes to what the person saw, which is the previous frame's topmost target under the finger.
#pragma once

#include "kiosk/ui/rect.h"
#include "pos/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

enum class TargetRole {
    button,
    commit, // moves money or ends a task: larger floor
    key,    // of a keyboard or number pad
    chip,
    tab,
    card,
    row,
    field,
    link,
    surface, // a whole screen that is one answer (attract, idle dialog)
};

struct Target {
    std::string name; // unique in a frame: "product/42", "till.take_cash"
    TargetRole role = TargetRole::button;
    Rect rect;         // as laid out
    Rect hit;          // what can be touched: inside the clip of a scrolled list
    std::string label; // what it says, in the language shown
    bool enabled = true;
    bool text_fits = true; // no text drawn inside it overflows (known while the text log is on)
    float floor_mm = 0;    // smallest side it must have
    bool scrolls = false;  // inside a scroll area: what covers or cuts it can be scrolled away
    bool visible() const { return hit.w > 0 && hit.h > 0; }
};

struct Pointer {
    Point position{-1e9f, -1e9f};
    bool down = false;
    bool pressed = false;  // went down in this frame
    bool released = false; // went up in this frame
};

struct TapOptions {
    bool enabled = true;
    bool guarded = false; // ignores a second press for 600 ms: destructive or money-moving
    bool repeat = false;  // fires again after 400 ms, then every 60 ms, while held (backspace)
};

struct Tap {
    bool tapped = false;
    float pressed = 0;         // 1 while held inside, fading to 0 in 120 ms after release
    bool focused = false;      // keyboard focus: draw the ring
    std::int64_t held_for = 0; // ms, while held inside
    explicit operator bool() const { return tapped; }
};

// The list of one frame, readable by tests, automation and the layout check.
class TargetRegistry {
public:
    const std::vector<Target>& targets() const { return targets_; }
    const Target* find(std::string_view name) const; // the visible one first
    std::vector<std::string> names() const;
    std::vector<std::string> duplicate_names() const;
    // Names of visible, enabled targets smaller than their floor, in real millimetres.
    std::vector<std::string> too_small(float px_per_mm) const;
    // Where something scrolls.
    struct ScrollPlace {
        std::string name;
        Rect area;
        bool longer = false; // there is more than it shows
    };
    const std::vector<ScrollPlace>& scroll_places() const { return scroll_places_; }
    // Pairs "a | b" of targets that can be touched in the same place and are not inside one another. What scrolls may
    // pass under a target that stays.
    std::vector<std::string> overlapping() const;
    // Text at this place did not fit: the innermost target there is told so.
    void mark_overflow(Point place);

private:
    friend class Targets;
    std::vector<Target> targets_;
    std::vector<ScrollPlace> scroll_places_;
};

// Lives as long as the window. UI thread.
class Targets {
public:
    // Once a frame, before any target. Targets and pointer are `lowered` px above where they are in the window; the
    // registry has them where they are.
    void begin_frame(const Pointer& pointer, Monotonic now, float lowered = 0);
    // Once a frame, after all targets: makes this frame's list the one that the next press looks at.
    void end_frame();

    Tap target(Target description, const Rect& clip, const TapOptions& options);

    // Everything recorded before this call in the frame can no longer be touched: a dialog's scrim.
    void block_below(const Rect& area);

    // Scroll areas claim a press that moved: the target under the finger loses it.
    void scroll_area(std::string_view name, const Rect& area, bool longer = false);
    void end_scroll_area(); // what is registered between the two scrolls
    bool press_in_scroll_area(std::string_view name) const;
    void take_press(); // by a scroll area
    bool press_taken() const { return taken_; }
    Point press_position() const { return press_position_; }
    std::string_view pressed_name() const { return pressed_; }

    // Keyboard focus, in reading order of registration.
    void focus(std::string_view name) { focused_ = name; }
    void move_focus(int step);
    void clear_focus() { focused_.clear(); }
    void activate_focused() { activate_ = true; }
    std::string_view focused() const { return focused_; }

    const Pointer& pointer() const { return pointer_; }
    const TargetRegistry& shown() const { return shown_; }          // the last whole frame
    TargetRegistry& current() { return current_; }                  // being drawn
    bool animating(Monotonic now) const;                            // a press fades or repeats: more frames are wanted
    const std::string& last_tapped() const { return last_tapped_; } // of this frame, empty if none
    void forget_press(); // a new screen: whatever is held down means nothing any more

private:
    struct Layered {
        enum class Kind { target, scroll, block } kind;
        std::string name;
        Rect hit;
        bool enabled = true;
    };
    void press();
    void move_down();

    Pointer pointer_;
    Monotonic now_;
    float lowered_ = 0;
    int scrolling_ = 0; // scroll areas around what is registered now
    TargetRegistry shown_;
    TargetRegistry current_;
    std::vector<Layered> shown_layers_;
    std::vector<Layered> current_layers_;
    std::string pressed_;
    std::vector<std::string> pressed_scrolls_;
    Point press_position_;
    Monotonic pressed_at_;
    bool taken_ = false;
    std::int64_t repeats_ = 0;
    std::string fading_;
    Monotonic fading_since_;
    struct Guard {
        std::string name;
        Monotonic until;
    };
    std::vector<Guard> guards_;
    std::string focused_;
    bool activate_ = false;
    std::string last_tapped_;
};

} // namespace ocop::kiosk
