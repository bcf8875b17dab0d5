// The kiosk's window with its OpenGL context. GLFW stays in this folder. UI thread only.
#pragma once

#include "kiosk/platform/damage.h"
#include "kiosk/platform/input_queue.h"
#include "kiosk/platform/partial_present.h"
#include "kiosk/platform/scanner.h"
#include "kiosk/platform/typing_hold.h"
#include "pos/base/clock.h"
#include "pos/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct GLFWwindow;

namespace ocop::kiosk {

struct WindowOptions {
    std::optional<std::pair<int, int>> size; // nothing: the whole screen
    std::string title = "OCOP";
};

class Window {
public:
    // Fails with refused ("error.no_display") where there is no display to open a window on.
    static Result<std::unique_ptr<Window>> open(const WindowOptions& options, Clock& clock);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    std::pair<int, int> size() const; // framebuffer, pixels
    float px_per_mm() const;          // of the monitor; 0 when it does not say
    bool software_rendering() const { return software_; }
    bool should_close() const;
    void close();

    InputQueue& input() { return input_; }
    // Called with every scanned code, out of poll().
    void on_scan(std::function<void(const std::string&)> receive) { receive_scan_ = std::move(receive); }
    // As if a scanner that is a keyboard sent `code` (ASCII) and Enter: for tests and the guided demo.
    void scan(std::string_view code);

    // Waits for events at most so long (0: only collects what is there).
    void wait(std::int64_t milliseconds);
    // Whether present() takes areas. Then the back buffer keeps what it holds.
    bool presents_areas() const { return software_ && partial_.offered(); }
    void present(const std::vector<PixelArea>& areas); // of the back buffer
    void present();                                    // all of it: swaps buffers
    // Ends a wait early. Any thread.
    static void wake();
    // Something happened since the last call: input, resize, expose, wake-up.
    bool take_activity();
    // The window lost what it showed.
    bool take_exposed();

private:
    explicit Window(Clock& clock) : clock_(&clock) {} // the context is current
    void listen();
    void key(int key, int action, int mods);
    void character(unsigned code_point);
    void release_typing();
    struct Destroy {
        void operator()(GLFWwindow* window) const;
    };

    Clock* clock_;
    std::unique_ptr<GLFWwindow, Destroy> window_;
    InputQueue input_;
    Scanner scanner_;
    TypingHold hold_;
    std::function<void(const std::string&)> receive_scan_;
    bool software_ = false;
    bool activity_ = true;
    bool exposed_ = false;
    PartialPresent partial_;
};

} // namespace ocop::kiosk
