// Enrolment codes and tills in a hub's SQLite file. Everything runs inside the caller's transaction.
#pragma once

#include "pos/base/clock.h"
#include "pos/store/database.h"
#include "sync/hub/store/hub_store.h"

#include <optional>
#include <string>
#include <vector>

namespace ocop {

void store_code(Database& database, const EnrolmentCode& code);
// HubStore::enrol; hub id and epoch of the answer are left empty.
Result<EnrolmentAnswer> spend_code(Database& database, const std::string& finder, const Hash& secret_hash,
                                   const EnrolmentRequest& request, Instant now, Randomness& randomness);

std::optional<EnrolledTill> find_till(Database& database, const std::string& id);
std::optional<EnrolledTill> find_till_of_credential(Database& database, const std::string& credential);
std::vector<TillOverview> read_tills(Database& database); // figures left at zero
int revoke_tills(Database& database, const std::string& id_or_code);

} // namespace ocop
