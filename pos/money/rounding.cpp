#include "pos/money/rounding.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace ocop {
namespace {

__extension__ using Wide = __int128;

Dong rounded_quotient(Wide numerator, Wide denominator) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide top = numerator < 0 ? -numerator : numerator;
    const Wide bottom = denominator < 0 ? -denominator : denominator;
    const Wide rounded = (top + bottom / 2) / bottom;
    if (rounded > (Wide{1} << 53U)) throw std::overflow_error("an amount leaves ±2^53");
    const auto amount = static_cast<std::int64_t>(rounded);
    return Dong{negative ? -amount : amount};
}

} // namespace

Dong price_times(Dong unit_price, Quantity quantity) {
    return rounded_quotient(Wide{unit_price.amount} * quantity.thousandths, 1000);
}

Dong share_of(Dong amount, Rate rate) {
    return rounded_quotient(Wide{amount.amount} * rate.basis_points, 10'000);
}

Dong tax_within(Dong amount_with_tax, Rate rate) {
    return rounded_quotient(Wide{amount_with_tax.amount} * rate.basis_points, Wide{10'000} + rate.basis_points);
}

Dong part_of(Dong amount, std::int64_t part, std::int64_t whole) {
    if (whole == 0) throw std::invalid_argument("a part of nothing");
    return rounded_quotient(Wide{amount.amount} * part, whole);
}

std::vector<Dong> allocate(Dong total, std::span<const std::int64_t> weights) {
    if (weights.empty()) {
        if (total.amount != 0) throw std::invalid_argument("nothing to allocate an amount to");
        return {};
    }
    Wide sum = 0;
    for (const auto weight : weights) {
        if (weight < 0) throw std::invalid_argument("a weight is negative");
        sum += weight;
    }
    std::vector<Dong> parts(weights.size());
    if (sum == 0) {
        parts.front() = total;
        return parts;
    }
    const bool negative = total.amount < 0;
    const Wide whole = negative ? -Wide{total.amount} : Wide{total.amount};
    std::vector<Wide> remainders(weights.size());
    std::int64_t given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide product = whole * weights[i];
        parts[i].amount = static_cast<std::int64_t>(product / sum);
        remainders[i] = product % sum;
        given += parts[i].amount;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    auto left = static_cast<std::int64_t>(whole) - given;
    for (std::size_t i = 0; left > 0; ++i, --left)
        parts[order[i]].amount += 1;
    if (negative)
        for (auto& part : parts)
            part.amount = -part.amount;
    return parts;
}

} // namespace ocop
