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
    // A face of a collection that only has to be scalable.
    static Result<FontFile> read_face(const std::filesystem::path& path, int face);

    const std::vector<std::uint8_t>& bytes() const { return bytes_; }
    bool has(char32_t character) const;
    int face() const { return face_; }
    float height_em() const { return height_em_; } // ascender − descender, which is what FreeType is asked for

private:
    std::vector<std::uint8_t> bytes_;
    std::u32string characters_; // sorted
    int face_ = 0;
    float height_em_ = 0;
};

} // namespace ocop::kiosk
