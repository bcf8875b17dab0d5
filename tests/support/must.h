// For preparing what a test or a benchmark needs: the value, or an exception that says why there is none.
#pragma once

#include "pos/base/result.h"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace ocop::testing {

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().key + " " + result.error().detail);
    if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

} // namespace ocop::testing
