#include "pos/selling/basket_shelf.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

constexpr std::int64_t minute = 60'000;

struct Kiosk {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    std::optional<Journal> journal;
    std::optional<BasketShelf> shelf;

    Kiosk() {
        journal = std::move(*Journal::create(directory, "test", "Q2", clock, randomness));
        shelf.emplace(*journal, clock, randomness);
    }
    void restart() {
        shelf.reset();
        journal.reset();
        journal = std::move(*Journal::open(directory, "test", clock, randomness));
        shelf.emplace(*journal, clock, randomness);
    }
    std::string code(int kiosk = 4) {
        const auto held = shelf->hold({{Sku{"OC001"}, Quantity::of(2)}}, kiosk);
        REQUIRE(held);
        return held->basket.code;
    }
};

} // namespace

TEST_CASE("a held basket is found by its code, also after a restart", "[selling][basket]") {
    Kiosk kiosk;
    const auto held = *kiosk.shelf->hold({{Sku{"OC001"}, Quantity::of(2)}, {Sku{"OC031a"}, Quantity::of(1)}}, 4);
    CHECK(held.basket.code.size() == 4);
    CHECK(held.basket.code.front() == '4');
    CHECK(held.basket.day == *Day::parse("2026-11-23"));
    kiosk.restart();
    CHECK(kiosk.shelf->find(held.basket.code)->basket == held.basket);
    CHECK(kiosk.shelf->find("4999").error().kind == ErrorKind::not_found);
    CHECK(kiosk.shelf->find("").error().kind == ErrorKind::not_found);
}

TEST_CASE("the goods are kept back for twenty minutes, the code is known for a day", "[selling][basket]") {
    Kiosk kiosk;
    const auto code = kiosk.code();
    kiosk.clock.advance(18'000);
    CHECK(kiosk.shelf->time_left(*kiosk.shelf->find(code)) == 20 * minute - 18'000);
    CHECK(kiosk.shelf->kept_back().size() == 1);
    kiosk.clock.advance(20 * minute);
    CHECK(kiosk.shelf->kept_back().empty());
    CHECK(kiosk.shelf->find(code));
    kiosk.clock.advance(24 * 60 * minute);
    CHECK_FALSE(kiosk.shelf->find(code));
}

TEST_CASE("a thousand codes of a day are all different, then there are no more until tomorrow", "[selling][basket]") {
    Kiosk kiosk;
    std::set<std::string> codes;
    for (int i = 0; i < 1000; ++i) {
        codes.insert(kiosk.code());
        if (i == 500) kiosk.restart();
    }
    CHECK(codes.size() == 1000);
    CHECK(kiosk.shelf->hold({{Sku{"OC001"}, Quantity::of(1)}}, 4).error().key == "error.basket_codes_used");
    CHECK(kiosk.code(5).front() == '5'); // another kiosk has its own
    kiosk.clock.advance(24 * 60 * minute);
    CHECK(kiosk.code().front() == '4');
}

TEST_CASE("a clock that jumps gives no code again that a visitor may still hold", "[selling][basket]") {
    Kiosk kiosk;
    std::set<std::string> codes;
    const auto morning = kiosk.clock.now();
    for (int i = 0; i < 300; ++i)
        codes.insert(kiosk.code());
    kiosk.clock.jump_wall(Instant{0}); // a dead battery
    kiosk.restart();
    for (int i = 0; i < 300; ++i)
        codes.insert(kiosk.code());
    kiosk.clock.jump_wall(Instant{morning.milliseconds + 3650LL * 24 * 60 * minute});
    for (int i = 0; i < 200; ++i)
        codes.insert(kiosk.code());
    kiosk.clock.jump_wall(morning);
    for (int i = 0; i < 200; ++i)
        codes.insert(kiosk.code());
    CHECK(codes.size() == 1000);
    kiosk.clock.jump_wall(Instant{0});
    const auto code = kiosk.code(6);
    kiosk.clock.jump_wall(morning);
    CHECK_FALSE(kiosk.shelf->find(code)); // 1970 is long ago
}

TEST_CASE("putting the clock back neither loses a basket nor keeps its goods longer", "[selling][basket]") {
    Kiosk kiosk;
    const auto code = kiosk.code();
    kiosk.clock.jump_wall(Instant{0});
    REQUIRE(kiosk.shelf->find(code));
    CHECK(kiosk.shelf->time_left(*kiosk.shelf->find(code)) == hold_milliseconds);
}

TEST_CASE("a visitor who changes the basket keeps the code of today", "[selling][basket]") {
    Kiosk kiosk;
    const auto code = kiosk.code();
    kiosk.clock.advance(5 * minute);
    const auto again = *kiosk.shelf->hold({{Sku{"OC002"}, Quantity::of(1)}}, 4, code);
    CHECK(again.basket.code == code);
    CHECK(kiosk.shelf->find(code)->basket.lines.front().sku == Sku{"OC002"});
    CHECK(kiosk.shelf->time_left(again) == hold_milliseconds);
    CHECK(kiosk.shelf->hold({{Sku{"OC002"}, Quantity::of(1)}}, 4, "4000")->basket.code != "");
    kiosk.clock.advance(24 * 60 * minute);
    CHECK(kiosk.shelf->hold({{Sku{"OC002"}, Quantity::of(1)}}, 4, code)->basket.code != code);
    CHECK_FALSE(kiosk.shelf->hold({}, 4, code));
}

TEST_CASE("what was loaded is remembered across a restart", "[selling][basket]") {
    Kiosk kiosk;
    CHECK_FALSE(kiosk.shelf->loaded_at("4827-27V-AAAAA"));
    REQUIRE(kiosk.shelf->set_loaded("4827-27V-AAAAA"));
    const auto when = kiosk.clock.now();
    kiosk.clock.advance(minute);
    kiosk.restart();
    CHECK(kiosk.shelf->loaded_at("4827-27V-AAAAA") == when);
    for (int i = 0; i < 500; ++i)
        REQUIRE(kiosk.shelf->set_loaded("other-" + std::to_string(i)));
    CHECK_FALSE(kiosk.shelf->loaded_at("4827-27V-AAAAA"));
}

TEST_CASE("a row that cannot be read keeps its code taken", "[selling][basket]") {
    Kiosk kiosk;
    REQUIRE(kiosk.journal->set_local("basket_held/4001", "not JSON"));
    REQUIRE(kiosk.journal->set_local("basket_loaded", "{}"));
    kiosk.restart();
    CHECK_FALSE(kiosk.shelf->find("4001"));
    std::set<std::string> codes;
    for (int i = 0; i < 999; ++i)
        codes.insert(kiosk.code());
    CHECK(codes.count("4001") == 0);
    CHECK(codes.size() == 999);
}
