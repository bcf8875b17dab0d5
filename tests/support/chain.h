// Chained entries as a till would have written them, without a database.
#pragma once

#include "pos/journal/entry.h"

#include <string>
#include <vector>

namespace ocop::testing {

// 32 hex digits made of one digit.
inline std::string identity(char digit) {
    return std::string(32, digit);
}

// Appends `count` entries to the chain; `flavour` goes into their bodies, so that chains of different flavour differ.
void grow(std::vector<Entry>& chain, const std::string& lineage, std::size_t count, const std::string& flavour = "a");

std::vector<Entry> make_chain(const std::string& lineage, std::size_t count, const std::string& flavour = "a");

} // namespace ocop::testing
