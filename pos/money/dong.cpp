#include "pos/money/dong.h"

#include <stdexcept>

namespace ocop {
namespace {

constexpr std::int64_t limit = std::int64_t{1} << 53; // integers of the journal's JSON end here

std::int64_t checked_sum(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum) || sum > limit || sum < -limit)
        throw std::overflow_error("an amount leaves ±2^53");
    return sum;
}

} // namespace

Dong operator+(Dong a, Dong b) {
    return Dong{checked_sum(a.amount, b.amount)};
}
Dong operator-(Dong a, Dong b) {
    return Dong{checked_sum(a.amount, -b.amount)};
}
Dong operator-(Dong a) {
    return Dong{-a.amount};
}
Quantity operator+(Quantity a, Quantity b) {
    return Quantity{checked_sum(a.thousandths, b.thousandths)};
}
Quantity operator-(Quantity a, Quantity b) {
    return Quantity{checked_sum(a.thousandths, -b.thousandths)};
}

} // namespace ocop
