// Tables computed from the journal alone: they can be dropped and rebuilt with identical results.
#pragma once

#include "pos/journal/entry.h"
#include "pos/store/database.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace ocop {

inline constexpr int schema_version = 3;

// Creates journal, local and projection tables in an empty database; one of an older schema gets its projections
// computed anew; one of a newer schema fails with newer.
Result<> prepare_schema(Database& database);

// Creates the empty projection tables. They must not exist.
void create_projections(Database& database);

// Names of the projection tables, in the order they are created.
const std::vector<std::string>& projection_tables();

// Where an entry stands among all entries of this database, over all its lineages: 1, 2, 3 ... Projections are keyed
// by it.
using Position = std::int64_t;

// Applies one entry. Runs inside the entry's transaction. Unknown kinds change nothing.
void project(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);

// Drops and recomputes all projections from the stored entries, in one transaction.
void rebuild_projections(Database& database);

// SHA-256 over a table's rows in primary key order, for comparison with a rebuild.
std::string table_digest(Database& database, const std::string& table);

} // namespace ocop
