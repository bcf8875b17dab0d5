#include "pos/receipts/paper_fonts.h"

#include <pango/pangofc-fontmap.h>

#include <stdexcept>

namespace ocop {
namespace {

using TextContext = std::unique_ptr<PangoContext, Release<g_object_unref>>;
using FontDescription = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

} // namespace

PaperFonts::PaperFonts(const std::filesystem::path& asset_root)
    : config_(FcConfigCreate()), map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    const auto folder = (asset_root / "fonts").string();
    if (!config_ || !map_ ||
        FcConfigAppFontAddDir(config_.get(), reinterpret_cast<const FcChar8*>(folder.c_str())) == FcFalse)
        throw std::runtime_error("no fonts in " + folder);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config_.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72); // points are units of the drawing
}

Layout PaperFonts::layout(cairo_t* cairo, const std::string& text, PaperStyle style, double width) const {
    const TextContext context(pango_font_map_create_context(map_.get()));
    pango_cairo_update_context(cairo, context.get());
    Layout result(pango_layout_new(context.get()));
    const FontDescription font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), style.face);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(result.get(), font.get());
    pango_layout_set_width(result.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(result.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(result.get(), text.data(), static_cast<int>(text.size()));
    return result;
}

} // namespace ocop
