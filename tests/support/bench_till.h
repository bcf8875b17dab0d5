// The till that benchmarks of selling use: 18,000 products, a cashier, an open shift.
#pragma once

#include "pos/till/till.h"

#include <filesystem>

namespace ocop::testing {

Till make_bench_till(const std::filesystem::path& data, Clock& clock, Randomness& randomness);

} // namespace ocop::testing
