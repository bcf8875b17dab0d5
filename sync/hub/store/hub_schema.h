// Tables of a hub's SQLite file.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/store/database.h"

namespace ocop {

inline constexpr int hub_schema_version = 1;

// Creates the tables in an empty file and gives the hub its id and epoch. Fails with newer.
Result<> prepare_hub_schema(Database& database, Randomness& randomness);

} // namespace ocop
