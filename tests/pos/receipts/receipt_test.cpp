#include "pos/receipts/receipt_raster.h"

#include "pos/base/asset_root.h"
#include "pos/payments/vietqr.h"
#include "pos/store/whole_file.h"
#include "tests/support/program.h"
#include "tests/support/slips.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using ocop::testing::run_program;
using ocop::testing::TemporaryFolder;

namespace {

Sale honey_sale() { // with something taken off
    Sale sale = test::slip_sale("id");
    auto& line = sale.lines.front();
    line.discount = sale.discount = Dong{10'000};
    line.total = sale.total = Dong{360'000};
    sale.payments = {{PaymentMethod::cash, Dong{360'000}, Dong{400'000}, Dong{40'000}, {}, {}, {}}};
    sale.change = Dong{40'000};
    return sale;
}

struct Printer {
    std::filesystem::path assets = OCOP_SOURCE_DIR "/assets";
    Language language = std::move(*Language::load(assets, "vi"));
    BoothSettings booth;
    Printer() {
        booth.shop_name = "Đặc sản Hạ Long";
        booth.booth_name = "Gian A01";
    }
    Receipt receipt(int copy = 0) const { return make_receipt(honey_sale(), booth, language, copy); }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// The picture again, out of the printer's bytes: a reader of GS v 0 that shares nothing with the writer.
Bitmap printed(const std::string& bytes) {
    Bitmap paper;
    std::size_t at = 0;
    const auto number = [&](std::size_t where) {
        return static_cast<unsigned char>(bytes.at(where)) + 256 * static_cast<unsigned char>(bytes.at(where + 1));
    };
    while ((at = bytes.find(std::string("\x1d\x76\x30", 3), at)) != std::string::npos) {
        const int row_bytes = number(at + 4);
        const int rows = number(at + 6);
        CHECK(8 + row_bytes * rows <= longest_command);
        paper.width = row_bytes * 8;
        paper.height += rows;
        const auto size = static_cast<std::size_t>(row_bytes * rows);
        const auto band = bytes.substr(at + 8, size);
        REQUIRE(band.size() == size);
        paper.bits.insert(paper.bits.end(), band.begin(), band.end());
        at += 8 + size;
    }
    return paper;
}

} // namespace

TEST_CASE("a slip names maker, star and lot under its line and never calls itself an invoice", "[receipts]") {
    const Printer printer;
    const auto text = receipt_text(printer.receipt());
    for (const char* part : {"PHIẾU THANH TOÁN", "Phiếu này không phải hóa đơn GTGT", "Q2A-000137", "23/11/2026 10:42",
                             "Mật ong rừng Bình Liêu", "360.000", "HTX Hợp Tiến", "3 sao", "HT-1126", "40.000"}) {
        INFO(part);
        CHECK(holds(text, part));
    }
    CHECK_FALSE(holds(text, "HÓA ĐƠN"));
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find('\n', from);
        const auto line = text.substr(from, end - from);
        CHECK(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }) <= 42);
        from = end + 1;
    }
    CHECK_FALSE(holds(text, "BẢN SAO"));
    CHECK(holds(receipt_text(printer.receipt(2)), "BẢN SAO 2"));
    auto practice = honey_sale();
    practice.training = true;
    CHECK(holds(receipt_text(make_receipt(practice, printer.booth, printer.language)),
                printer.language.text("receipt.training")));
}

TEST_CASE("a slip shows what was taken off a line, off the order, and the price that is listed", "[receipts]") {
    const Printer printer;
    auto sale = honey_sale();
    sale.lines[0].listed_price = Dong{190'000};
    sale.lines[0].discount = Dong{30'000};
    sale.lines[0].cart_discount = Dong{20'000};
    sale.lines[0].total = Dong{340'000};
    sale.discount = Dong{30'000};
    sale.total = Dong{340'000};
    sale.note = "Gói quà";
    Adjustment line;
    line.line = 1;
    line.reason = "Mừng hội chợ";
    Adjustment order;
    order.kind = Adjustment::Kind::cart_discount;
    order.reason = "Khách quen";
    sale.adjustments = {line, order};
    const auto text = receipt_text(make_receipt(sale, printer.booth, printer.language));
    for (const char* part : {"360.000", "giảm 10.000 · Mừng hội chợ", "(giá niêm yết 190.000)", "−10.000",
                             "Giảm cả đơn · Khách quen", "−20.000", "340.000", "Ghi chú: Gói quà"}) {
        INFO(part);
        CHECK(holds(text, part));
    }
}

TEST_CASE("what the printer is sent is the picture, in bands, on both widths of paper", "[receipts]") {
    const Printer printer;
    ReceiptPainter painter(printer.assets);
    for (const int width : {dots_80mm, dots_58mm}) {
        const auto bitmap = painter.paint(printer.receipt(), width);
        CHECK(bitmap.width == width);
        CHECK(std::count_if(bitmap.bits.begin(), bitmap.bits.end(), [](auto byte) { return byte != 0; }) > 500);
        const auto paper = printed(escpos_bytes(bitmap, false));
        CHECK(paper.width == bitmap.width);
        CHECK(paper.height == bitmap.height);
        CHECK(test::is_picture(paper.bits, bitmap.bits));
    }
    // Dots that spell "open the drawer now" to a printer are one dot different.
    Bitmap spells{16, 1, {0x10, 0x14}};
    CHECK(printed(escpos_bytes(spells, false)).bits == std::vector<std::uint8_t>{0x18, 0x14});
    const auto bitmap = painter.paint(printer.receipt());
    const std::string drawer("\x1b\x70\x00", 3);
    CHECK(holds(escpos_bytes(bitmap, true), drawer));
    CHECK_FALSE(holds(escpos_bytes(bitmap, false).substr(0, 8), drawer));
}

TEST_CASE("a code on a slip is read by a phone's reader, and the PDF keeps its Vietnamese", "[receipts]") {
    const Printer printer;
    const TemporaryFolder folder;
    ReceiptPainter painter(printer.assets);
    auto receipt = printer.receipt();
    const std::string content = "https://ocop.example/p/MAT-ONG?x=1";
    receipt.rows.push_back({ReceiptRow::Kind::qr, content, {}});
    const auto png = folder.path() / "slip.png";
    REQUIRE(painter.write_png(receipt, png));
    const auto read = run_program("/usr/bin/zbarimg", {"-q", "--raw", png.string()});
    CHECK(read.status == 0);
    CHECK(holds(read.out, content + "\n"));
    CHECK(holds(read.out, "OCOP-RECEIPT:Q2A-000137:id\n")); // the slip's own, for a refund

    const auto pdf = folder.path() / "slip.pdf";
    REQUIRE(painter.write_pdf(receipt, pdf));
    const auto text = run_program("/usr/bin/pdftotext", {pdf.string(), "-"});
    REQUIRE(text.status == 0);
    for (const char* part : {"PHIẾU THANH TOÁN", "Mật ong rừng Bình Liêu", "Nguyễn Thị Hạnh"})
        CHECK(holds(text.out, part));
    CHECK_FALSE(painter.write_png(receipt, folder.path() / "no" / "where.png"));
}
