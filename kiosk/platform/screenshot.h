// What was drawn last, as a PNG file. UI thread, between ImguiHost::draw and presenting.
#pragma once

#include "pos/base/result.h"

#include <filesystem>

namespace ocop::kiosk {

Result<> save_screenshot(int width, int height, const std::filesystem::path& file);

} // namespace ocop::kiosk
