// A data directory whose every product has a photo as import prepares them.
#pragma once

#include "pos/store/data_directory.h"

#include <cstddef>
#include <filesystem>

namespace ocop::testing {

// `folder` takes the photos. A few photos serve all products under names of their own, which the kiosk cannot know.
// Throws std::runtime_error when it cannot be made.
void make_photo_showroom(const DataDirectory& directory, const std::filesystem::path& folder, std::size_t products);

} // namespace ocop::testing
