#include "kiosk/platform/partial_present.h"

#define GLFW_INCLUDE_NONE
#include <GL/glx.h>
#include <GLFW/glfw3.h>

namespace ocop::kiosk {
namespace {

using CopySubBuffer = void (*)(Display* display, GLXDrawable drawable, int x, int y, int width, int height);

} // namespace

PartialPresent::PartialPresent() {
    display_ = glXGetCurrentDisplay(); // nothing under EGL
    drawable_ = glXGetCurrentDrawable();
    if (display_ == nullptr || drawable_ == 0) return;
    if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") != GLFW_TRUE) return;
    copy_ = glfwGetProcAddress("glXCopySubBufferMESA");
}

void PartialPresent::show(const PixelArea& area, int height) const {
    const auto copy = reinterpret_cast<CopySubBuffer>(copy_);
    copy(static_cast<Display*>(display_), drawable_, area.x, height - area.y - area.h, area.w, area.h);
}

} // namespace ocop::kiosk
