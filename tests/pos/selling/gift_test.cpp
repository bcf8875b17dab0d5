#include "pos/selling/gift.h"

#include "pos/base/clock.h"

#include <catch2/catch.hpp>

#include <array>
#include <set>

using namespace ocop;

namespace {

GiftCandidate candidate(const char* sku, const char* producer, std::int64_t price, int appeal = 1) {
    return {Sku{sku}, ProducerId{producer}, Dong{price}, appeal};
}

const GiftCandidate& find(const std::vector<GiftCandidate>& candidates, const Sku& sku) {
    for (const auto& each : candidates)
        if (each.sku == sku) return each;
    throw std::logic_error("not a candidate");
}

Dong total(const std::vector<GiftCandidate>& candidates, const std::vector<Sku>& gift) {
    Dong sum;
    for (const auto& sku : gift)
        sum += find(candidates, sku).price;
    return sum;
}

// The best use of a budget by trying every set: for few candidates.
Dong best_use(const std::vector<GiftCandidate>& candidates, Dong budget) {
    Dong best;
    for (std::size_t set = 1; set < (std::size_t{1} << candidates.size()); ++set) {
        Dong sum;
        std::set<ProducerId> producers;
        std::size_t count = 0;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if ((set >> i & 1U) == 0) continue;
            sum += candidates[i].price;
            producers.insert(candidates[i].producer);
            ++count;
        }
        if (count <= most_gift_products && producers.size() == count && sum <= budget && best < sum) best = sum;
    }
    return best;
}

} // namespace

TEST_CASE("a gift uses its budget and never exceeds it", "[selling][gift]") {
    const std::vector<GiftCandidate> shelf{candidate("tea", "a", 120'000), candidate("honey", "b", 185'000),
                                           candidate("sauce", "c", 95'000), candidate("basket", "d", 220'000)};
    CHECK(suggest_gift(shelf, Dong{400'000}) == std::vector<Sku>{Sku{"tea"}, Sku{"honey"}, Sku{"sauce"}});
    CHECK(suggest_gift(shelf, Dong{95'000}) == std::vector<Sku>{Sku{"sauce"}});
    CHECK(suggest_gift(shelf, Dong{94'999}).empty());
    CHECK(suggest_gift(shelf, Dong{}).empty());
    CHECK(suggest_gift(shelf, Dong{-1}).empty());
    CHECK(suggest_gift({}, Dong{500'000}).empty());
    CHECK(suggest_gift(shelf, Dong{9'000'000}).size() == 4);
}

TEST_CASE("a gift has one product of a producer, and the more appealing of equal ones", "[selling][gift]") {
    const std::vector<GiftCandidate> shelf{candidate("tea-1", "a", 100'000), candidate("tea-2", "a", 100'000, 5),
                                           candidate("honey", "b", 100'000, 2), candidate("mat", "c", 100'000, 3)};
    CHECK(suggest_gift(shelf, Dong{300'000}) == std::vector<Sku>{Sku{"tea-2"}, Sku{"honey"}, Sku{"mat"}});
    CHECK(suggest_gift(shelf, Dong{200'000}) == std::vector<Sku>{Sku{"tea-2"}, Sku{"mat"}});
}

TEST_CASE("a gift for any budget is within it, of different producers, and close to the best use", "[selling][gift]") {
    SeededRandomness randomness(4);
    const auto below = [&](std::size_t end) {
        std::array<std::byte, 2> bytes{};
        randomness.fill(bytes);
        return (std::to_integer<std::size_t>(bytes[0]) * 256 + std::to_integer<std::size_t>(bytes[1])) % end;
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<GiftCandidate> shelf;
        for (std::size_t i = 0; i < 3 + below(8); ++i)
            shelf.push_back({Sku{"P" + std::to_string(i)}, ProducerId{std::to_string(below(6))},
                             Dong{static_cast<std::int64_t>(20 + below(500)) * 1000}, static_cast<int>(1 + below(9))});
        const Dong budget{static_cast<std::int64_t>(below(900)) * 1000 + 500};
        const auto gift = suggest_gift(shelf, budget);
        CHECK(gift == suggest_gift(shelf, budget));
        CHECK(gift.size() <= most_gift_products);
        std::set<ProducerId> producers;
        for (const auto& sku : gift)
            CHECK(producers.insert(find(shelf, sku).producer).second);
        const auto used = total(shelf, gift);
        CHECK(used <= budget);
        const auto best = best_use(shelf, budget);
        CHECK(used.amount * 20 >= best.amount * 19);
    }
}

TEST_CASE("prices that are no whole thousands still never exceed the budget", "[selling][gift]") {
    const std::vector<GiftCandidate> shelf{candidate("a", "a", 100'500), candidate("b", "b", 99'999),
                                           candidate("c", "c", 1)};
    const auto gift = suggest_gift(shelf, Dong{200'000});
    CHECK(total(shelf, gift) <= Dong{200'000});
    CHECK_FALSE(gift.empty());
}

TEST_CASE("swapping goes round among what fits and never to a producer that is there", "[selling][gift]") {
    const std::vector<GiftCandidate> shelf{candidate("tea", "a", 100'000), candidate("honey", "b", 180'000),
                                           candidate("sauce", "c", 90'000), candidate("rice", "a", 60'000),
                                           candidate("silk", "d", 900'000)};
    const std::vector<Sku> others{Sku{"honey"}};
    CHECK(next_gift_choice(shelf, Sku{"tea"}, others, Dong{200'000}) == Sku{"sauce"});
    CHECK(next_gift_choice(shelf, Sku{"sauce"}, others, Dong{200'000}) == Sku{"rice"});
    CHECK(next_gift_choice(shelf, Sku{"rice"}, others, Dong{200'000}) == Sku{"tea"});
    CHECK(next_gift_choice(shelf, Sku{"tea"}, others, Dong{50'000}).empty());
    CHECK(next_gift_choice({}, Sku{"tea"}, others, Dong{50'000}).empty());
}
