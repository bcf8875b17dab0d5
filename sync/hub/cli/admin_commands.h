// ocop-hub admin, import, revoke: each returns the exit status. Beside a running hub they are handed to it.
#pragma once

#include "sync/hub/cli/hub_context.h"

#include <filesystem>
#include <string>

namespace ocop {

int run_admin_code(const HubContext& context);
int run_admin_tills(const HubContext& context);
int run_revoke(const HubContext& context, const std::string& till);
// A folder written by `ocop carry out`: takes the journals in and leaves the answers in the folder; status 1 when a
// file could not be taken whole. Anything else is a catalogue, which becomes the published release.
int run_hub_import(const HubContext& context, const std::filesystem::path& source);

} // namespace ocop
