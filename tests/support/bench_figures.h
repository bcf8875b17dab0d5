// What benchmarks do with the times they took.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <vector>

namespace ocop::testing {

// The value that so many hundredths of the others do not exceed.
inline double percentile(std::vector<double> values, std::size_t hundredths) {
    if (values.empty()) throw std::runtime_error("nothing was measured");
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * hundredths / 100];
}

inline double median(std::vector<double> values) {
    return percentile(std::move(values), 50);
}

// One line of the report. False: it is above its limit.
inline bool told(const char* what, double value, const char* unit, double limit) {
    const bool kept = value <= limit;
    std::printf("%-44s %8.2f %-6s (limit %.1f) %s\n", what, value, unit, limit, kept ? "" : "TOO MUCH");
    return kept;
}

} // namespace ocop::testing
