// GET /v1/hello: which hub this is and what it has; also the probe for captive portals and for the clock.
#pragma once

#include "pos/base/result.h"
#include "pos/base/time.h"
#include "pos/catalogue/catalogue.h"
#include "pos/journal/entry.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

// The end of what a hub holds of one lineage: its main line (branch empty) or a divergent tail.
struct StoredHead {
    std::string lineage;
    std::string branch;
    std::int64_t seq = 0;
    Hash hash{};
    bool operator==(const StoredHead&) const = default;
};

// Also the answer file of a hand-carry.
struct Hello {
    std::string hub_id; // 32 hex digits
    std::string epoch;  // 32 hex digits; another one means: compare everything again
    Instant time;
    std::vector<StoredHead> stored; // committed at this hub, of the asking till only
    std::vector<StoredHead> safe;   // in a second copy
    ReleaseId release;              // published catalogue, may be empty
    bool operator==(const Hello&) const = default;
};

// Null when there is none.
const StoredHead* find_head(const std::vector<StoredHead>& heads, const std::string& lineage,
                            const std::string& branch);

std::string write_hello(const Hello& hello);
Result<Hello> read_hello(std::string_view text);

} // namespace ocop
