// What the back buffer holds, as a PNG file. UI thread, before the buffers are swapped.
#pragma once

#include "pos/base/result.h"

#include <filesystem>

namespace ocop::kiosk {

Result<> save_screenshot(int width, int height, const std::filesystem::path& file);

} // namespace ocop::kiosk
