// One line to a hub, as the sync engine sees it: a request, and what came back. Tests put a hub in memory behind it.
#pragma once

#include "pos/base/result.h"
#include "sync/protocol/calls.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace ocop {

struct HttpRequest {
    std::string path;         // from the table of calls; GET without a body, POST with one
    std::string content_type; // of the body
    std::string body;
    std::string if_none_match;              // an ETag, quotes included
    std::optional<std::int64_t> range_from; // asks for bytes range_from..range_to
    std::int64_t range_to = 0;
    std::size_t largest_answer = ocop::largest_answer; // bytes; what is longer is cut and not complete
};

struct HttpResponse {
    int status = 0;
    std::string content_type; // without parameters, lower case
    std::string etag;
    std::optional<std::int64_t> range_from; // of a 206
    std::int64_t retry_after = 0;           // seconds, 0 when not given
    std::string body;
    bool complete = true; // false: the line broke after the headers; body is what had arrived
};

class HubConnection {
public:
    virtual ~HubConnection() = default;
    // Fails with offline when no answer began; every answer that began is a value, whatever its status.
    virtual Result<HttpResponse> exchange(const HttpRequest& request) = 0;
};

} // namespace ocop
