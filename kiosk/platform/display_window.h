// A second window without a frame, at its place on the desktop, for the customer display. It takes no input and never
// the keyboard's focus: the scanner keeps typing into the kiosk's window. Shares textures with that window, whose
// context is current whenever no function of this class runs, and which outlives it. UI thread.
#pragma once

#include "pos/base/result.h"

#include <functional>
#include <memory>
#include <utility>

struct GLFWwindow;

namespace ocop::kiosk {

struct DisplayPlace {
    int width = 0;
    int height = 0;
    int x = 0; // of the desktop, px
    int y = 0;
    bool operator==(const DisplayPlace&) const = default;
};

class DisplayWindow {
public:
    // After the kiosk's window.
    static Result<std::unique_ptr<DisplayWindow>> open(const DisplayPlace& place);
    ~DisplayWindow();
    DisplayWindow(const DisplayWindow&) = delete;
    DisplayWindow& operator=(const DisplayWindow&) = delete;

    std::pair<int, int> size() const; // framebuffer, pixels
    // Runs `draw` with this window's context current; it returns whether there is something to present.
    void present(const std::function<bool()>& draw);
    // The window lost what it showed since the last call.
    bool take_exposed() { return std::exchange(exposed_, false); }

private:
    DisplayWindow() = default;
    struct Destroy {
        void operator()(GLFWwindow* window) const;
    };
    std::unique_ptr<GLFWwindow, Destroy> window_;
    bool exposed_ = false;
};

} // namespace ocop::kiosk
