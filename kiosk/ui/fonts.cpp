#include "kiosk/ui/fonts.h"

#include "kiosk/ui/soft_shadow.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <malloc.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>

namespace ocop::kiosk {

namespace {

constexpr int tallest_atlas = 8192;                                               // px: what any OpenGL 3 card takes
const std::filesystem::path east_asian_folder = "/usr/share/fonts/opentype/noto"; // of the package fonts-noto-cjk
constexpr const char* east_asian_regular = "NotoSansCJK-Regular.ttc";
constexpr const char* east_asian_bold = "NotoSansCJK-Bold.ttc";
constexpr std::array<const char*, 5> face_files{"OpenSans-Regular.ttf", "OpenSans-Semibold.ttf", "OpenSans-Bold.ttf",
                                                "NotoSerif-SemiBold.ttf", "NotoSerifDisplay-Bold.ttf"};

// A set of characters of the basic plane, which is what ImGui 1.86 can draw.
class CharacterSet {
public:
    void add(char32_t c) {
        if (c >= 0x20 && c <= 0xFFFF) bits_.set(c);
    }
    void add(const std::u32string& characters) {
        for (const char32_t c : characters)
            add(c);
    }
    void add(const std::vector<std::string>& texts) {
        for (const auto& text : texts)
            add(code_points(text));
    }
    // Calls `visit` with every character, in order.
    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t c = 0x20; c < bits_.size(); ++c)
            if (bits_.test(c)) visit(static_cast<char32_t>(c));
    }

private:
    std::bitset<0x10000> bits_;
};

// Pairs of first and last code point, closed by 0, as ImGui wants them.
std::vector<ImWchar> ranges_of(const CharacterSet& characters) {
    std::vector<ImWchar> ranges;
    characters.each([&](char32_t c) {
        const auto value = static_cast<ImWchar>(c);
        if (!ranges.empty() && ranges.back() + 1 == value)
            ranges.back() = value;
        else
            ranges.insert(ranges.end(), {value, value});
    });
    ranges.push_back(0);
    return ranges;
}

// The texts of a request are long and asked for by many styles: each kind is gathered once.
struct WantedCharacters {
    CharacterSet full;
    CharacterSet display;
    CharacterSet figures;
    CharacterSet seal;

    explicit WantedCharacters(const FontRequest& request) {
        full.add(base_characters());
        full.add(request.texts);
        display.add(U" \u00A0?0123456789…\uFFFD");
        display.add(request.display_texts);
        figures.add(figure_characters());
        seal.add(U"saoOCP");
    }
    const CharacterSet& of(GlyphCoverage coverage) const {
        switch (coverage) {
        case GlyphCoverage::figures:
            return figures;
        case GlyphCoverage::seal:
            return seal;
        case GlyphCoverage::display:
            return display;
        default:
            return full;
        }
    }
};

struct ShadowPlace {
    ShadowPicture picture;
    int rect = -1;
};

ShadowSlice paint_shadow(ImFontAtlas& atlas, const ShadowPlace& place, float outside) {
    const ImFontAtlasCustomRect* rect = atlas.GetCustomRectByIndex(place.rect);
    for (int y = 0; y < place.picture.size; ++y)
        std::copy_n(place.picture.coverage.data() + y * place.picture.size, place.picture.size,
                    atlas.TexPixelsAlpha8 + (rect->Y + y) * atlas.TexWidth + rect->X);
    ShadowSlice slice;
    const auto width = static_cast<float>(atlas.TexWidth);
    const auto height = static_cast<float>(atlas.TexHeight);
    slice.u0 = static_cast<float>(rect->X) / width;
    slice.v0 = static_cast<float>(rect->Y) / height;
    slice.u1 = static_cast<float>(rect->X + rect->Width) / width;
    slice.v1 = static_cast<float>(rect->Y + rect->Height) / height;
    slice.outside = outside;
    slice.strength = place.picture.strength;
    return slice;
}

} // namespace

bool east_asian_fonts_installed() {
    std::error_code ignored;
    return std::filesystem::is_regular_file(east_asian_folder / east_asian_regular, ignored) &&
           std::filesystem::is_regular_file(east_asian_folder / east_asian_bold, ignored);
}

Fonts::Fonts() : atlas_(std::make_unique<ImFontAtlas>()) {}
Fonts::~Fonts() = default;

Result<std::unique_ptr<Fonts>> Fonts::bake(const FontRequest& request) {
    std::unique_ptr<Fonts> fonts(new Fonts());
    fonts->s_ = request.s;
    for (const char* name : face_files) {
        OCOP_TRY_ASSIGN(FontFile file, FontFile::read(request.folder / name));
        fonts->files_.push_back(std::move(file));
    }
    if (request.east_asian)
        for (const char* name : {east_asian_regular, east_asian_bold}) {
            OCOP_TRY_ASSIGN(FontFile file,
                            FontFile::read_face(east_asian_folder / name, static_cast<int>(*request.east_asian)));
            fonts->files_.push_back(std::move(file));
        }

    ImFontAtlas& atlas = *fonts->atlas_;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = 4096;

    fonts->ranges_.reserve(3 * text_role_count);
    const auto add = [&](TextRole role, const FontFile& file, const CharacterSet& characters, bool merge) {
        fonts->ranges_.push_back(ranges_of(characters));
        const auto& bytes = file.bytes();
        ImFontConfig config;
        config.FontData = const_cast<std::uint8_t*>(bytes.data()); // read only, and only while baking
        config.FontDataSize = static_cast<int>(bytes.size());
        config.FontDataOwnedByAtlas = true; // else AddFont makes a copy, 20 MB for each style of an East Asian face
        config.FontNo = file.face();
        config.SizePixels = fonts->em(role) * file.height_em();
        config.GlyphRanges = fonts->ranges_.back().data();
        config.OversampleH = config.OversampleV = 1;
        config.PixelSnapH = true;
        config.EllipsisChar = 0x2026;
        config.MergeMode = merge;
        fonts->fonts_[static_cast<std::size_t>(role)] = atlas.AddFont(&config);
        atlas.ConfigData.back().FontDataOwnedByAtlas = false; // it stays ours
    };
    const WantedCharacters all(request);
    for (int i = 0; i < text_role_count; ++i) {
        const auto role = static_cast<TextRole>(i);
        const TextStyle& style = text_style(role);
        const CharacterSet& wanted = all.of(style.coverage);
        std::vector<const FontFile*> files{&fonts->files_[static_cast<std::size_t>(style.face)]};
        // What a serif face lacks, such as −, comes from the sans of the same weight.
        const FontFace other = style.face == FontFace::display_bold ? FontFace::sans_bold : FontFace::sans_semibold;
        files.push_back(&fonts->files_[static_cast<std::size_t>(other)]);
        if (request.east_asian) files.push_back(&fonts->files_[style.face == FontFace::sans_regular ? 5 : 6]);
        add(role, *files.front(), wanted, false);
        for (std::size_t k = 1; k < files.size(); ++k) {
            CharacterSet lacking;
            bool lacks = false;
            wanted.each([&](char32_t c) {
                const auto has = [c](const FontFile* file) { return file->has(c); };
                const auto before = files.begin() + static_cast<std::ptrdiff_t>(k);
                if (!files[k]->has(c) || std::any_of(files.begin(), before, has)) return;
                lacking.add(c);
                lacks = true;
            });
            if (lacks) add(role, *files[k], lacking, true);
        }
    }

    const auto pixels = [&](float design) { return std::round(design * request.s); };
    const float card_outside = pixels(32);
    const float dialog_outside = pixels(40);
    ShadowPlace card{soft_shadow(static_cast<int>(card_outside), pixels(20),
                                 {{pixels(2), pixels(4), 0.10f}, {pixels(8), pixels(22), 0.10f}})};
    ShadowPlace dialog{soft_shadow(static_cast<int>(dialog_outside), pixels(20), {{pixels(8), pixels(28), 0.22f}})};
    for (ShadowPlace* place : {&card, &dialog})
        place->rect = atlas.AddCustomRectRegular(place->picture.size, place->picture.size);

    if (!atlas.Build()) return fail(ErrorKind::refused, "error.font_broken", {{"file", request.folder.string()}});
    unsigned char* data = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&data, &width, &height);
    if (height > tallest_atlas)
        return fail(ErrorKind::refused, "error.font_broken", {{"file", request.folder.string()}},
                    "the characters need a texture of " + std::to_string(height) + " px");
    fonts->card_shadow_ = paint_shadow(atlas, card, card_outside);
    fonts->dialog_shadow_ = paint_shadow(atlas, dialog, dialog_outside);
    return fonts;
}

Fonts::Pixels Fonts::pixels() const {
    return {atlas_->TexPixelsAlpha8, atlas_->TexWidth, atlas_->TexHeight};
}

void Fonts::set_texture(std::uint64_t texture) {
    atlas_->SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)));
}

void Fonts::release_pixels() {
    atlas_->ClearTexData();
    for (ImFontConfig& config : atlas_->ConfigData)
        config.FontData = nullptr;
    files_.clear();
    ::malloc_trim(0); // files and pixels were large, and would stay with the process
}

ImFont* Fonts::font(TextRole role) const {
    return fonts_[static_cast<std::size_t>(role)];
}

float Fonts::em(TextRole role) const {
    return std::round(text_style(role).em * s_);
}

float Fonts::line_height(TextRole role) const {
    return std::round(em(role) * text_style(role).step);
}

bool Fonts::has(TextRole role, char32_t character) const {
    return character <= 0xFFFF && font(role)->FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr;
}

std::u32string Fonts::missing(TextRole role, std::string_view text) const {
    std::u32string result;
    for (const char32_t c : code_points(text))
        if (c >= 0x20 && !has(role, c)) result.push_back(c);
    return result;
}

} // namespace ocop::kiosk
