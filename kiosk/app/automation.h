// What a test may ask of the running kiosk through its automation socket. UI thread.
//
//   {"do":"targets"}                    → {"side", "safe", "page", "release", "waits" (a new catalogue, for the visitor
//   to
//                                          leave), "targets":[{"name", "role", "label", "x", "y", "w", "h", "enabled",
//                                          "visible"}]} of the last presented frame
//   {"do":"tap", "target":NAME}         as a finger does; answered when nothing moves any more
//   {"do":"drag", "target":NAME, "by":PX, "steps":N}  presses there, moves so far down in N frames, lets go; answered
//                                          when the fling has ended
//   {"do":"type", "text":TEXT}          as a keyboard does, into what has focus
//   {"do":"scan", "code":CODE}          as a scanner does
//   {"do":"advance", "ms":N}            moves the clock forward
//   {"do":"screenshot", "file":PATH}    the next presented frame as PNG
//   {"do":"display", "file":PATH}       the customer display as PNG
//   {"do":"redraw"}                     draws the whole screen anew, as if nothing of it were known
//   {"do":"figures"}                    → what is in frame_figures.h, and how many textures with how many bytes
//   {"do":"quit"}                       closes the window
// Each is answered with {"ok":true} or {"error":WHY}. {"event":"change_shown", "sale":ID} is sent unasked, after the
// frame that shows the change of this sale was presented.
#pragma once

#include "kiosk/app/application.h"
#include "kiosk/automation/automation_socket.h"
#include "kiosk/automation/test_clock.h"

#include <memory>
#include <string>
#include <string_view>

namespace ocop::kiosk {

class Automation {
public:
    static Result<std::unique_ptr<Automation>> open(Application& application, TestClock& clock,
                                                    const std::filesystem::path& socket);

    // Runs the kiosk until its window is closed, doing what is asked between the turns of its loop.
    void run();
    std::string answer(std::string_view line); // to one request

private:
    Automation(Application& application, TestClock& clock, std::unique_ptr<AutomationSocket> socket);

    Application* application_;
    TestClock* clock_;
    std::unique_ptr<AutomationSocket> socket_;
};

} // namespace ocop::kiosk
