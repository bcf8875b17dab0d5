// Money, quantity and rate: whole numbers with names. Money is never a floating-point number.
#pragma once

#include <compare>
#include <cstdint>

namespace ocop {

// Whole đồng. Arithmetic that would leave ±2^53 throws std::overflow_error (the journal's integers end there).
struct Dong {
    std::int64_t amount = 0;
    auto operator<=>(const Dong&) const = default;
};
Dong operator+(Dong a, Dong b);
Dong operator-(Dong a, Dong b);
Dong operator-(Dong a);
inline Dong& operator+=(Dong& a, Dong b) {
    return a = a + b;
}
inline Dong& operator-=(Dong& a, Dong b) {
    return a = a - b;
}

// Thousandths of a unit: 1 jar = 1000, 0.350 kg = 350.
struct Quantity {
    std::int64_t thousandths = 0;
    auto operator<=>(const Quantity&) const = default;
    static constexpr Quantity of(std::int64_t whole) { return Quantity{whole * 1000}; }
    bool is_whole() const { return thousandths % 1000 == 0; }
};
Quantity operator+(Quantity a, Quantity b);
Quantity operator-(Quantity a, Quantity b);
inline Quantity operator-(Quantity a) {
    return Quantity{-a.thousandths};
}

// Basis points: 1250 = 12.5 %.
struct Rate {
    std::int32_t basis_points = 0;
    auto operator<=>(const Rate&) const = default;
};

} // namespace ocop
