// A call to the hub and its answer, as the server hands them over; nothing of HTTP's framing is left in them.
#pragma once

#include "sync/protocol/calls.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace ocop {

struct ByteRange {
    std::int64_t from = 0;
    std::int64_t to = 0; // included
    bool operator==(const ByteRange&) const = default;
};

struct HubRequest {
    bool post = false; // otherwise GET
    std::string path;
    std::string query;      // behind the question mark
    std::string credential; // of "Authorization: Bearer", may be empty
    std::string content_type;
    std::string body;
    bool gzipped = false;
    std::string if_none_match;
    std::optional<ByteRange> range;
    bool local = false; // came through the 0600 socket of the data directory
};

struct HubResponse {
    int status = 200;
    std::string content_type = media_type::json;
    std::string body;
    std::string etag;               // quotes included
    std::optional<ByteRange> range; // of a 206
    std::int64_t whole_size = 0;    // beside range; of a 416 too
    int retry_after = 0;            // seconds
    std::filesystem::path file;     // sent instead of body when not empty
};

} // namespace ocop
