// A gift put together for a budget: products of different producers whose prices use it well and never exceed it. Pure
// and deterministic: the same candidates and budget make the same gift.
#pragma once

#include "pos/base/text_id.h"
#include "pos/money/dong.h"

#include <cstddef>
#include <vector>

namespace ocop {

// A product that may be given: whoever asks has seen to it that it suits, is certified and on the shelf.
struct GiftCandidate {
    Sku sku;
    ProducerId producer;
    Dong price;
    int appeal = 1; // more is shown rather, at least 1
    bool operator==(const GiftCandidate&) const = default;
};

inline constexpr std::size_t most_gift_products = 5;
inline constexpr Dong most_gift_budget{5'000'000};

// One piece each of at most five products, no two of one producer, in the order of the candidates. Among the sets that
// come within a twentieth of the best use of the budget, the most appealing; empty when nothing fits.
std::vector<Sku> suggest_gift(const std::vector<GiftCandidate>& candidates, Dong budget);

// What could stand in the place of `replaced`, whose price becomes free: the next candidate after it, going round, that
// fits into `room` and whose producer is not among `others`. An empty sku when there is none.
Sku next_gift_choice(const std::vector<GiftCandidate>& candidates, const Sku& replaced, const std::vector<Sku>& others,
                     Dong room);

} // namespace ocop
