// Plays a visitor and a sale in the real window, touching targets by name as a finger would, and leaves a picture of
// every screen. What `bash kiosk/run.sh` shows where there is no display.
#pragma once

#include "kiosk/app/application.h"

#include <filesystem>
#include <iosfwd>

namespace ocop::kiosk {

// Tells every step on `out`. Fails with refused, naming the step, when a screen is not what it should be.
Result<> play_guided_demo(Application& application, const std::filesystem::path& folder, std::ostream& out);

} // namespace ocop::kiosk
