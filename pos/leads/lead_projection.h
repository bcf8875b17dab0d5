// The table `lead`: one row per wholesale enquiry, and whether its person was erased.
#pragma once

#include "pos/journal/projections.h"
#include "pos/leads/lead.h"

#include <vector>

namespace ocop {

// Part of the entry's transaction, as every projector. A body that is no lead throws nlohmann::json::exception.
void project_lead(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);
void project_erasure(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);

// From any connection; throws StorageFailure.
Result<Lead> read_lead(Database& database, const std::string& id);
std::vector<Lead> read_leads(Database& database); // oldest first, without those made in training

} // namespace ocop
