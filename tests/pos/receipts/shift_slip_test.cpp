#include "pos/receipts/shift_slip.h"

#include "pos/base/asset_root.h"
#include "pos/receipts/receipt_raster.h"
#include "pos/text/format.h"
#include "tests/support/shift_booth.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using ocop::testing::ShiftBooth;

namespace {

struct Office {
    ShiftBooth booth;
    Till till = booth.create();
    Language language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    BoothSettings settings;
    SlipContext context{settings, "Q2", till.staff(), language};

    explicit Office(bool training = false) {
        settings.shop_name = "Đặc sản Hạ Long";
        REQUIRE(till.open_shift(booth.lan, Dong{500'000}, training));
        booth.sell(till, 0, 2000, {{PaymentMethod::cash, Dong{90'000'000}, {}}});
        booth.sell(till, 3, 1000, {{PaymentMethod::transfer, Dong{}, "OC7KQ2MX"}});
        REQUIRE(till.move_cash({Dong{-100'000}, "Nộp ban tổ chức", booth.mai, {}}));
    }
    std::string x(bool expected = true) {
        return receipt_text(make_x_slip(*till.shift(), *till.shift_figures(), booth.clock.now(), context, expected));
    }
    ZReport close() {
        const auto shift = *till.pull_shift(booth.lan);
        const auto expected = till.shift_figures(shift.id)->expected_cash;
        return *till.count_shift({shift.id,
                                  booth.mai,
                                  expected - Dong{50'000},
                                  {{Dong{500'000}, 4}},
                                  {Dong{1'000}},
                                  "Trả nhầm tiền thừa",
                                  "Đơn Q2A-000001"});
    }
};

bool slip_holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("an X slip says when it is true and hides what is going to be counted", "[receipts][shifts]") {
    Office office;
    const auto whole = office.x();
    CHECK(slip_holds(whole, "BÁO CÁO X"));
    CHECK(slip_holds(whole, "23/11/2026 08:00"));
    CHECK(slip_holds(whole, "Nguyễn Thị Lan"));
    CHECK(slip_holds(whole, "Q2A-000001 – Q2A-000002"));
    CHECK(slip_holds(whole, "Phải có trong két"));
    CHECK_FALSE(slip_holds(whole, "CA TẬP"));
    const auto blind = office.x(false);
    CHECK_FALSE(slip_holds(blind, "Phải có trong két"));
    CHECK_FALSE(slip_holds(blind, "Tiền mặt khách đưa"));
    CHECK(slip_holds(blind, "Doanh thu thuần"));
}

TEST_CASE("a Z slip prints the stored report: signed rows, the count, the difference and its reason",
          "[receipts][shifts]") {
    Office office;
    const auto report = office.close();
    const auto slip = receipt_text(make_z_slip(report, office.context));
    CHECK(slip_holds(slip, "BÁO CÁO Z"));
    CHECK(slip_holds(slip, "90.000.000"));
    CHECK(slip_holds(slip, format_number(-report.figures.change_given.amount, office.language)));
    CHECK(slip_holds(slip, "500.000 × 4"));
    CHECK(slip_holds(slip, format_money(Dong{-50'000}, office.language)));
    CHECK(slip_holds(slip, "Trả nhầm tiền thừa"));
    CHECK(slip_holds(slip, "Đơn Q2A-000001"));
    CHECK(slip_holds(slip, "Lê Thị Mai"));
    CHECK(slip_holds(receipt_text(make_z_slip(report, office.context, 2)), "BẢN SAO 2"));
}

TEST_CASE("a Z slip tells of refunds and of lines taken out of orders, when there were any", "[receipts][shifts]") {
    Office office;
    auto report = office.close();
    CHECK_FALSE(slip_holds(receipt_text(make_z_slip(report, office.context)), "Trong đó hoàn tiền"));
    report.figures.refunds = 2;
    report.figures.refunded = Dong{620'000};
    report.figures.removed_lines = 3;
    report.figures.removed = Dong{145'000};
    const auto slip = receipt_text(make_z_slip(report, office.context));
    CHECK(slip_holds(slip, "Trong đó hoàn tiền"));
    CHECK(slip_holds(slip, "−620.000"));
    CHECK(slip_holds(slip, "Dòng bỏ khỏi đơn"));
    CHECK(slip_holds(slip, "145.000"));
}

TEST_CASE("a training shift says so on its slips", "[receipts][shifts][training]") {
    Office office(true);
    CHECK(slip_holds(office.x(), "CA TẬP"));
    CHECK(slip_holds(receipt_text(make_z_slip(office.close(), office.context)), "CA TẬP"));
}

TEST_CASE("slips of shifts fit both papers, as text and as dots", "[receipts][shifts]") {
    Office office;
    const auto report = office.close();
    ReceiptPainter painter(*find_asset_root());
    for (const int width : {dots_58mm, dots_80mm}) {
        const auto bitmap = painter.paint(make_z_slip(report, office.context), width);
        CHECK(bitmap.width == width);
        CHECK(bitmap.height > 600);
        bool edge = false; // nothing touches the paper's edge
        for (int y = 0; y < bitmap.height; ++y)
            edge = edge || bitmap.black(0, y) || bitmap.black(width - 1, y);
        CHECK_FALSE(edge);
    }
    const auto text = receipt_text(make_z_slip(report, office.context), 32);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        const auto line = text.substr(at, end - at);
        const auto letters = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
        CHECK(letters <= 32);
        at = end + 1;
    }
}
