// What `ocop init --demo` plays with: the demo catalogue, its staff, a fair booth and stock.
#pragma once

#include "pos/base/result.h"
#include "pos/till/till.h"

#include <filesystem>

namespace ocop {

// Fills a till that was just created from assets/demo. Fails with the first problem of those files.
Result<> fill_with_demo(Till& till, const std::filesystem::path& asset_root);

} // namespace ocop
