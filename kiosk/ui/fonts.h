// The baked text styles of one scale, in one alpha-only atlas, together with the soft shadows. Baked once per scale and
// set of texts; drawing never scales glyphs.
#pragma once

#include "kiosk/ui/font_file.h"
#include "kiosk/ui/text_role.h"
#include "pos/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace ocop::kiosk {

// Chinese, Japanese and Korean come from the package fonts-noto-cjk, which need not be installed. The three write some
// characters differently, so one of them is baked at a time.
enum class EastAsianFace { japanese = 0, korean = 1, chinese = 2 }; // number of the face in the package's files
bool east_asian_fonts_installed();

struct FontRequest {
    std::filesystem::path folder;   // assets/fonts
    float s = 1;                    // Scale::s
    std::vector<std::string> texts; // their code points are baked beside the Vietnamese set (languages, catalogue)
    std::vector<std::string> display_texts;       // all that is ever drawn in D1
    std::optional<EastAsianFace> east_asian = {}; // draws what the shipped fonts lack
};

// A square 9-slice picture in the atlas: `outside` px of shadow around the casting rectangle and as much inside it.
struct ShadowSlice {
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float outside = 0;
    float strength = 0; // opacity of the darkest texel
};

class Fonts {
public:
    // Reads and checks the font files before ImGui sees them (it ends the process on a bad one). Takes about 0.1 s; any
    // thread that no ImGui frame runs on. Fails with refused, naming the file, or when more characters are wanted than
    // the largest texture of any graphics card holds.
    static Result<std::unique_ptr<Fonts>> bake(const FontRequest& request);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // Set io.Fonts to it between frames. ImGui's OpenGL backend rebuilds an atlas whose pixels are released when it
    // makes its device objects: let it make them with another atlas first.
    ImFontAtlas& atlas() const { return *atlas_; }

    // One byte of coverage per pixel. Upload as GL_R8 with swizzle (1, 1, 1, R) and linear filtering, then
    // set_texture() and release_pixels().
    struct Pixels {
        const std::uint8_t* data;
        int width;
        int height;
    };
    Pixels pixels() const;
    void set_texture(std::uint64_t texture);
    void release_pixels();

    ImFont* font(TextRole role) const;
    float em(TextRole role) const;          // px
    float line_height(TextRole role) const; // px, whole
    bool has(TextRole role, char32_t character) const;
    const ShadowSlice& card_shadow() const { return card_shadow_; }
    const ShadowSlice& dialog_shadow() const { return dialog_shadow_; }
    float scale() const { return s_; }

    // Code points of `text` that this role cannot draw.
    std::u32string missing(TextRole role, std::string_view text) const;

private:
    Fonts();
    std::unique_ptr<ImFontAtlas> atlas_;
    std::vector<FontFile> files_; // the atlas reads glyphs from them while baking
    std::vector<std::vector<std::uint16_t>> ranges_;
    ImFont* fonts_[text_role_count] = {};
    ShadowSlice card_shadow_;
    ShadowSlice dialog_shadow_;
    float s_ = 1;
};

// UTF-8 to code points; invalid bytes become U+FFFD.
std::u32string code_points(std::string_view text);

// The characters every full style holds: ASCII, Latin-1, all Vietnamese letters, ₫ − × % · … “ ” ‘ ’ – — • and kin.
std::u32string base_characters();
std::u32string figure_characters(); // of N0, N1, N2

} // namespace ocop::kiosk
