// Photos that look like photos to a codec: soft shapes and grain, another one for each number.
#pragma once

#include "pos/catalogue/media/decode.h"

#include <string>

namespace ocop::testing {

Pixels photo_pixels(int width, int height, unsigned number);
std::string photo_jpeg(int width, int height, unsigned number);

// Grey all over, so small as a file and large in memory.
std::string png_picture(int width, int height);

// The JPEG with an EXIF header that names this orientation (1..8) and, as cameras do, where it was taken.
std::string with_exif(const std::string& jpeg, int orientation);

} // namespace ocop::testing
