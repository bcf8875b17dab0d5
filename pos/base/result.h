// Result<T>: a value, or the Error that explains why there is none. Always look at it.
#pragma once

#include "pos/base/error.h"

#include <tl/expected.hpp>

#include <initializer_list>
#include <string>
#include <utility>

namespace ocop {

template <class T = void>
using Result = tl::expected<T, Error>;

// fail(ErrorKind::refused, "error.cart_empty") — the key is a literal so that the language check can see it.
inline tl::unexpected<Error> fail(ErrorKind kind, std::string key,
                                  std::initializer_list<std::pair<std::string, std::string>> values = {},
                                  std::string detail = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(key), values, std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace ocop

// Returns from the enclosing function when `expression` (a Result) failed.
#define OCOP_TRY(expression)                                                                                           \
    do {                                                                                                               \
        if (auto ocop_try_result = (expression); !ocop_try_result)                                                     \
            return ::ocop::fail(std::move(ocop_try_result.error()));                                                   \
    } while (false)

// OCOP_TRY_ASSIGN(auto value, may_fail()): value of a Result, or return its error from the enclosing function.
#define OCOP_TRY_JOIN_(a, b) a##b
#define OCOP_TRY_NAME_(a, b) OCOP_TRY_JOIN_(a, b)
#define OCOP_TRY_ASSIGN_(name, declaration, expression)                                                                \
    auto name = (expression);                                                                                          \
    if (!name) return ::ocop::fail(std::move(name.error()));                                                           \
    declaration = std::move(*name)
#define OCOP_TRY_ASSIGN(declaration, expression)                                                                       \
    OCOP_TRY_ASSIGN_(OCOP_TRY_NAME_(ocop_try_value_, __LINE__), declaration, expression)
