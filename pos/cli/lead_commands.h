// ocop leads: wholesale enquiries for the organisers. Each returns the exit status.
#pragma once

#include "pos/cli/command_context.h"

#include <string>

namespace ocop {

// All enquiries, oldest first. The person's fields only with the unlock code or the recovery code; with a wrong one
// nothing is listed.
int run_leads_list(const CommandContext& context, const std::string& unlock_code);
// Erases the person of one enquiry and says whether the bytes are gone from the file already.
int run_leads_erase(const CommandContext& context, const std::string& lead, const std::string& staff);
// Erases the person of every enquiry that was kept to its last day.
int run_leads_overdue(const CommandContext& context, const std::string& staff);
// For a till that was made without readers: makes their keys and shows both codes, once.
int run_leads_keys(const CommandContext& context);

} // namespace ocop
