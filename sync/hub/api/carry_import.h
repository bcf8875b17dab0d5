// Batches from a USB stick: the same bytes that travel over HTTPS, one batch behind the other.
#pragma once

#include "pos/base/result.h"
#include "sync/hub/api/hub_api.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct CarryOutcome {
    std::vector<BatchAnswer> answers; // of the batches that were understood, in their order
    std::int64_t new_entries = 0;
    // Why reading ended before the end of the file: what came before it is stored.
    std::optional<Error> problem;
};

// Each batch is stored in a transaction of its own. A batch is taken when it is signed with the key of the enrolled
// till that it names; who carries the stick does not matter.
CarryOutcome import_carried(const HubParts& parts, std::string_view bytes);

std::string write_carry_outcome(const CarryOutcome& outcome);

} // namespace ocop
