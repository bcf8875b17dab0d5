// One function a picture format. They throw std::runtime_error with the reason; decode.cpp turns it into an Error.
#pragma once

#include "kiosk/media/decode.h"

#include <string_view>

namespace ocop::kiosk {

Pixels decode_svg(std::string_view bytes, int width, int height);
Pixels decode_png(std::string_view bytes);
Pixels decode_webp(std::string_view bytes, int width, int height);
// Already turned upright; decoded at the smallest eighth that still fills width × height.
Pixels decode_jpeg(std::string_view bytes, int width, int height);

void require_sensible_size(long long width, long long height);

} // namespace ocop::kiosk
