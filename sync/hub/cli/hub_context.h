// What every command of `ocop-hub` is given, and how it reaches the hub.
#pragma once

#include "pos/cli/command_context.h"
#include "sync/hub/api/hub_api.h"
#include "sync/hub/store/sqlite_store.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>

namespace ocop {

struct HubContext : CommandContext {
    HubDirectory hub;
    std::filesystem::path database; // file of the store
};

// A hub opened by this program: nobody else holds it while this lives.
struct OpenHub {
    WriterLock lock;
    std::unique_ptr<SqliteStore> store;
    HubParts parts; // without authority
};
// Makes the directory and the store on first use. Fails with busy when a running program holds it.
Result<OpenHub> open_hub(const HubContext& context, const char* program);

// Answers an admin request (api/admin.h): by the running hub when one holds the directory, else from the file itself.
Result<nlohmann::json> ask_hub(const HubContext& context, const nlohmann::json& request);

} // namespace ocop
