// What fingers, keys and scanners did, in order, and how much of it one frame may see. ImGui 1.86 reads levels, not
// edges: a tap that begins and ends between two frames would be lost, so edges are dealt out one a frame (rules
// measured in reference/lab.md §6).
#pragma once

#include "kiosk/ui/rect.h"
#include "kiosk/ui/ui.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace ocop::kiosk {

struct InputEvent {
    enum class Kind { move, button, wheel, character, key };
    Kind kind = Kind::move;
    Point position;         // move, button
    bool down = false;      // button, key
    float wheel = 0;        //
    char32_t character = 0; //
    Key key = Key::enter;   //
    bool shift = false;     // key
};

// What one frame is given.
struct InputFrame {
    Point pointer{-1e9f, -1e9f}; // parked far outside while no finger is on the screen
    bool down = false;
    float wheel = 0;
    std::string typed;                      // UTF-8
    std::vector<std::pair<Key, bool>> keys; // went down (true) or up
    bool shift = false;
};

// UI thread. Window callbacks, automation and tests push; the loop takes once a frame.
class InputQueue {
public:
    void push(InputEvent event) { events_.push_back(event); }
    void tap(Point at); // down and up
    void press_key(Key key);
    void type(std::u32string_view text);

    // The next frame's share. After a release the position stays for one more frame, then the pointer is parked: parked
    // together with the release the click would be lost, parked never the button would stay hovered.
    InputFrame take();
    // Frames are still needed to deal out what is queued.
    bool pending() const { return !events_.empty() || park_next_; }

private:
    std::deque<InputEvent> events_;
    Point position_{-1e9f, -1e9f};
    bool down_ = false;
    bool shift_ = false;
    bool park_next_ = false;
};

} // namespace ocop::kiosk
