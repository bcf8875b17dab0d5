// Putting a stored release in force from the command line: here, or through the kiosk that holds the data directory.
#pragma once

#include "pos/base/text_id.h"
#include "pos/cli/command_context.h"

#include <string>

namespace ocop {

// Beside a running kiosk this waits until nobody is at its screen. Fails as Till::open and Till::adopt_release do; with
// busy and the holder's name when the holder takes no requests.
Result<> put_in_force(const CommandContext& context, const char* program, const ReleaseId& release,
                      const std::string& manifest_sha256);

// ocop rollback: the release that was in force before the present one is put in force again. Status 1 when there was
// none. A hub's catalogue comes back when the hub publishes another one.
int run_rollback(const CommandContext& context);

} // namespace ocop
