// Orders that wait, orders given up and refunds, through the storage thread.
#include "kiosk/app/storage_thread.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::testing::TemporaryFolder;

namespace {

struct Kiosk {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    StaffId mai{"mai"};
    std::unique_ptr<StorageThread> storage;
    Opened opened;

    Kiosk() {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(10), {});
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({mai, "Lê Thị Mai", Role::manager, *hash_pin("123456"), true}));
        REQUIRE(till.open_shift(mai, Dong{}));
        start(std::move(till));
    }
    void start(Till till) {
        storage = std::make_unique<StorageThread>(std::move(till), clock, randomness, [] {});
        opened = wait_for<Opened>();
    }
    void restart() {
        storage.reset();
        start(std::move(*Till::open(directory, "test", clock, randomness)));
    }
    template <class Answer>
    Answer wait_for() {
        for (;;) {
            auto answer = storage->wait_answer(std::chrono::seconds(20));
            REQUIRE(answer);
            if (auto* refused = std::get_if<Refused>(&*answer); refused != nullptr) FAIL(refused->error.key);
            if (auto* wanted = std::get_if<Answer>(&*answer)) return std::move(*wanted);
        }
    }
    Cart cart(const char* id) {
        Cart cart;
        cart.sale_id = id;
        const auto snapshot = wait_for<std::shared_ptr<const TillSnapshot>>();
        for (const auto& product : snapshot->catalogue->products())
            if (cart.empty() && product.price && product.sold_by == SoldBy::piece)
                REQUIRE(add_to_cart(cart, product, Quantity::of(2)));
        return cart;
    }
};

constexpr const char* first_id = "019abcde-0000-7000-8000-000000000001";
constexpr const char* second_id = "019abcde-0000-7000-8000-000000000002";

} // namespace

TEST_CASE("orders that wait are there again when the program starts", "[kiosk]") {
    Kiosk kiosk;
    const auto counter = kiosk.cart(first_id);
    Cart waiting = counter;
    waiting.sale_id = second_id;
    kiosk.storage->ask(SaveCarts{counter, {{4, kiosk.clock.now(), "chị áo xanh", waiting}}});
    kiosk.restart();
    CHECK(kiosk.opened.draft == counter);
    REQUIRE(kiosk.opened.parked.size() == 1);
    CHECK(kiosk.opened.parked[0].cart == waiting);
    CHECK(kiosk.opened.parked[0].note == "chị áo xanh");
    kiosk.storage->ask(DropCart{waiting, "Khách bỏ đi", kiosk.mai});
    CHECK(kiosk.wait_for<CartDropped>().sale_id == second_id);
    kiosk.restart();
    CHECK(kiosk.opened.parked.empty());
    CHECK(kiosk.opened.draft == counter);
}

TEST_CASE("a sale is found, opened and refunded, and the figures follow", "[kiosk]") {
    Kiosk kiosk;
    const auto cart = kiosk.cart(first_id);
    kiosk.storage->ask(CompleteSale{cart, {{PaymentMethod::cash, Dong{}, {}}}, kiosk.mai});
    const auto sale = kiosk.wait_for<SaleSaved>().sale;
    kiosk.storage->ask(FindSales{{"1", std::nullopt, 10}});
    const auto found = kiosk.wait_for<SalesFound>();
    CHECK(found.asked == "1");
    REQUIRE(found.sales.size() == 1);
    kiosk.storage->ask(OpenSale{found.sales[0].id});
    CHECK(kiosk.wait_for<SaleOpened>().sold.sale == sale);
    RefundRequest request;
    request.id = second_id;
    request.sale_id = sale.id;
    request.parts = {{1, Quantity::of(2)}};
    request.reason = "Lỗi bao bì";
    request.approval = {kiosk.mai, {}};
    kiosk.storage->ask(RefundSale{request});
    CHECK(kiosk.wait_for<SaleRefunded>().refund.total == sale.total);
    const auto snapshot = kiosk.wait_for<std::shared_ptr<const TillSnapshot>>();
    CHECK(snapshot->figures.net == Dong{});
    CHECK(snapshot->figures.refunds == 1);
    kiosk.storage->ask(RefundSale{request}); // the answer was lost: the same one again
    CHECK(kiosk.wait_for<SaleRefunded>().refund.receipt == "Q2A-000002");
    kiosk.storage->ask(OpenSale{"nothing"});
    const auto refused = kiosk.storage->wait_answer(std::chrono::seconds(20));
    for (auto answer = refused; answer; answer = kiosk.storage->wait_answer(std::chrono::seconds(20)))
        if (const auto* no = std::get_if<Refused>(&*answer)) {
            CHECK(no->asked == Asked::open_sale);
            CHECK(no->error.key == "error.no_sale");
            break;
        }
}
