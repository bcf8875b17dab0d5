// A font file that was checked before ImGui sees it: ImGui ends the process on a bad one.
#pragma once

#include "pos/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ocop::kiosk {

class FontFile {
public:
    // Fails with refused when the file is not a scalable font with every Vietnamese letter and ₫.
    static Result<FontFile> read(const std::filesystem::path& path);

    const std::vector<std::uint8_t>& bytes() const { return bytes_; }
    bool has(char32_t character) const;

private:
    std::vector<std::uint8_t> bytes_;
    std::u32string characters_; // sorted
};

} // namespace ocop::kiosk
