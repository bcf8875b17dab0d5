#include "pos/till/till.h"

#include "pos/catalogue/release.h"
#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/storm_vfs.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

struct Booth {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};

    Till open(JournalOptions options = {}) {
        auto till = Till::open(directory, "test", clock, randomness, std::move(options));
        INFO((till ? std::string() : till.error().key + " " + till.error().detail));
        REQUIRE(till);
        return std::move(*till);
    }
    Till create(JournalOptions options = {}) {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness, std::move(options)));
        const auto stored = store_release(directory, tests::generate_catalogue(20), {});
        REQUIRE(stored);
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({lan, "Nguyễn Thị Lan", Role::cashier, *hash_pin("123456"), true}));
        REQUIRE(till.open_shift(lan, Dong{}));
        return till;
    }
    static Cart cart_of(Till& till, std::int64_t pieces) {
        auto cart = till.new_cart();
        for (const auto& product : till.catalogue()->products())
            if (cart.empty() && product.price && product.sold_by == SoldBy::piece)
                REQUIRE(add_to_cart(cart, product, Quantity::of(pieces)));
        REQUIRE_FALSE(cart.empty());
        return cart;
    }
};

std::int64_t count(Till& till, const char* sql) {
    auto row = till.journal().database().prepare(sql);
    row.step();
    return row.integer(0);
}

const std::vector<Tender> cash{{PaymentMethod::cash, Dong{}, {}}};

} // namespace

TEST_CASE("orders that wait survive a power cut with their note, time and number", "[till]") {
    Booth booth;
    Cart counter;
    std::vector<ParkedCart> parked;
    {
        auto till = booth.create();
        counter = Booth::cart_of(till, 1);
        parked = {{1, booth.clock.now(), "chị áo xanh", Booth::cart_of(till, 2)},
                  {2, booth.clock.now(), "", Booth::cart_of(till, 3)}};
        REQUIRE(till.save_carts(counter, parked));
    }
    auto till = booth.open();
    CHECK(*till.draft() == counter);
    CHECK(*till.parked() == parked);
    rebuild_projections(till.journal().database());
    CHECK(*till.parked() == parked); // a rebuild leaves them alone
}

TEST_CASE("an order that was sold or given up does not wait any more", "[till]") {
    Booth booth;
    {
        auto till = booth.create();
        const auto sold = Booth::cart_of(till, 1);
        const auto dropped = Booth::cart_of(till, 2);
        const auto waits = Booth::cart_of(till, 3);
        REQUIRE(till.save_carts(dropped, {{1, {}, "", sold}, {2, {}, "", waits}}));
        REQUIRE(till.complete_sale(sold, cash, booth.lan));
        REQUIRE(till.drop_cart(dropped, "Khách bỏ đi", booth.lan));
        CHECK(till.complete_sale(dropped, cash, booth.lan).error().key == "error.id_reused");
        REQUIRE(till.drop_cart(dropped, "Khách bỏ đi", booth.lan)); // once is enough
        CHECK(count(till, "SELECT count(*) FROM entry WHERE kind = 'cart_dropped'") == 1);
    }
    auto till = booth.open();
    CHECK(till.draft()->empty());
    REQUIRE(till.parked()->size() == 1);
    CHECK(till.parked()->front().number == 2);
}

TEST_CASE("power that fails between two orders loses neither of them", "[till][danger]") {
    Booth booth;
    ocop::testing::StormVfs storm;
    Cart first;
    Cart second;
    {
        auto till = booth.create({storm.name()});
        first = Booth::cart_of(till, 1);
        second = Booth::cart_of(till, 2);
        REQUIRE(till.save_carts(first, {{2, {}, "", second}}));
        storm.fail_at(1, ocop::testing::Fault::io_error, true);
        CHECK_FALSE(till.save_carts(second, {{1, {}, "", first}}));
        storm.stop_failing();
    }
    std::ofstream(booth.directory.journal()).flush(); // the database itself is in the storm's memory
    storm.cut_power(7);
    auto till = booth.open({storm.name()});
    const auto draft = till.draft();
    const auto parked = till.parked();
    REQUIRE(draft);
    REQUIRE(parked);
    REQUIRE(parked->size() == 1);
    const bool before = *draft == first && parked->front().cart == second;
    const bool after = *draft == second && parked->front().cart == first;
    CHECK((before || after));
}

TEST_CASE("what was taken out is in the journal, whether the rest was sold or given up", "[till]") {
    Booth booth;
    auto till = booth.create();
    auto cart = Booth::cart_of(till, 2);
    const auto sku = cart.lines[0].sku;
    REQUIRE(add_other(cart, {"Món khác", "8999999999994", "Tem mã bị hỏng"}, Dong{45'000}, Quantity::of(1)));
    REQUIRE(take_out(cart, 0, "Mật ong", booth.clock.now(), booth.lan, "Quét nhầm"));
    REQUIRE(till.complete_sale(cart, cash, booth.lan));
    CHECK(count(till, "SELECT count(*) FROM removed_line WHERE reason = 'Quét nhầm' AND staff = 'lan'") == 1);
    CHECK(till.stock_of(sku) == Quantity{});
    CHECK(till.stock_of(Sku("other:8999999999994")) == Quantity{}); // nobody counts it
    CHECK(count(till, "SELECT count(*) FROM stock") == 0);
    CHECK(count(till, "SELECT count(*) FROM adjustment WHERE kind = 'other_goods'") == 1);
    const auto stored = read_sale(till.journal().database(), cart.sale_id);
    REQUIRE(stored);
    CHECK(stored->removed == cart.removed);
    auto given_up = Booth::cart_of(till, 3);
    CHECK(till.drop_cart(given_up, "", booth.lan).error().key == "error.reason_missing");
    CHECK(till.drop_cart(given_up, "Khách bỏ đi", StaffId("nobody")).error().key == "error.unknown_staff");
    REQUIRE(till.drop_cart(given_up, "Khách bỏ đi", booth.lan));
    CHECK(count(till, "SELECT count(*) FROM removed_line") == 2);
    REQUIRE(till.drop_cart(till.new_cart(), "Khách bỏ đi", booth.lan)); // held nothing: no trace
    CHECK(count(till, "SELECT count(*) FROM entry WHERE kind = 'cart_dropped'") == 1);
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("drafts that cannot be read are said to be broken, and hide no sale", "[till]") {
    Booth booth;
    auto till = booth.create();
    REQUIRE(till.journal().set_local("cart.parked", "[{\"number\":1}]"));
    CHECK(till.parked().error().key == "error.draft_broken");
    REQUIRE(till.journal().set_local("cart.parked", "{"));
    CHECK(till.parked().error().key == "error.draft_broken");
}
