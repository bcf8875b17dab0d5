// What a command does when another program holds the data directory: it asks that program to write for it.
#pragma once

#include "pos/cli/command_context.h"

#include <nlohmann/json_fwd.hpp>

namespace ocop {

// `opening` is why the till could not be opened here. Unless that is busy, it is returned as it is. Otherwise the
// holder is asked and its answer returned, or the error it answers with; `opening` itself, which names the holder, when
// nobody takes requests there. Waits for the answer.
Result<nlohmann::json> ask_if_busy(const CommandContext& context, const Error& opening, const nlohmann::json& request);

} // namespace ocop
