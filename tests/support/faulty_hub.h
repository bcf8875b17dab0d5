// A line to a hub that fails where a test tells it to.
#pragma once

#include "sync/till/hub_connection.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace ocop::testing {

enum class HubFault {
    none,
    refuse,      // no connection
    lose_answer, // takes the request in, then the line breaks
    cut_answer,  // takes it in, half the answer arrives
    twice,       // the request is delivered twice
    lie,         // the first hash of the answer is another
    portal,      // a log-in page
    other_hub,   // another hub answers
    failing,     // status 500
    overloaded,  // status 503, Retry-After 400
    revoked,     // status 403
};
inline constexpr unsigned hub_faults = 11;

class FaultyHub : public HubConnection {
public:
    std::deque<HubFault> faults; // of the next exchanges
    std::function<HubFault(const HttpRequest&)> fault_of = [](const HttpRequest&) { return HubFault::none; };
    std::vector<std::string> asked; // paths

    Result<HttpResponse> exchange(const HttpRequest& request) final;
    std::size_t count_asked(const std::string& beginning) const;

protected:
    virtual HttpResponse answer(const HttpRequest& request) = 0;
    virtual std::string id() const = 0; // of the hub, replaced by HubFault::other_hub
};

HttpResponse json_answer(int status, std::string body);

} // namespace ocop::testing
