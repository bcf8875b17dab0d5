#include "pos/money/rounding.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <stdexcept>

using namespace ocop;

TEST_CASE("half a dong rounds away from zero, for sales and refunds alike") {
    CHECK(price_times(Dong{185'000}, Quantity::of(2)) == Dong{370'000});
    CHECK(price_times(Dong{333}, Quantity{500}) == Dong{167});
    CHECK(price_times(Dong{333}, Quantity{-500}) == Dong{-167});
    CHECK(share_of(Dong{99'999}, Rate{1250}) == Dong{12'500});
}

TEST_CASE("tax within an amount is the part that makes price plus tax") {
    CHECK(tax_within(Dong{108'000}, Rate{800}) == Dong{8'000});
    CHECK(tax_within(Dong{110'000}, Rate{1000}) == Dong{10'000});
    CHECK(tax_within(Dong{100'000}, Rate{0}) == Dong{0});
}

TEST_CASE("allocation adds up to the dong for every total and sign") {
    const std::vector<std::int64_t> weights{95'000, 370'000, 68'000, 0};
    for (std::int64_t total = -10'007; total <= 10'007; total += 13) {
        const auto parts = allocate(Dong{total}, weights);
        const auto sum = std::accumulate(parts.begin(), parts.end(), Dong{});
        CHECK(sum == Dong{total});
        CHECK(parts[3] == Dong{0});
    }
    CHECK(allocate(Dong{5}, std::vector<std::int64_t>{0, 0}) == std::vector<Dong>{Dong{5}, Dong{0}});
    CHECK(allocate(Dong{2}, std::vector<std::int64_t>{1, 1, 1}) == std::vector<Dong>{Dong{1}, Dong{1}, Dong{0}});
    CHECK_THROWS_AS(allocate(Dong{1}, std::vector<std::int64_t>{-1}), std::invalid_argument);
}

TEST_CASE("an amount beyond what the journal can hold is a broken invariant") {
    const Dong most{std::int64_t{1} << 53};
    CHECK_THROWS_AS(most + Dong{1}, std::overflow_error);
    CHECK_THROWS_AS(price_times(most, Quantity::of(2)), std::overflow_error);
}

TEST_CASE("a part of an amount is rounded once, and a part of nothing is a broken invariant") {
    CHECK(part_of(Dong{10'000}, 100, 330) == Dong{3'030});
    CHECK(part_of(Dong{-15}, 1, 10) == Dong{-2});
    CHECK(part_of(Dong{0}, 5, 7) == Dong{0});
    CHECK_THROWS_AS(part_of(Dong{1}, 1, 0), std::invalid_argument);
}
