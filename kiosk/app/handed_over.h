// What commands beside the running kiosk ask it to write: a release that is stored already, or what a stick brought.
// Either changes the catalogue in force, so it waits until no visitor is at the screen and no order is open.
#pragma once

#include "kiosk/till/storage_messages.h"

#include <string>

namespace ocop::kiosk {

// {"do":"adopt", "release":ID, "manifest":SHA256}   → {"release":ID}
// {"do":"carry_in", "folder":PATH}                  → {"acknowledged":N, "unsent":N, "release":ID or ""}
// Its work answers so, or with an error (pos/store/holder_socket.h).
HandedOver handed_over(const std::string& line);

} // namespace ocop::kiosk
