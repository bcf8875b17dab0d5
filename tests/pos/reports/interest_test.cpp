#include "pos/reports/interest.h"

#include "pos/reports/export_file.h"
#include "pos/store/whole_file.h"
#include "tests/support/enquiries.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

TEST_CASE("views stand beside sales, most seen first, on the days that were asked for", "[reports]") {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {9, 0, 0})};
    SeededRandomness randomness{1};
    TestReaders keys;
    auto till = enquiry_till({folder.path() / "till"}, keys.readers, clock, randomness);
    auto& database = till.journal().database();
    CHECK(interest_rows(database, {}).empty());

    const Product* goods = nullptr;
    for (const auto& product : till.catalogue()->products())
        if (product.price && product.sold_by == SoldBy::piece) goods = &product;
    REQUIRE(goods != nullptr);
    REQUIRE(till.open_shift(StaffId("lan"), Dong{}));
    auto cart = till.new_cart();
    REQUIRE(add_to_cart(cart, *goods, Quantity::of(2)));
    REQUIRE(till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, StaffId("lan")));

    UsageCounts counts;
    counts.products[goods->sku] = {3, 90'000, 1, 1, 0, 0, 0};
    counts.products[Sku("only-seen")] = {8, 1000, 0, 0, 0, 0, 1};
    REQUIRE(till.count_usage(hour_of(clock.now()), counts));
    REQUIRE(till.close_usage_hour(true));

    const auto rows = interest_rows(database, {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].sku == "only-seen");
    CHECK(rows[0].name == "only-seen");
    CHECK(rows[0].sold == Quantity{});
    CHECK(rows[1].usage.views == 3);
    CHECK(rows[1].sold == Quantity::of(2));
    CHECK(rows[1].net == *goods->price + *goods->price);

    SaleFilter filter;
    filter.from = filter.to = *Day::parse("2026-11-24");
    CHECK(interest_rows(database, filter).empty());
    filter.from = filter.to = *Day::parse("2026-11-23");
    CHECK(interest_rows(database, filter).size() == 2);
    filter.producer = goods->producer;
    CHECK(interest_rows(database, filter).size() == 1);

    const auto file = folder.path() / "sales.xlsx";
    const auto language = Language::load(std::filesystem::path(OCOP_SOURCE_DIR) / "assets", "vi");
    REQUIRE(export_xlsx(database, {}, *language, file));
    CHECK(read_bytes(file, 10'000'000)->substr(0, 2) == "PK");
}
