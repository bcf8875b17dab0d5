// An OpenGL context without any screen (EGL, software Mesa), for golden pictures. Current on the thread that makes it.
#pragma once

#include "tests/support/gold/pixel_picture.h"

#include <functional>
#include <string>

namespace ocop::test {

class OffscreenGl {
public:
    OffscreenGl(); // throws when this machine has no software OpenGL 3.3
    ~OffscreenGl();
    OffscreenGl(const OffscreenGl&) = delete;
    OffscreenGl& operator=(const OffscreenGl&) = delete;

    // What `draw` draws into a frame of this size.
    PixelPicture picture(int width, int height, const std::function<void()>& draw);

    // Everything that may change a pixel: Mesa, LLVM, FreeType, features of the processor. One line each.
    std::string machine() const;

private:
    void* display_ = nullptr;
    void* context_ = nullptr;
};

} // namespace ocop::test
