// What commands beside the running kiosk ask it to write: a release that is stored already, what a stick brought, or
// the erasure of enquiries.
#pragma once

#include "kiosk/till/storage_messages.h"

#include <string>

namespace ocop::kiosk {

// {"do":"adopt", "release":ID, "manifest":SHA256}   → {"release":ID}
// {"do":"carry_in", "folder":PATH}                  → {"acknowledged":N, "unsent":N, "release":ID or ""}
// {"do":"erase_lead", "lead":ID, "staff":ID}        → {"erased_now":…, "file_clean":…}
// {"do":"erase_overdue", "staff":ID}                → {"erased":N}
// Its work answers so, or with an error (pos/store/holder_socket.h).
HandedOver handed_over(const std::string& line);

// Whether it may change the catalogue in force, and so waits until no visitor is at the screen and no order is open.
bool changes_catalogue(const std::string& line);

} // namespace ocop::kiosk
