#include "pos/till/till.h"

#include "pos/catalogue/release.h"
#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "pos/store/whole_file.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/storm_vfs.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

struct SellingBooth {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};

    Till open() { return std::move(*Till::open(directory, "test", clock, randomness)); }

    // A till that knows 40 products and Lan, without an open shift.
    Till create() {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(40), {});
        REQUIRE(stored);
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({lan, "Nguyễn Thị Lan", Role::cashier, *hash_pin("123456"), true}));
        return till;
    }

    Cart cart_of(Till& till, std::int64_t pieces) const {
        auto cart = till.new_cart();
        for (const auto& product : till.catalogue()->products()) {
            if (!product.price || product.sold_by != SoldBy::piece) continue;
            REQUIRE(add_to_cart(cart, product, Quantity::of(pieces)));
            break;
        }
        REQUIRE_FALSE(cart.empty());
        return cart;
    }
};

} // namespace

TEST_CASE("a sale is frozen, counted and found again after a restart", "[till]") {
    SellingBooth booth;
    std::string id;
    {
        auto till = booth.create();
        REQUIRE(till.open_shift(booth.lan, Dong{500'000}));
        const auto cart = booth.cart_of(till, 2);
        id = cart.sale_id;
        CHECK(till.next_receipt() == "Q2A-000001");
        const auto sale = till.complete_sale(cart, {{PaymentMethod::cash, Dong{50'000'000}, {}}}, booth.lan);
        REQUIRE(sale);
        CHECK(sale->receipt == "Q2A-000001");
        CHECK(sale->change == Dong{50'000'000} - sale->total);
        CHECK(till.next_receipt() == "Q2A-000002");
        CHECK(till.stock_of(cart.lines[0].sku) == Quantity::of(-2));
    }
    auto till = booth.open();
    CHECK(till.catalogue()->products().size() == 40);
    CHECK(till.staff().size() == 1);
    REQUIRE(till.shift());
    CHECK(till.shift()->opening_float == Dong{500'000});
    const auto stored = read_sale(till.journal().database(), id);
    REQUIRE(stored);
    CHECK(stored->receipt == "Q2A-000001");
    CHECK(stored->staff_name == "Nguyễn Thị Lan");
    CHECK(till.next_receipt() == "Q2A-000002");
}

TEST_CASE("completing the same cart twice sells it once", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    const auto cart = booth.cart_of(till, 1);
    const std::vector<Tender> cash{{PaymentMethod::cash, Dong{}, {}}};
    const auto first = till.complete_sale(cart, cash, booth.lan);
    const auto again = till.complete_sale(cart, cash, booth.lan);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    CHECK(till.shift_figures()->sales == 1);
}

TEST_CASE("without a shift, or by nobody, nothing is sold", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    const auto cart = booth.cart_of(till, 1);
    const auto seq = till.journal().head().seq;
    CHECK(till.complete_sale(cart, {}, booth.lan).error().key == "error.no_shift");
    CHECK(till.journal().head().seq == seq);
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    CHECK(till.complete_sale(cart, {}, StaffId("nobody")).error().key == "error.unknown_staff");
    CHECK(till.open_shift(booth.lan, Dong{}).error().key == "error.shift_open");
    CHECK(till.shift_figures()->sales == 0);
}

TEST_CASE("a shift closes with the cash that was counted, and a difference needs a reason", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    REQUIRE(till.open_shift(booth.lan, Dong{200'000}));
    const auto cart = booth.cart_of(till, 3);
    const auto sale = till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan);
    REQUIRE(sale);
    const auto expected = Dong{200'000} + sale->total;
    CHECK(till.shift_figures()->expected_cash == expected);
    CHECK(till.close_shift(booth.lan, expected - Dong{1'000}, "").error().key == "error.difference_reason");
    CHECK(till.shift());
    const auto report = till.close_shift(booth.lan, expected - Dong{1'000}, "Trả nhầm tiền lẻ");
    REQUIRE(report);
    CHECK(report->difference == Dong{-1'000});
    CHECK_FALSE(till.shift());
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    CHECK(till.shift()->number == 2);
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("training sales leave stock and the perpetual total alone", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    REQUIRE(till.open_shift(booth.lan, Dong{}, true));
    const auto cart = booth.cart_of(till, 1);
    const auto sale = till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan);
    REQUIRE(sale);
    CHECK(sale->training);
    CHECK(till.journal().head().perpetual_total == Dong{});
    CHECK(till.stock_of(cart.lines[0].sku) == Quantity{});
}

TEST_CASE("a discount names who gave it and the manager who allowed it, for ever", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    REQUIRE(till.set_staff({StaffId("mai"), "Lê Thị Mai", Role::manager, *hash_pin("654321"), true}));
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    auto cart = booth.cart_of(till, 2);
    const auto gross = totals_of(cart).subtotal;
    REQUIRE(give_discount(cart, std::nullopt, {{}, Rate{5'000}, "Mua nhiều", {booth.lan, {}}}));
    CHECK(till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan).error().key ==
          "error.needs_manager");
    REQUIRE(give_discount(cart, std::nullopt, {{}, Rate{5'000}, "Mua nhiều", {booth.lan, StaffId("mai")}}));
    const auto sale = till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan);
    REQUIRE(sale);
    const auto stored = read_sale(till.journal().database(), cart.sale_id);
    REQUIRE(stored);
    REQUIRE(stored->adjustments.size() == 1);
    CHECK(stored->adjustments[0].staff_name == "Nguyễn Thị Lan");
    CHECK(stored->adjustments[0].allowed_by_name == "Lê Thị Mai");
    CHECK(stored->adjustments[0].amount == stored->discount);
    const auto figures = till.shift_figures();
    CHECK(figures->gross == gross);
    CHECK(figures->discount == sale->discount);
    CHECK(figures->net == sale->total);
    auto& database = till.journal().database();
    const auto before = table_digest(database, "adjustment");
    rebuild_projections(database);
    CHECK(table_digest(database, "adjustment") == before);
}

TEST_CASE("a cart on the counter survives a power cut, unless it was paid", "[till]") {
    SellingBooth booth;
    Cart cart;
    {
        auto till = booth.create();
        REQUIRE(till.open_shift(booth.lan, Dong{}));
        cart = booth.cart_of(till, 4);
        REQUIRE(till.save_draft(cart));
    }
    {
        auto till = booth.open();
        CHECK(*till.draft() == cart);
        REQUIRE(till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan));
    }
    auto till = booth.open();
    CHECK(till.draft()->empty());
    CHECK(till.draft()->sale_id != cart.sale_id);
}

TEST_CASE("after an unknown outcome nothing more is sold, counted or closed", "[till][danger]") {
    SellingBooth booth;
    ocop::testing::StormVfs storm;
    auto till = std::move(*Till::create(booth.directory, "test", "Q2", booth.clock, booth.randomness, {storm.name()}));
    const auto stored = store_release(booth.directory, tests::generate_catalogue(10), {});
    REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
    REQUIRE(till.set_staff({booth.lan, "Lan", Role::cashier, *hash_pin("123456"), true}));
    REQUIRE(till.open_shift(booth.lan, Dong{}));
    const auto cart = booth.cart_of(till, 1);
    const std::vector<Tender> cash{{PaymentMethod::cash, Dong{}, {}}};
    storm.fail_at(1, ocop::testing::Fault::io_error, true);
    CHECK(till.complete_sale(cart, cash, booth.lan).error().kind == ErrorKind::unknown_outcome);
    storm.stop_failing();
    CHECK(till.complete_sale(cart, cash, booth.lan).error().kind == ErrorKind::unknown_outcome);
    CHECK(till.shift_figures().error().kind == ErrorKind::unknown_outcome);
    CHECK(till.close_shift(booth.lan, Dong{}, "").error().kind == ErrorKind::unknown_outcome);
    CHECK(till.save_draft(cart).error().kind == ErrorKind::unknown_outcome);
}

TEST_CASE("a release whose blobs were changed is not adopted", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    const auto before = till.catalogue();
    const auto stored = store_release(booth.directory, tests::generate_catalogue(3), {});
    REQUIRE(stored);
    REQUIRE(write_bytes(blob_path(booth.directory, stored->manifest.document.sha256), "{}"));
    CHECK(till.adopt_release(stored->manifest.release, stored->manifest_sha256).error().key == "error.release_broken");
    CHECK(till.catalogue() == before);
}

TEST_CASE("intake of unknown goods or of nothing is refused whole", "[till]") {
    SellingBooth booth;
    auto till = booth.create();
    const auto sku = till.catalogue()->products().front().sku;
    const IntakeLine good{sku, Quantity::of(5), "L1", "2027-01-31"};
    CHECK_FALSE(till.receive({good, {Sku("none"), Quantity::of(1), "", ""}}, booth.lan));
    CHECK_FALSE(till.receive({good, {sku, Quantity{}, "", ""}}, booth.lan));
    CHECK(till.stock_of(sku) == Quantity{});
    REQUIRE(till.receive({good}, booth.lan));
    CHECK(till.stock_of(sku) == Quantity::of(5));
}
