// Bodies with "Content-Encoding: gzip".
#pragma once

#include "pos/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ocop {

std::string gzip(std::string_view bytes);

// Refused when the bytes are no complete gzip stream, or would unpack to more than `largest` bytes: never more memory
// than that is used, however much the stream promises.
Result<std::string> gunzip(std::string_view bytes, std::size_t largest);

} // namespace ocop
