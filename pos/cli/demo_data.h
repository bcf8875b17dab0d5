// What `ocop init --demo` plays with: the demo catalogue, its staff, a fair booth and stock.
#pragma once

#include "pos/base/result.h"
#include "pos/till/till.h"

#include <filesystem>

namespace ocop {

// Opens the enquiries of a demo till (README.md): everybody knows it, so no real person belongs there.
inline constexpr const char* demo_unlock_code = "DEMO-2026";

// Fills a till that was just created from assets/demo. Fails with the first problem of those files.
Result<> fill_with_demo(Till& till, const std::filesystem::path& asset_root);

} // namespace ocop
