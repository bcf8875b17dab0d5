// The hub's own certificate authority and the server certificate that it signs. OpenSSL's certificate calls stay in
// this folder.
//
// Tills trust this authority alone, by the hash in the enrolment address; the server certificate may therefore change
// with the laptop's addresses, the authority never.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "sync/hub/hub_directory.h"

#include <string>
#include <vector>

namespace ocop {

struct ServerIdentity {
    std::string authority_pem;   // what tills pin
    std::string certificate_pem; // of the server, for the names and addresses given
    std::string key_pem;         // its private key; in memory only, made anew at every start
};

inline constexpr int authority_years = 30;
inline constexpr int server_days = 825; // a hub that runs longer has to be restarted once

// Reads the authority of the directory or makes it on first start (files of mode 0600), and signs a server certificate.
// Valid from a fixed day on, so that a till whose clock is behind can still see that the hub is the right one.
// `names`: host names and numeric addresses. Fails with "error.hub_certificate".
Result<ServerIdentity> make_server_identity(const HubDirectory& directory, const std::vector<std::string>& names,
                                            const Clock& clock);

// Names by which this machine can be reached: localhost, its host name, and every address of its interfaces.
std::vector<std::string> own_names();

} // namespace ocop
