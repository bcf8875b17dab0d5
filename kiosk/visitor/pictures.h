// Photos and illustrations of the catalogue as the screens see them: asked for every frame, there when they are there.
#pragma once

#include "kiosk/ui/canvas.h"

#include <string_view>

namespace ocop::kiosk {

class Pictures {
public:
    virtual ~Pictures() = default;
    // The picture of a file below media/, large enough for `width` × `height` px. Not ready while it is being decoded,
    // and for ever when the file is missing or broken: draw the placeholder then. Never waits; wakes the window when
    // the picture has come. UI thread.
    virtual Picture request(std::string_view media, float width, float height) = 0;
};

} // namespace ocop::kiosk
