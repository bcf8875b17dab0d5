// Enrolment of a till at a hub: once, with the address and the code from the hub's screen.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/signature.h"
#include "sync/till/hub_connection.h"
#include "sync/till/hub_settings.h"

#include <functional>
#include <memory>
#include <string>

namespace ocop {

// Makes the line to a hub: to `url`, trusting `ca_pem`; with an empty ca_pem on https nothing is verified yet.
using MakeConnection = std::function<std::unique_ptr<HubConnection>(const std::string& url, const std::string& ca_pem)>;
MakeConnection over_http(); // HttpConnection

struct EnrolmentDetails {
    std::string address; // as scanned, see read_hub_address()
    std::string code;
    std::string till_code;
    PublicKey public_key;
    std::string program;
};

// Fetches the hub's authority and compares it with the pin of the address before the code is sent anywhere; then
// enrols over a line that trusts this authority alone. Errors: refused "error.hub_pin" (another hub answers),
// "error.enrolment_refused" (code unknown, used or expired), those of the connection. Nothing is stored.
Result<HubSettings> enrol(const EnrolmentDetails& details, const MakeConnection& connect);

} // namespace ocop
