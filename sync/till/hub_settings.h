// What a till knows of its hub since enrolment. Written by enrol(), read by everything that talks to the hub.
#pragma once

#include "pos/base/result.h"
#include "pos/store/data_directory.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

struct HubSettings {
    std::string url; // "https://192.168.4.1:8443", without a slash at its end
    std::string hub_id;
    std::string epoch; // at enrolment
    std::string till_id;
    std::string credential;
    std::string ca_pem; // the only authority trusted for this hub; empty with plain HTTP on loopback
    bool operator==(const HubSettings&) const = default;
};

// A file that only its owner may read (0600), whole or not there.
Result<> save_hub_settings(const DataDirectory& directory, const HubSettings& settings);
// Nothing when the till is not enrolled. Refused when the file is damaged or others may read it.
Result<std::optional<HubSettings>> load_hub_settings(const DataDirectory& directory);

// An address as people scan or type it: "https://host:port#ca=<SHA-256 of the CA's PEM>".
struct HubAddress {
    std::string url;
    std::string ca_sha256; // empty with plain HTTP
    bool operator==(const HubAddress&) const = default;
};

// Refused ("error.hub_address") unless it is https with the hash of the hub's CA, or http to this machine itself.
Result<HubAddress> read_hub_address(std::string_view text);

} // namespace ocop
