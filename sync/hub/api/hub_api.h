// Every call of the protocol, answered from a store. Knows nothing of sockets.
#pragma once

#include "pos/base/clock.h"
#include "sync/hub/api/hub_request.h"
#include "sync/hub/hub_directory.h"
#include "sync/hub/store/hub_store.h"

#include <cstddef>
#include <string>

namespace ocop {

// A hub's parts. They outlive everything that works with them.
struct HubParts {
    HubDirectory directory;
    HubStore* store = nullptr;
    const Clock* clock = nullptr;
    Randomness* randomness = nullptr;
    std::string authority_pem; // empty: plain HTTP, on loopback only
};

class HubApi {
public:
    explicit HubApi(HubParts parts) : parts_(std::move(parts)) {}

    // Any thread. Never throws: a failing disk answers 503, so that the till tries again; an exception answers 500.
    HubResponse answer(const HubRequest& request);
    // Longest body that a call may have, as sent and unpacked.
    static std::size_t largest_body(const std::string& path);
    static constexpr std::size_t largest_import = 8 * 1024 * 1024; // of POST /v1/imports; longer sticks come in parts

private:
    HubResponse route(const HubRequest& request);
    HubResponse enrol(const std::string& body);
    HubResponse hello(const EnrolledTill& till);
    HubResponse journal(const EnrolledTill& till, const std::string& body);
    HubResponse hashes(const HubRequest& request);
    HubResponse current_release(const HubRequest& request);
    HubResponse blob(const HubRequest& request);
    HubResponse import(const std::string& body);

    HubParts parts_;
};

// What a piece of a blob's answer holds at most; longer ranges are answered shorter, as Content-Range says.
inline constexpr std::int64_t longest_range = 4 * 1024 * 1024;

} // namespace ocop
