// What a till remembers of its hub between runs: the local state "sync.acknowledged". Losing it loses nothing: the hub
// says again what it holds, and the till compares hashes.
#pragma once

#include "pos/journal/entry.h"

#include <cstdint>
#include <map>
#include <string>

namespace ocop {

// How far a hub holds a lineage of this till, by the till's own hashes.
struct Watermark {
    std::int64_t seq = 0; // acknowledged up to here
    Hash hash{};          // the till's own, of seq
    std::string branch;   // once the lineage forked: the name of this till's tail at the hub
    bool operator==(const Watermark&) const = default;
};

struct SyncMemory {
    std::string hub_id;
    std::string epoch;
    std::map<std::string, Watermark> lineages;
    std::string release; // last one taken from the hub
    bool operator==(const SyncMemory&) const = default;
};

inline constexpr const char* sync_memory_name = "sync.acknowledged"; // of the local state

std::string write_sync_memory(const SyncMemory& memory);
// Anything unreadable is an empty memory.
SyncMemory read_sync_memory(const std::string& text);

} // namespace ocop
