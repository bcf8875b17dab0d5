// A receipt as dots, for printers and pictures.
#pragma once

#include "pos/receipts/receipt.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ocop {

// One bit a dot, rows padded to whole bytes, most significant bit left, 1 = black (as ESC/POS raster wants it).
struct Bitmap {
    int width = 0; // dots, a multiple of 8
    int height = 0;
    std::vector<std::uint8_t> bits;
    bool black(int x, int y) const;
};

inline constexpr int dots_80mm = 576; // 72 mm printable at 203 dpi
inline constexpr int dots_58mm = 384;

// Draws receipts with the product's own fonts, never the system's. Making one costs tens of milliseconds (fonts are
// found and read); keep it. One thread at a time.
class ReceiptPainter {
public:
    explicit ReceiptPainter(const std::filesystem::path& asset_root);
    ~ReceiptPainter();
    ReceiptPainter(const ReceiptPainter&) = delete;
    ReceiptPainter& operator=(const ReceiptPainter&) = delete;

    Bitmap paint(const Receipt& receipt, int width_dots = dots_80mm);
    Result<> write_png(const Receipt& receipt, const std::filesystem::path& file, int width_dots = dots_80mm);
    Result<> write_pdf(const Receipt& receipt, const std::filesystem::path& file, int width_dots = dots_80mm);

private:
    struct Fonts;
    std::unique_ptr<Fonts> fonts_;
};

Result<> write_bitmap_png(const Bitmap& bitmap, const std::filesystem::path& file);

// No command is longer: cheap printers hold no more, and print the rest of a longer one as garbage.
inline constexpr int longest_command = 4096; // bytes

// ESC/POS: initialise, the bitmap as GS v 0 in bands, feed, cut; optionally the drawer pulse first. Where the picture
// spells a command that printers obey at once, wherever it stands (DLE EOT, ENQ, DC4), one dot more is black.
std::string escpos_bytes(const Bitmap& bitmap, bool open_drawer);

} // namespace ocop
