#include "pos/till/till.h"

#include "pos/catalogue/release.h"
#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "pos/receipts/receipt.h"
#include "pos/reports/sale_rows.h"
#include "pos/till/sale_search.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

const std::vector<Tender> in_cash{{PaymentMethod::cash, Dong{}, {}}};

struct RefundBooth {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};
    StaffId mai{"mai"};
    Till till = create();
    Sale sale;

    RefundBooth() {
        REQUIRE(till.open_shift(lan, Dong{500'000}));
        sale = sell(3, false);
    }
    Till create() {
        auto made = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(20), {});
        REQUIRE(made.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(made.set_staff({lan, "Nguyễn Thị Lan", Role::cashier, *hash_pin("123456"), true}));
        REQUIRE(made.set_staff({mai, "Lê Thị Mai", Role::manager, *hash_pin("654321"), true}));
        return made;
    }
    Sale sell(std::int64_t pieces, bool transfer) {
        auto cart = till.new_cart();
        for (const auto& product : till.catalogue()->products())
            if (cart.lines.size() < 2 && product.price && product.sold_by == SoldBy::piece)
                REQUIRE(add_to_cart(cart, product, Quantity::of(pieces)));
        REQUIRE(give_discount(cart, std::nullopt, {Dong{1'001}, {}, "Khách quen", {lan, {}}}));
        const std::vector<Tender> tenders =
            transfer ? std::vector<Tender>{{PaymentMethod::transfer, Dong{}, "OCAB34CD"}} : in_cash;
        const auto sold = till.complete_sale(cart, tenders, lan);
        REQUIRE(sold);
        return *sold;
    }
    RefundRequest request(std::vector<RefundRequest::Part> parts) {
        RefundRequest asked;
        asked.id = make_uuid_v7(clock.now(), randomness);
        asked.sale_id = sale.id;
        asked.parts = std::move(parts);
        asked.reason = "Lỗi bao bì";
        asked.approval = {lan, mai};
        return asked;
    }
    Database& database() { return till.journal().database(); }
};

} // namespace

TEST_CASE("a refund takes its part off stock, shift and exports, and leaves the sale as it was", "[till]") {
    RefundBooth booth;
    const auto sku = booth.sale.lines[0].sku;
    const auto perpetual = booth.till.journal().head().perpetual_total;
    const auto before = *read_sale(booth.database(), booth.sale.id);
    const auto refund = booth.till.refund_sale(booth.request({{1, Quantity::of(2)}}));
    REQUIRE(refund);
    CHECK(refund->receipt == "Q2A-000002");
    CHECK(booth.till.next_receipt() == "Q2A-000003");
    CHECK(booth.till.stock_of(sku) == Quantity::of(-1));
    CHECK(*read_sale(booth.database(), booth.sale.id) == before);
    CHECK(booth.till.journal().head().perpetual_total == perpetual);
    const auto figures = *booth.till.shift_figures();
    CHECK(figures.sales == 1);
    CHECK(figures.refunds == 1);
    CHECK(figures.refunded == refund->total);
    CHECK(figures.net == booth.sale.total - refund->total);
    CHECK(figures.gross - figures.discount == figures.net);
    CHECK(figures.expected_cash == Dong{500'000} + booth.sale.total - refund->total);
    Dong exported;
    std::string amends;
    for_each_sale_row(booth.database(), {}, [&](const SaleRow& row) {
        exported += row.total;
        if (!row.amends.empty()) amends = row.amends + " " + row.reasons;
    });
    CHECK(exported == figures.net);
    CHECK(amends == "Q2A-000001 Lỗi bao bì");
    const auto by_day = sale_totals(booth.database(), {}, TotalBy::day);
    REQUIRE(by_day.size() == 1);
    CHECK(by_day[0].sales == 1);
    CHECK(by_day[0].net == figures.net);
    for (const char* table : {"sale", "sale_line", "payment", "refund", "refund_line", "adjustment", "stock"}) {
        const auto digest = table_digest(booth.database(), table);
        rebuild_projections(booth.database());
        INFO(table);
        CHECK(table_digest(booth.database(), table) == digest);
    }
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("what was refunded is not refunded again, even piece by piece, and the last makes the sale whole", "[till]") {
    RefundBooth booth;
    Dong back;
    for (int piece = 0; piece < 3; ++piece) {
        const auto refund = booth.till.refund_sale(booth.request({{1, Quantity::of(1)}}));
        REQUIRE(refund);
        back += refund->total;
    }
    CHECK(back == booth.sale.lines[0].total);
    CHECK(booth.till.refund_sale(booth.request({{1, Quantity::of(1)}})).error().key == "error.refund_more");
    const auto rest = booth.till.refund_sale(booth.request({{2, Quantity::of(3)}}));
    REQUIRE(rest);
    CHECK(booth.till.shift_figures()->net == Dong{});
    CHECK(refundable_sale(booth.database(), booth.sale.id)->over());
}

TEST_CASE("the same refund asked for twice is one, and goods for the maker do not come back to the shelf", "[till]") {
    RefundBooth booth;
    auto request = booth.request({{1, Quantity::of(1)}});
    request.goods = GoodsTo::producer;
    const auto first = booth.till.refund_sale(request);
    const auto again = booth.till.refund_sale(request);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    CHECK(booth.till.stock_of(booth.sale.lines[0].sku) == Quantity::of(-3));
    CHECK(booth.till.shift_figures()->refunds == 1);
}

TEST_CASE("without a shift, a manager, or in training nothing real is refunded", "[till]") {
    RefundBooth booth;
    auto request = booth.request({{1, Quantity::of(1)}});
    request.approval.allowed_by = StaffId();
    CHECK(booth.till.refund_sale(request).error().key == "error.refund_needs_manager");
    REQUIRE(booth.till.close_shift(booth.lan, booth.till.shift_figures()->expected_cash, ""));
    CHECK(booth.till.refund_sale(booth.request({{1, Quantity::of(1)}})).error().key == "error.no_shift");
    REQUIRE(booth.till.open_shift(booth.lan, Dong{}, true));
    CHECK(booth.till.refund_sale(booth.request({{1, Quantity::of(1)}})).error().key == "error.refund_training");
    REQUIRE(booth.till.close_shift(booth.lan, Dong{}, ""));
    REQUIRE(booth.till.open_shift(booth.lan, Dong{}));
    const auto later = booth.till.refund_sale(booth.request({{1, Quantity::of(1)}})); // after its shift was signed off
    REQUIRE(later);
    CHECK(booth.till.shift_figures()->net == -later->total);
    CHECK(booth.till
              .refund_sale([&] {
                  auto unknown = booth.request({{1, Quantity::of(1)}});
                  unknown.sale_id = "nothing";
                  return unknown;
              }())
              .error()
              .key == "error.no_sale");
}

TEST_CASE("a sale is found by its number, its last digits, its amount, its transfer and the code of its slip",
          "[till]") {
    RefundBooth booth;
    const auto second = booth.sell(1, true);
    const auto found = [&](const std::string& asked) {
        const auto sales = find_sales(booth.database(), {asked, std::nullopt, 10});
        return sales.size() == 1 ? sales[0].receipt : std::to_string(sales.size());
    };
    CHECK(found("Q2A-000002") == second.receipt);
    CHECK(found("q2a-000002") == second.receipt);
    CHECK(found("002") == second.receipt);
    CHECK(found("OCAB34CD") == second.receipt);
    CHECK(found(std::to_string(second.total.amount)) == second.receipt);
    CHECK(found("OCOP-RECEIPT:Q2A-000002:" + second.id) == second.receipt);
    CHECK(found("OCOP-RECEIPT:Q2A-000002:other") == "0");
    CHECK(found("' OR 1=1 --") == "0");
    CHECK(find_sales(booth.database(), {"", *Day::parse("2026-11-23"), 10}).size() == 2);
    CHECK(find_sales(booth.database(), {"", *Day::parse("2026-11-22"), 10}).empty());
    REQUIRE(booth.till.refund_sale(booth.request({{1, Quantity::of(1)}})));
    const auto sales = find_sales(booth.database(), {});
    REQUIRE(sales.size() == 3);
    CHECK(sales[0].amends == "Q2A-000001");
    CHECK(sales[0].total.amount < 0);
    CHECK(sales[2].refunded == -sales[0].total);
    CHECK(sale_id_of_slip("OCOP-RECEIPT:Q2A-000002:abc") == "abc");
    CHECK_FALSE(sale_id_of_slip("OCOP-RECEIPT:Q2A"));
    CHECK_FALSE(sale_id_of_slip("8938500000000"));
}

TEST_CASE("the slip of a refund names the sale, both people, the reason and what comes back", "[receipts]") {
    RefundBooth booth;
    const auto refund = booth.till.refund_sale(booth.request({{1, Quantity::of(1)}}));
    REQUIRE(refund);
    const auto language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    const auto text = receipt_text(make_refund_receipt(*refund, {}, language));
    for (const char* part : {"PHIẾU HOÀN TIỀN", "Phiếu này không phải hóa đơn GTGT", "Q2A-000001", "Q2A-000002",
                             "Nguyễn Thị Lan", "Lê Thị Mai", "Lỗi bao bì", "Trả lại khách", "Tiền mặt"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
}
