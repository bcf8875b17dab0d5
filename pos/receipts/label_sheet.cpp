#include "pos/codes/barcode.h"
#include "pos/codes/qr_code.h"
#include "pos/receipts/paper_fonts.h"
#include "pos/receipts/shelf_label.h"
#include "pos/store/whole_file.h"

#include <cairo-pdf.h>

#include <algorithm>

namespace ocop {
namespace {

// Everything in tenths of a millimetre.
constexpr double points_per_unit = 72.0 / 254.0;
constexpr double sheet_width = 2100;
constexpr double sheet_height = 2970;
constexpr int across = 3;
constexpr int down = labels_a_sheet / across;
constexpr double label_width = 700;
constexpr double label_height = 370;
constexpr double sheet_top = (sheet_height - down * label_height) / 2;
constexpr double padding = 36;
constexpr double bar_module = 3.3; // the nominal width of EAN-13

struct Area {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
};

class LabelPainter {
public:
    LabelPainter(cairo_t* cairo, const PaperFonts& fonts) : cairo_(cairo), fonts_(&fonts) {}

    Result<> draw(const ShelfLabel& label, double x, double y) {
        Area area{x + padding, y + padding, label_width - 2 * padding, label_height - 2 * padding};
        OCOP_TRY_ASSIGN(const auto bars, bar_modules(label.code));
        black();
        if (!label.story.empty()) {
            OCOP_TRY_ASSIGN(const auto code, qr_matrix(label.story));
            const double side = 190;
            draw_code(code, {area.x + area.w - side, area.y, side, side});
            area.w -= side + 16;
        }
        const double bars_top = area.y + area.h - 84;
        Area words{area.x, area.y, area.w, bars_top - area.y};
        if (label.stars > 0) {
            draw_seal(label, {words.x, words.y, 84, 84});
            words.x += 96;
            words.w -= 96;
        }
        words.y += text(label.name, {"Open Sans", 30, true}, words, 2);
        words.y += text(label.maker, {"Open Sans", 20, false}, words, 1);
        words = {area.x, std::max(words.y, area.y + 90), area.w, 0};
        words.y += text(label.price, {"Open Sans", 46, true}, words, 1);
        if (!label.note.empty()) text(label.note, {"Open Sans", 17, false}, words, 1);
        draw_bars(bars, {area.x, bars_top, label_width - 2 * padding, 84});
        return {};
    }

private:
    void black() { cairo_set_source_rgb(cairo_, 0, 0, 0); }

    double text(const std::string& words, PaperStyle style, const Area& area, int lines,
                PangoAlignment align = PANGO_ALIGN_LEFT) {
        const auto layout = fonts_->layout(cairo_, words, style, area.w);
        pango_layout_set_height(layout.get(), -lines);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        pango_layout_set_alignment(layout.get(), align);
        cairo_move_to(cairo_, area.x, area.y);
        pango_cairo_show_layout(cairo_, layout.get());
        int used = 0;
        pango_layout_get_pixel_size(layout.get(), nullptr, &used);
        return used;
    }

    void draw_seal(const ShelfLabel& label, const Area& square) {
        cairo_set_source_rgb(cairo_, 0xA3 / 255.0, 0x32 / 255.0, 0x1D / 255.0); // vermilion of the star seal
        cairo_rectangle(cairo_, square.x, square.y, square.w, square.h);
        cairo_fill(cairo_);
        cairo_set_source_rgb(cairo_, 1, 1, 1);
        text(std::to_string(label.stars), {"Noto Serif", 46, true}, {square.x, square.y - 6, square.w, 0}, 1,
             PANGO_ALIGN_CENTER);
        text(label.stars_words, {"Open Sans", 15, true}, {square.x, square.y + 54, square.w, 0}, 1, PANGO_ALIGN_CENTER);
        black();
    }

    void draw_code(const QrMatrix& code, const Area& square) {
        const double module = square.w / (code.size + 2 * qr_quiet_zone);
        for (int row = 0; row < code.size; ++row)
            for (int column = 0; column < code.size; ++column)
                if (code.at(column, row))
                    cairo_rectangle(cairo_, square.x + (column + qr_quiet_zone) * module,
                                    square.y + (row + qr_quiet_zone) * module, module, module);
        cairo_fill(cairo_);
    }

    void draw_bars(const BarModules& bars, const Area& area) {
        const auto count = static_cast<double>(bars.dark.size()) + 2 * bar_quiet_zone;
        const double module = std::min(bar_module, area.w / count);
        const double left = area.x + bar_quiet_zone * module;
        for (std::size_t i = 0; i < bars.dark.size(); ++i)
            if (bars.dark[i])
                cairo_rectangle(cairo_, left + static_cast<double>(i) * module, area.y, module, area.h - 24);
        cairo_fill(cairo_);
        text(bars.text, {"Open Sans", 20, false},
             {left, area.y + area.h - 25, module * static_cast<double>(bars.dark.size()), 0}, 1, PANGO_ALIGN_CENTER);
    }

    cairo_t* cairo_;
    const PaperFonts* fonts_;
};

} // namespace

Result<> write_label_sheet(const std::vector<ShelfLabel>& labels, int copies, const std::filesystem::path& asset_root,
                           const std::filesystem::path& file) {
    const PaperFonts fonts(asset_root);
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        const Surface surface(
            cairo_pdf_surface_create(part.c_str(), sheet_width * points_per_unit, sheet_height * points_per_unit));
        {
            const Context cairo(cairo_create(surface.get()));
            cairo_scale(cairo.get(), points_per_unit, points_per_unit);
            LabelPainter painter(cairo.get(), fonts);
            int place = 0;
            for (const auto& label : labels) {
                for (int copy = 0; copy < copies; ++copy, ++place) {
                    const int here = place % labels_a_sheet;
                    if (place > 0 && here == 0) cairo_show_page(cairo.get());
                    OCOP_TRY(
                        painter.draw(label, here % across * label_width, sheet_top + here / across * label_height));
                }
            }
            cairo_show_page(cairo.get());
        }
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return cannot_write(part);
        return {};
    });
}

} // namespace ocop
