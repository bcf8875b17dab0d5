#include "tests/support/slips.h"

#include <algorithm>
#include <map>

namespace ocop::test {
namespace {

const Language& vietnamese() {
    static const Language language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    return language;
}

} // namespace

Sale slip_sale(const std::string& id) {
    Sale sale;
    sale.id = id;
    sale.receipt = "Q2A-000137";
    sale.staff_name = "Nguyễn Thị Hạnh";
    sale.sold_at = instant_of(*Day::parse("2026-11-23"), {10, 42, 0});
    sale.business_date = *Day::parse("2026-11-23");
    SaleLine line;
    line.name = "Mật ong rừng Bình Liêu";
    line.producer_name = "HTX Hợp Tiến";
    line.stars = 3;
    line.unit = "hũ";
    line.quantity = Quantity::of(2);
    line.unit_price = Dong{185'000};
    line.total = Dong{370'000};
    line.lot = "HT-1126";
    sale.lines.push_back(line);
    sale.subtotal = sale.total = Dong{370'000};
    sale.payments.push_back({PaymentMethod::cash, Dong{370'000}, Dong{400'000}, Dong{30'000}, {}, {}, {}});
    sale.change = Dong{30'000};
    return sale;
}

Receipt slip(int copy) {
    BoothSettings booth;
    booth.shop_name = "Đặc sản Hạ Long";
    return make_receipt(slip_sale(), booth, vietnamese(), copy);
}

const Bitmap& slip_picture(int dots) {
    static ReceiptPainter painter(OCOP_SOURCE_DIR "/assets");
    static std::map<int, Bitmap> painted;
    const auto known = painted.find(dots);
    return known != painted.end() ? known->second : painted.emplace(dots, painter.paint(slip(), dots)).first->second;
}

bool is_picture(const std::vector<std::uint8_t>& paper, const std::vector<std::uint8_t>& drawn) {
    return std::equal(paper.begin(), paper.end(), drawn.begin(), drawn.end(),
                      [](std::uint8_t printed, std::uint8_t wanted) {
                          return printed == wanted || (wanted == 0x10 && printed == 0x18);
                      });
}

} // namespace ocop::test
