// Shifts and drawers among the projections: what schema 3 added to them.
#pragma once

#include "pos/journal/projections.h"

namespace ocop {

void project_shift_pulled(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);
void project_drawer_event(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);

} // namespace ocop
