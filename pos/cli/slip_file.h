// A slip as a file, in the formats that commands offer.
#pragma once

#include "pos/receipts/receipt.h"

#include <filesystem>
#include <string>

namespace ocop {

// `format` is text, png, pdf or escpos; anything else is refused.
Result<> write_slip(const Receipt& slip, const std::string& format, const std::filesystem::path& file,
                    const std::filesystem::path& asset_root);

} // namespace ocop
