#include "kiosk/platform/display_window.h"

#include <GLFW/glfw3.h>

namespace ocop::kiosk {

void DisplayWindow::Destroy::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window); // GLFW ends with the kiosk's window
}

DisplayWindow::~DisplayWindow() = default;

Result<std::unique_ptr<DisplayWindow>> DisplayWindow::open(const DisplayPlace& place) {
    GLFWwindow* kiosk = glfwGetCurrentContext();
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE); // until it is where it belongs
    for (const int hint : {GLFW_DECORATED, GLFW_FOCUSED, GLFW_FOCUS_ON_SHOW, GLFW_RESIZABLE})
        glfwWindowHint(hint, GLFW_FALSE);
    GLFWwindow* made = glfwCreateWindow(place.width, place.height, "OCOP", nullptr, kiosk);
    if (made == nullptr) {
        const char* why = nullptr;
        glfwGetError(&why);
        return fail(ErrorKind::refused, "error.no_display", {}, why != nullptr ? why : "GLFW");
    }
    std::unique_ptr<DisplayWindow> window(new DisplayWindow);
    window->window_.reset(made);
    glfwSetWindowUserPointer(made, window.get());
    glfwSetWindowRefreshCallback(
        made, [](GLFWwindow* w) { static_cast<DisplayWindow*>(glfwGetWindowUserPointer(w))->exposed_ = true; });
    glfwSetWindowCloseCallback(made, [](GLFWwindow* w) { glfwSetWindowShouldClose(w, GLFW_FALSE); });
    glfwSetInputMode(made, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    glfwSetWindowPos(made, place.x, place.y);
    glfwShowWindow(made);
    glfwMakeContextCurrent(made);
    glfwSwapInterval(0); // the kiosk's window keeps the pace
    glfwMakeContextCurrent(kiosk);
    if (kiosk != nullptr) glfwFocusWindow(kiosk);
    return window;
}

std::pair<int, int> DisplayWindow::size() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_.get(), &width, &height);
    return {width, height};
}

void DisplayWindow::present(const std::function<bool()>& draw) {
    GLFWwindow* kiosk = glfwGetCurrentContext();
    glfwMakeContextCurrent(window_.get());
    if (draw()) glfwSwapBuffers(window_.get());
    glfwMakeContextCurrent(kiosk);
}

} // namespace ocop::kiosk
