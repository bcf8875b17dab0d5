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

// Who is to be erased: kept to the last day, which is over `today`, those made in training too.
struct OverdueLead {
    std::string lead;
    std::string person; // row of `personal`
};
std::vector<OverdueLead> read_overdue_leads(Database& database, Day today);

} // namespace ocop
