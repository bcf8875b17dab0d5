// ocop-hub serve: receives journals, publishes the catalogue, until it is told to stop.
#pragma once

#include "sync/hub/cli/hub_context.h"

#include <string>
#include <vector>

namespace ocop {

struct ServeRequest {
    std::string listen = "0.0.0.0:8443";
    std::vector<std::string> names; // beside the machine's own
};

// Prints the addresses that tills are enrolled with (with --json one line {"port", "addresses"}) once it listens, then
// blocks until SIGINT or SIGTERM.
int run_serve(const HubContext& context, const ServeRequest& request);

} // namespace ocop
