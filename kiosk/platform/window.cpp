#include "kiosk/platform/window.h"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace ocop::kiosk {
namespace {

std::optional<Key> key_of(int code) {
    switch (code) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return Key::enter;
    case GLFW_KEY_ESCAPE:
        return Key::escape;
    case GLFW_KEY_BACKSPACE:
        return Key::backspace;
    case GLFW_KEY_DELETE:
        return Key::del;
    case GLFW_KEY_TAB:
        return Key::tab;
    case GLFW_KEY_LEFT:
        return Key::left;
    case GLFW_KEY_RIGHT:
        return Key::right;
    case GLFW_KEY_UP:
        return Key::up;
    case GLFW_KEY_DOWN:
        return Key::down;
    case GLFW_KEY_HOME:
        return Key::home;
    case GLFW_KEY_END:
        return Key::end;
    default:
        return std::nullopt;
    }
}

Window& of(GLFWwindow* window) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

} // namespace

void Window::Destroy::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
    glfwTerminate();
}

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options, Clock& clock) {
    const auto no_display = [] {
        const char* why = nullptr;
        glfwGetError(&why);
        return fail(ErrorKind::refused, "error.no_display", {}, why != nullptr ? why : "GLFW");
    };
    if (glfwInit() != GLFW_TRUE) return no_display();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    for (const int hint : {GLFW_DEPTH_BITS, GLFW_STENCIL_BITS, GLFW_SAMPLES, GLFW_AUTO_ICONIFY})
        glfwWindowHint(hint, 0);
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    const bool whole_screen = !options.size && mode != nullptr;
    const int width = options.size ? options.size->first : (mode != nullptr ? mode->width : 1920);
    const int height = options.size ? options.size->second : (mode != nullptr ? mode->height : 1080);
    glfwWindowHint(GLFW_RESIZABLE, options.size ? GLFW_TRUE : GLFW_FALSE);
    GLFWwindow* made =
        glfwCreateWindow(width, height, options.title.c_str(), whole_screen ? monitor : nullptr, nullptr);
    if (made == nullptr) {
        auto failure = no_display();
        glfwTerminate();
        return failure;
    }
    glfwMakeContextCurrent(made);
    std::unique_ptr<Window> window(new Window(clock));
    window->window_.reset(made);
    glfwSwapInterval(1);
    if (whole_screen) glfwSetInputMode(made, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    glfwFocusWindow(made); // without a window manager nobody else does
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view name = renderer != nullptr ? renderer : "";
    window->software_ =
        name.find("llvmpipe") != std::string_view::npos || name.find("softpipe") != std::string_view::npos;
    window->listen();
    return window;
}

Window::~Window() = default;

void Window::listen() {
    GLFWwindow* window = window_.get();
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        of(w).activity_ = true;
        of(w).input_.push(
            {InputEvent::Kind::move, {static_cast<float>(x), static_cast<float>(y)}, false, 0, 0, Key::enter, false});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int number, int action, int) {
        if (number != GLFW_MOUSE_BUTTON_LEFT) return;
        double x = 0;
        double y = 0;
        glfwGetCursorPos(w, &x, &y);
        of(w).activity_ = true;
        of(w).input_.push({InputEvent::Kind::button,
                           {static_cast<float>(x), static_cast<float>(y)},
                           action == GLFW_PRESS,
                           0,
                           0,
                           Key::enter,
                           false});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double y) {
        of(w).activity_ = true;
        of(w).input_.push({InputEvent::Kind::wheel, {}, false, static_cast<float>(y), 0, Key::enter, false});
    });
    glfwSetKeyCallback(window,
                       [](GLFWwindow* w, int code, int, int action, int mods) { of(w).key(code, action, mods); });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code_point) { of(w).character(code_point); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).activity_ = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).activity_ = of(w).exposed_ = true; });
}

void Window::key(int code, int action, int mods) {
    activity_ = true;
    if (action == GLFW_REPEAT) return; // a held key is one press
    const auto key = key_of(code);
    if (!key) return;
    if (action == GLFW_PRESS && (*key == Key::enter || *key == Key::tab)) {
        if (const auto code_text = scanner_.terminator(clock_->monotonic()); code_text && receive_scan_) {
            hold_.scanned();
            receive_scan_(*code_text); // the terminator belongs to the code, not to what has focus
            return;
        }
    }
    if (action == GLFW_PRESS) input_.type(hold_.take());
    input_.push({InputEvent::Kind::key, {}, action == GLFW_PRESS, 0, 0, *key, (mods & GLFW_MOD_SHIFT) != 0});
}

void Window::character(unsigned code_point) {
    activity_ = true;
    scanner_.character(code_point, clock_->monotonic());
    hold_.character(code_point, clock_->monotonic());
}

void Window::scan(std::string_view code) {
    for (const char c : code)
        character(static_cast<unsigned char>(c));
    key(GLFW_KEY_ENTER, GLFW_PRESS, 0);
    key(GLFW_KEY_ENTER, GLFW_RELEASE, 0);
}

std::pair<int, int> Window::size() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_.get(), &width, &height);
    return {width, height};
}

float Window::px_per_mm() const {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    int width_mm = 0;
    int height_mm = 0;
    if (mode == nullptr) return 0;
    glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
    if (width_mm <= 0) return 0;
    const float density = static_cast<float>(mode->width) / static_cast<float>(width_mm);
    return density > 2 && density < 12 ? density : 0; // projectors and virtual screens report nonsense
}

bool Window::should_close() const {
    return glfwWindowShouldClose(window_.get()) == GLFW_TRUE;
}
void Window::close() {
    glfwSetWindowShouldClose(window_.get(), GLFW_TRUE);
}

void Window::wait(std::int64_t milliseconds) {
    if (const auto due = hold_.due(clock_->monotonic())) milliseconds = std::min(milliseconds, *due);
    if (milliseconds <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(static_cast<double>(milliseconds) / 1000.0);
    release_typing();
}

void Window::release_typing() {
    const auto typed = hold_.release(clock_->monotonic());
    if (typed.empty()) return;
    input_.type(typed);
    activity_ = true;
}

void Window::present() {
    glfwSwapBuffers(window_.get());
}

void Window::present(const std::vector<PixelArea>& areas) {
    const int height = size().second;
    for (const auto& area : areas)
        partial_.show(area, height);
}

void Window::wake() {
    glfwPostEmptyEvent();
}

bool Window::take_activity() {
    return std::exchange(activity_, false);
}

bool Window::take_exposed() {
    return std::exchange(exposed_, false);
}

} // namespace ocop::kiosk
