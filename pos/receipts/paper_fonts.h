// The product's own fonts for everything on paper, never the system's. Finding and reading them costs tens of
// milliseconds: keep the object. One thread at a time.
#pragma once

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <filesystem>
#include <memory>
#include <string>

namespace ocop {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const {
        release(object);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Release<g_object_unref>>;

struct PaperStyle {
    const char* face;
    double size = 22; // of the em, in the units of the drawing
    bool bold = false;
};

class PaperFonts {
public:
    explicit PaperFonts(const std::filesystem::path& asset_root); // throws where there are no fonts

    // Words broken into lines of `width`.
    Layout layout(cairo_t* cairo, const std::string& text, PaperStyle style, double width) const;

private:
    std::unique_ptr<FcConfig, Release<FcConfigDestroy>> config_;
    std::unique_ptr<PangoFontMap, Release<g_object_unref>> map_;
};

} // namespace ocop
