#include "pos/receipts/receipt_raster.h"

#include "pos/codes/qr_code.h"
#include "pos/receipts/paper_fonts.h"
#include "pos/store/whole_file.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ocop {
namespace {

using Kind = ReceiptRow::Kind;

constexpr double margin = 8;
constexpr int longest = 32'000;   // dots: four metres of paper, and cairo's limit for a picture
constexpr int darkest_kept = 140; // threshold of 255 below which a dot is printed (measured crisp, lab.md §10)

PaperStyle style_of(ReceiptRow::Kind kind) {
    switch (kind) {
    case Kind::title:
        return {"Noto Serif", 34, true};
    case Kind::strong_pair:
        return {"Open Sans", 30, true};
    case Kind::item:
    case Kind::centred:
        return {"Open Sans", 24, true};
    case Kind::small_centred:
        return {"Open Sans", 20, false};
    default:
        return {"Open Sans", 22, false};
    }
}

} // namespace

struct ReceiptPainter::Fonts {
    PaperFonts fonts;

    explicit Fonts(const std::filesystem::path& asset_root) : fonts(asset_root) {}

    // Draws all rows, or only measures them when `cairo` draws on a recording surface; returns the height.
    double draw(cairo_t* cairo, const Receipt& receipt, double width) const;

private:
    Layout layout(cairo_t* cairo, const std::string& text, PaperStyle style, double width) const {
        return fonts.layout(cairo, text, style, width);
    }
    static double height_of(PangoLayout* layout) {
        int height = 0;
        pango_layout_get_pixel_size(layout, nullptr, &height);
        return height;
    }
    static double width_of(PangoLayout* layout) {
        int width = 0;
        pango_layout_get_pixel_size(layout, &width, nullptr);
        return width;
    }
    static double draw_code(cairo_t* cairo, const std::string& content, double y, double width);
};

double ReceiptPainter::Fonts::draw_code(cairo_t* cairo, const std::string& content, double y, double width) {
    const auto code = qr_matrix(content);
    if (!code) throw std::runtime_error("a receipt's code cannot be made");
    const int module = 5; // dots; at least 4 for cheap paper (design guide 26)
    const double side = code->size * module;
    const double left = std::floor((width - side) / 2);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    for (int row = 0; row < code->size; ++row)
        for (int column = 0; column < code->size; ++column)
            if (code->at(column, row))
                cairo_rectangle(cairo, left + column * module, y + (qr_quiet_zone + row) * module, module, module);
    cairo_fill(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
    return side + 2 * qr_quiet_zone * module;
}

double ReceiptPainter::Fonts::draw(cairo_t* cairo, const Receipt& receipt, double width) const {
    const double inner = width - 2 * margin;
    double y = margin;
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (const auto& row : receipt.rows) {
        const auto style = style_of(row.kind);
        const auto show = [&](PangoLayout* text, double x) {
            cairo_move_to(cairo, x, y);
            pango_cairo_show_layout(cairo, text);
        };
        switch (row.kind) {
        case Kind::title:
        case Kind::centred:
        case Kind::small_centred: {
            const auto text = layout(cairo, row.left, style, inner);
            pango_layout_set_alignment(text.get(), PANGO_ALIGN_CENTER);
            show(text.get(), margin);
            y += height_of(text.get());
            break;
        }
        case Kind::pair:
        case Kind::strong_pair:
        case Kind::item: {
            const auto right = layout(cairo, row.right, style, inner);
            const double right_width = width_of(right.get());
            const auto left = layout(cairo, row.left, style, inner - right_width - 16);
            show(left.get(), margin);
            show(right.get(), width - margin - right_width);
            y += std::max(height_of(left.get()), height_of(right.get()));
            break;
        }
        case Kind::detail: {
            const auto text = layout(cairo, row.left, style, inner - 16);
            show(text.get(), margin + 16);
            y += height_of(text.get());
            break;
        }
        case Kind::rule:
            for (double x = margin; x < width - margin; x += 8)
                cairo_rectangle(cairo, x, y + 7, 5, 2);
            cairo_fill(cairo);
            y += 16;
            break;
        case Kind::space:
            y += 12;
            break;
        case Kind::qr:
            y += draw_code(cairo, row.left, std::ceil(y), width);
            break;
        }
    }
    return std::ceil(y + margin);
}

ReceiptPainter::ReceiptPainter(const std::filesystem::path& asset_root) : fonts_(std::make_unique<Fonts>(asset_root)) {}
ReceiptPainter::~ReceiptPainter() = default;

namespace {

Surface grey_surface(int width, int height) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
    const Context cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    return surface;
}

} // namespace

bool Bitmap::black(int x, int y) const {
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width / 8) + static_cast<std::size_t>(x / 8);
    return (bits.at(at) >> (7 - x % 8) & 1) != 0;
}

Bitmap ReceiptPainter::paint(const Receipt& receipt, int width_dots) {
    const auto probe = grey_surface(width_dots, 8);
    const Context measuring(cairo_create(probe.get()));
    const int height = std::min(longest, static_cast<int>(fonts_->draw(measuring.get(), receipt, width_dots)));
    const auto surface = grey_surface(width_dots, height);
    const Context cairo(cairo_create(surface.get()));
    fonts_->draw(cairo.get(), receipt, width_dots);
    cairo_surface_flush(surface.get());
    Bitmap bitmap{width_dots, height, {}};
    const int row_bytes = width_dots / 8;
    bitmap.bits.assign(static_cast<std::size_t>(row_bytes) * static_cast<std::size_t>(height), 0);
    const auto* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width_dots; ++x)
            if (pixels[y * stride + x * 4 + 1] < darkest_kept)
                bitmap.bits[static_cast<std::size_t>(y * row_bytes + x / 8)] |=
                    static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(x % 8));
    return bitmap;
}

Result<> ReceiptPainter::write_png(const Receipt& receipt, const std::filesystem::path& file, int width_dots) {
    return write_bitmap_png(paint(receipt, width_dots), file);
}

Result<> write_bitmap_png(const Bitmap& bitmap, const std::filesystem::path& file) {
    const auto surface = grey_surface(bitmap.width, bitmap.height);
    auto* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x)
            if (bitmap.black(x, y)) std::fill_n(pixels + y * stride + x * 4, 4, static_cast<unsigned char>(0));
    cairo_surface_mark_dirty(surface.get());
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        if (cairo_surface_write_to_png(surface.get(), part.c_str()) != CAIRO_STATUS_SUCCESS) return cannot_write(part);
        return {};
    });
}

Result<> ReceiptPainter::write_pdf(const Receipt& receipt, const std::filesystem::path& file, int width_dots) {
    const auto probe = grey_surface(width_dots, 8);
    const Context measuring(cairo_create(probe.get()));
    const double height = fonts_->draw(measuring.get(), receipt, width_dots);
    constexpr double points_per_dot = 72.0 / 203.0;
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        const Surface surface(
            cairo_pdf_surface_create(part.c_str(), width_dots * points_per_dot, height * points_per_dot));
        {
            const Context cairo(cairo_create(surface.get()));
            cairo_scale(cairo.get(), points_per_dot, points_per_dot);
            fonts_->draw(cairo.get(), receipt, width_dots);
            cairo_show_page(cairo.get());
        }
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return cannot_write(part);
        return {};
    });
}

namespace {

std::vector<std::uint8_t> without_immediate_commands(std::vector<std::uint8_t> bits) {
    for (std::size_t i = 0; i + 1 < bits.size(); ++i) {
        const bool begins = bits[i] == 0x10;
        if (begins && (bits[i + 1] == 0x04 || bits[i + 1] == 0x05 || bits[i + 1] == 0x14)) bits[i] = 0x18;
    }
    return bits;
}

} // namespace

std::string escpos_bytes(const Bitmap& bitmap, bool open_drawer) {
    std::string bytes("\x1b\x40", 2); // initialise
    if (open_drawer) bytes += std::string("\x1b\x70\x00\x19\xfa", 5);
    const int row_bytes = bitmap.width / 8;
    constexpr int command = 8; // bytes before the dots
    const int band = std::clamp((longest_command - command) / std::max(1, row_bytes), 1, 255);
    const auto bits = without_immediate_commands(bitmap.bits);
    for (int top = 0; top < bitmap.height; top += band) {
        const int rows = std::min(band, bitmap.height - top);
        bytes += std::string("\x1d\x76\x30\x00", 4);
        for (const int number : {row_bytes, rows}) {
            bytes += static_cast<char>(number & 0xFF);
            bytes += static_cast<char>(number >> 8);
        }
        const auto* first = bits.data() + static_cast<std::ptrdiff_t>(top) * row_bytes;
        bytes.append(reinterpret_cast<const char*>(first), static_cast<std::size_t>(rows * row_bytes));
    }
    bytes += std::string("\x1b\x64\x04\x1d\x56\x42\x00", 7); // feed four lines, cut
    return bytes;
}

} // namespace ocop
