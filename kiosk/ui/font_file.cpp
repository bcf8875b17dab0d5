#include "kiosk/ui/font_file.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <fstream>
#include <memory>
#include <string_view>

namespace ocop::kiosk {

namespace {

struct FreeLibrary {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FreeFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, FreeLibrary>;
using Face = std::unique_ptr<FT_FaceRec_, FreeFace>;

} // namespace

Result<FontFile> FontFile::read(const std::filesystem::path& path) {
    OCOP_TRY_ASSIGN(FontFile file, read_face(path, 0));
    std::u32string needed = U"AaĂăĐđƠơƯư₫";
    for (char32_t c = 0x1EA0; c <= 0x1EF9; ++c)
        needed.push_back(c);
    for (const char32_t c : needed)
        if (!file.has(c))
            return fail(ErrorKind::refused, "error.font_broken", {{"file", path.string()}},
                        "lacks character " + std::to_string(static_cast<unsigned>(c)));
    return file;
}

Result<FontFile> FontFile::read_face(const std::filesystem::path& path, int face_index) {
    FontFile file;
    file.face_ = face_index;
    std::error_code unreadable;
    const auto size = std::filesystem::file_size(path, unreadable);
    if (!unreadable) file.bytes_.resize(size);
    std::ifstream stream(path, std::ios::binary);
    stream.read(reinterpret_cast<char*>(file.bytes_.data()), static_cast<std::streamsize>(file.bytes_.size()));
    file.bytes_.resize(static_cast<std::size_t>(stream.gcount()));
    const auto refuse = [&](std::string why) {
        return fail(ErrorKind::refused, "error.font_broken", {{"file", path.string()}}, std::move(why));
    };
    FT_Library raw_library = nullptr;
    if (FT_Init_FreeType(&raw_library) != 0) return refuse("FreeType does not start");
    const Library library(raw_library);
    FT_Face raw_face = nullptr;
    if (FT_New_Memory_Face(raw_library, file.bytes_.data(), static_cast<FT_Long>(file.bytes_.size()), face_index,
                           &raw_face) != 0)
        return refuse("not a font");
    const Face face(raw_face);
    if (!FT_IS_SCALABLE(raw_face) || FT_Select_Charmap(raw_face, FT_ENCODING_UNICODE) != 0)
        return refuse("not a scalable font with a Unicode map");
    FT_UInt glyph = 0;
    for (FT_ULong c = FT_Get_First_Char(raw_face, &glyph); glyph != 0; c = FT_Get_Next_Char(raw_face, c, &glyph))
        file.characters_.push_back(static_cast<char32_t>(c));
    std::sort(file.characters_.begin(), file.characters_.end());
    file.height_em_ =
        static_cast<float>(raw_face->ascender - raw_face->descender) / static_cast<float>(raw_face->units_per_EM);
    return file;
}

bool FontFile::has(char32_t character) const {
    return std::binary_search(characters_.begin(), characters_.end(), character);
}

} // namespace ocop::kiosk
