#include "tests/support/screens/showroom.h"

#include "pos/catalogue/import/demo_tables.h"
#include "pos/catalogue/import/package_reader.h"
#include "tests/support/headless_ui.h"
#include "tests/support/screens/hard_products.h"

#include <stdexcept>
#include <utility>

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

BoothSettings booth() {
    BoothSettings settings;
    settings.shop_name = "Cửa hàng Đặc sản Hạ Long và Vân Đồn";
    settings.shop_address = "Dữ liệu mẫu";
    settings.fair = FairId("mau-2026");
    settings.fair_name = "Hội chợ OCOP khu vực phía Bắc, Quảng Ninh 2026 (dữ liệu mẫu)";
    settings.booth = BoothId("A01");
    settings.booth_name = "Nhà trưng bày Hạ Long, gian A01";
    settings.bank_bin = "999999";
    settings.bank_account = "0000000000";
    settings.bank_holder = "TAI KHOAN MAU";
    return settings;
}

Shift open_shift() {
    Shift shift;
    shift.id = ShiftId("shift-7");
    shift.number = 7;
    shift.opened_by = StaffId("lan");
    shift.opened_at = showroom_time();
    shift.business_date = showroom_day();
    shift.opening_float = Dong{500'000};
    return shift;
}

ShiftFigures figures() {
    ShiftFigures result;
    result.sales = 48;
    result.gross = Dong{18'650'000};
    result.discount = Dong{150'000};
    result.net = Dong{18'500'000};
    result.by_method = {{"cash", Dong{12'345'000}}, {"transfer", Dong{6'155'000}}};
    result.unconfirmed_transfers = Dong{285'000};
    result.items = 131;
    result.by_group = {{"food", Dong{9'480'000}},
                       {"drink", Dong{4'950'000}},
                       {"herbal", Dong{2'720'000}},
                       {"craft", Dong{1'220'000}},
                       {"tourism", Dong{130'000}}};
    result.opening_float = Dong{500'000};
    result.cash_taken = Dong{14'560'000};
    result.change_given = Dong{2'215'000};
    result.cash_in = Dong{200'000};
    result.cash_out = Dong{200'000};
    result.expected_cash = Dong{12'845'000};
    result.drawer_openings = 2;
    result.first_receipt = "Q2A-000090";
    result.last_receipt = "Q2A-000137";
    return result;
}

std::unique_ptr<Showroom> made(std::shared_ptr<const Catalogue> catalogue, StockLevels stock) {
    auto room = std::make_unique<Showroom>();
    room->catalogue = std::move(catalogue);
    auto snapshot = std::make_shared<TillSnapshot>();
    snapshot->catalogue = room->catalogue;
    snapshot->search = std::make_shared<const ProductSearch>(room->catalogue);
    snapshot->media = std::make_shared<const std::unordered_map<std::string, std::string>>();
    snapshot->stock = stock;
    snapshot->staff = {{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true},
                       {StaffId("mai"), "Hoàng Phương Quỳnh Mai", Role::manager, {}, true},
                       {StaffId("duc"), "Trần Đức", Role::organiser, {}, true}};
    snapshot->booth = booth();
    snapshot->shift = open_shift();
    snapshot->figures = figures();
    auto pulled = open_shift();
    pulled.id = ShiftId("shift-6");
    pulled.number = 6;
    pulled.opened_at = instant_of(showroom_day(), {7, 45, 0});
    pulled.pulled_at = instant_of(showroom_day(), {10, 30, 0});
    snapshot->pulled.push_back({pulled, figures()});
    snapshot->last_z.emplace().notes = {{Dong{100'000}, 3}, {Dong{20'000}, 10}};
    snapshot->next_receipt = "Q2A-000138";
    room->view = std::make_unique<VisitorView>(room->catalogue, std::move(stock), showroom_day());
    room->till = std::make_unique<TillView>(snapshot);
    room->snapshot = std::move(snapshot);
    return room;
}

std::unique_ptr<Showroom> learning() {
    auto room = std::make_unique<Showroom>();
    const Showroom& like = showroom();
    room->catalogue = like.catalogue;
    auto snapshot = std::make_shared<TillSnapshot>(*like.snapshot);
    snapshot->shift->training = true;
    snapshot->pulled.front().shift.training = true;
    room->view = std::make_unique<VisitorView>(room->catalogue, snapshot->stock, showroom_day());
    room->till = std::make_unique<TillView>(snapshot);
    room->snapshot = std::move(snapshot);
    return room;
}

std::unique_ptr<Showroom> full() {
    const auto package = asset_root() / "demo";
    const auto report = read_package(package);
    if (!report.package) throw std::runtime_error("the demo package is broken");
    const Catalogue& demo = report.package->catalogue;
    CatalogueParts parts{demo.products(), demo.producers(), demo.places(), demo.certificates()};
    add_hard_products(parts);
    auto catalogue =
        std::make_shared<const Catalogue>(ReleaseId("mau"), std::move(parts.products), std::move(parts.producers),
                                          std::move(parts.places), std::move(parts.certificates));
    StockLevels stock;
    ProblemList problems;
    for (const auto& row : read_demo_stock(package / "booth.csv", *catalogue, problems))
        stock[row.sku] = row.quantity;
    Showroom names;
    stock[names.full] = Quantity::of(1248);
    stock[names.plain] = Quantity{};
    stock[names.expired] = Quantity::of(2);
    stock[names.weighed] = Quantity{2350};
    stock[names.spirit] = Quantity::of(24);
    return made(std::move(catalogue), std::move(stock));
}

} // namespace

Day showroom_day() {
    return *Day::from_civil(2026, 11, 23);
}

Instant showroom_time() {
    return instant_of(showroom_day(), {10, 42, 0});
}

const Showroom& showroom() {
    static const auto room = full();
    return *room;
}

const Showroom& training_showroom() {
    static const auto room = learning();
    return *room;
}

const Showroom& empty_showroom() {
    static const auto room = made(std::make_shared<const Catalogue>(), {});
    return *room;
}

} // namespace ocop::test
