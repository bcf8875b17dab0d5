// Showing parts of the back buffer without swapping it: an extension that the software renderer offers (checked:
// reference lab.md §4). UI thread, the window's context current.
#pragma once

#include "kiosk/platform/damage.h"

namespace ocop::kiosk {

class PartialPresent {
public:
    PartialPresent(); // of the current context
    bool offered() const { return copy_ != nullptr; }
    // Copies an area of the back buffer, which keeps what it holds, onto the screen. `height`: of the window, px.
    void show(const PixelArea& area, int height) const;

private:
    void (*copy_)() = nullptr; // glXCopySubBufferMESA
    void* display_ = nullptr;  // X's
    unsigned long drawable_ = 0;
};

} // namespace ocop::kiosk
