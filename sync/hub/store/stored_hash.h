// Hashes as SQLite columns.
#pragma once

#include "pos/journal/entry.h"
#include "pos/store/database.h"

#include <algorithm>

namespace ocop {

inline Bytes to_column(const Hash& hash) {
    return {hash.begin(), hash.end()};
}
inline Hash from_column(const Bytes& bytes) {
    if (bytes.size() != Hash{}.size()) throw StorageFailure(0, "a stored hash has another length");
    Hash hash{};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace ocop
