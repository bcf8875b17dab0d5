#include "kiosk/app/storage_thread.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr std::chrono::milliseconds basket_patience{60'000};
using Snapshot = std::shared_ptr<const TillSnapshot>;

struct BasketBooth {
    ocop::testing::TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness;
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};
    std::optional<StorageThread> storage;

    explicit BasketBooth(int kiosk = 4, std::uint64_t seed = 3) : randomness(seed) {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(20), {});
        REQUIRE(stored);
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({lan, "Lan", Role::cashier, *hash_pin("123456"), true}));
        BoothSettings booth;
        booth.kiosk = kiosk;
        REQUIRE(till.set_booth(booth));
        storage.emplace(std::move(till), clock, randomness, [] {});
    }
    void restart() {
        storage.reset();
        storage.emplace(std::move(*Till::open(directory, "test", clock, randomness)), clock, randomness, [] {});
    }
    template <class Answer>
    Answer next() {
        for (;;) {
            auto answer = storage->wait_answer(basket_patience);
            REQUIRE(answer);
            if (auto* wanted = std::get_if<Answer>(&*answer)) return std::move(*wanted);
            if (auto* refused = std::get_if<Refused>(&*answer)) FAIL("refused: " << refused->error.key);
        }
    }
    Refused refusal() {
        for (;;) {
            auto answer = storage->wait_answer(basket_patience);
            REQUIRE(answer);
            if (auto* refused = std::get_if<Refused>(&*answer)) return std::move(*refused);
        }
    }
    BasketHeld hold(const std::vector<BasketLine>& lines, const std::string& code = {}) {
        storage->ask(HoldBasket{7, lines, code});
        return next<BasketHeld>();
    }
    BasketFound find(const std::string& asked) {
        storage->ask(FindBasket{asked});
        return next<BasketFound>();
    }
    std::vector<BasketLine> two_lines() {
        const auto snapshot = next<Snapshot>();
        std::vector<BasketLine> lines;
        for (const auto& product : snapshot->catalogue->products())
            if (product.price && product.sold_by == SoldBy::piece && lines.size() < 2)
                lines.push_back({product.sku, Quantity::of(2)});
        return lines;
    }
};

} // namespace

TEST_CASE("a pick-up code is kept across a restart and found by its digits", "[kiosk][storage][basket]") {
    BasketBooth booth;
    const auto lines = booth.two_lines();
    const auto held = booth.hold(lines);
    CHECK(held.visit == 7);
    CHECK(held.basket.code.front() == '4');
    CHECK(held.until.milliseconds == booth.clock.monotonic().milliseconds + hold_milliseconds);
    CHECK(is_basket_text(held.text));
    booth.clock.advance(60'000);
    booth.restart();
    const auto found = booth.find(held.basket.code);
    CHECK(found.read.basket == held.basket);
    CHECK(found.read.unknown.empty());
    CHECK_FALSE(found.loaded_at);
    CHECK(booth.find(held.text).mark == found.mark);
    CHECK(booth.find(held.text).read.basket == held.basket);
    booth.storage->ask(BasketTaken{found.mark});
    booth.restart();
    CHECK(booth.find(held.basket.code).loaded_at == booth.clock.now());
    CHECK(booth.find(held.text).loaded_at == booth.clock.now());
}

TEST_CASE("another till without any network loads the basket from its QR code", "[kiosk][storage][basket]") {
    BasketBooth kiosk(8);
    BasketBooth counter(1, 99);
    const auto held = kiosk.hold(kiosk.two_lines());
    const auto found = counter.find(held.text);
    CHECK(found.read.basket == held.basket);
    CHECK_FALSE(found.made_at);
    counter.storage->ask(FindBasket{held.basket.code});
    const auto refused = counter.refusal();
    CHECK(refused.asked == Asked::find_basket);
    CHECK(refused.about == held.basket.code);
    CHECK(refused.error.key == "error.basket_unknown");
    counter.storage->ask(FindBasket{held.text.substr(0, held.text.size() - 1)});
    CHECK(counter.refusal().error.key == "error.basket_damaged");
}

TEST_CASE("no code comes twice on a day, over restarts and clocks that jump", "[kiosk][storage][basket]") {
    BasketBooth booth;
    const auto lines = booth.two_lines();
    std::set<std::string> codes;
    const auto morning = booth.clock.now();
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 30; ++i)
            codes.insert(booth.hold(lines).basket.code);
        booth.clock.jump_wall(round == 1 ? morning : Instant{round * 1'000'000'000'000LL});
        booth.restart();
    }
    CHECK(codes.size() == 120);
}

TEST_CASE("held goods are advice: shown until they are taken or time is over, and never off the stock",
          "[kiosk][storage][basket]") {
    BasketBooth booth;
    const auto lines = booth.two_lines();
    const auto held = booth.hold(lines);
    auto snapshot = booth.next<Snapshot>();
    REQUIRE(snapshot->kept_back.size() == 2);
    CHECK(snapshot->kept_back[0].quantity == Quantity::of(2));
    CHECK(snapshot->kept_back[0].until == held.until);
    CHECK(snapshot->stock.count(lines[0].sku) == 0);
    booth.storage->ask(BasketTaken{booth.find(held.text).mark});
    CHECK(booth.next<Snapshot>()->kept_back.empty());
    booth.hold({lines[0]});
    CHECK(booth.next<Snapshot>()->kept_back.size() == 1);
    booth.clock.advance(hold_milliseconds);
    booth.restart();
    CHECK(booth.next<Snapshot>()->kept_back.empty());
}

TEST_CASE("a visitor's basket that is not one is refused to that visitor", "[kiosk][storage][basket]") {
    BasketBooth booth;
    booth.storage->ask(HoldBasket{12, {}, {}});
    const auto refused = booth.refusal();
    CHECK(refused.asked == Asked::hold_basket);
    CHECK(refused.visit == 12);
    CHECK(refused.error.key == "error.basket_lines");
}

TEST_CASE("the sale in the journal names the basket it began with", "[kiosk][storage][basket]") {
    BasketBooth booth;
    const auto opened = booth.next<Opened>();
    const auto snapshot = booth.next<Snapshot>();
    booth.storage->ask(OpenShift{{booth.lan, Dong{}, {}, false}});
    booth.next<ShiftOpened>();
    auto cart = opened.draft;
    for (const auto& product : snapshot->catalogue->products())
        if (product.price && product.sold_by == SoldBy::piece && cart.empty())
            REQUIRE(add_to_cart(cart, product, Quantity::of(1)));
    cart.from_basket = "4827";
    booth.storage->ask(CompleteSale{cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan});
    const auto sold = booth.next<SaleSaved>();
    CHECK(sold.next.from_basket.empty());
    booth.storage.reset();
    auto reader = Database::open_reader(booth.directory.journal());
    CHECK(read_sale(reader, sold.sale.id)->from_basket == "4827");
}
