// The one place where money is rounded. Everything else adds stored amounts.
#pragma once

#include "pos/money/dong.h"

#include <span>
#include <vector>

namespace ocop {

// price × quantity, half a đồng away from zero (decision: a shopper's rounding, and symmetric for refunds).
Dong price_times(Dong unit_price, Quantity quantity);

// rate of an amount, half a đồng away from zero.
Dong share_of(Dong amount, Rate rate);

// The tax contained in an amount that includes it: amount × rate / (100 % + rate).
Dong tax_within(Dong amount_with_tax, Rate rate);

// part / whole of an amount, half a đồng away from zero; `whole` is not 0.
Dong part_of(Dong amount, std::int64_t part, std::int64_t whole);

// Splits `total` over the weights so that the parts add up to it exactly (largest remainder; ties go to the earlier
// part). Weights are not negative; if all are zero the first part takes everything. Empty weights need total 0.
std::vector<Dong> allocate(Dong total, std::span<const std::int64_t> weights);

} // namespace ocop
