// What an administrator asks of a hub. The same words whether the asking program holds the hub's file itself or hands
// the request to the running hub through its 0600 socket.
#pragma once

#include "pos/base/result.h"
#include "sync/hub/api/hub_api.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace ocop {

inline constexpr const char* admin_call = "/admin"; // POST, answered on the socket alone

// Request: {"do": ...}, answer: an object, with "error" and "values" when it was refused.
//   code                                one-time enrolment code            → {"code", "minutes"}
//   tills                               tills, quarantine, forks           → {"tills", "quarantine", "forks"}
//   revoke  {"till": id or till code}                                      → {"revoked": how many}
//   publish {"release", "manifest_sha256"}  of a release stored in blobs   → {}
//   carry   {"folder": absolute}        journals of a USB stick, answers   → {"files": [{"till", "new_entries", ...}]}
std::string run_admin(const HubParts& parts, std::string_view request);

} // namespace ocop
