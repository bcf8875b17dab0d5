// The calls of the hub, version 1 (architecture.md, Sync protocol), and the limits that both sides keep to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ocop {

inline constexpr std::int64_t protocol_version = 1;

namespace calls {
inline constexpr const char* authority = "/v1/ca"; // the hub's CA as PEM; unverified, compared with the pin
inline constexpr const char* enrolments = "/v1/enrolments";
inline constexpr const char* hello = "/v1/hello";
inline constexpr const char* journal = "/v1/journal";
inline constexpr const char* current_release = "/v1/releases/current";
inline constexpr const char* blobs = "/v1/blobs/"; // followed by the SHA-256
inline constexpr const char* imports = "/v1/imports";
inline std::string hashes(const std::string& lineage, std::int64_t at) {
    return "/v1/journal/" + lineage + "/hashes?at=" + std::to_string(at);
}
inline std::string blob(const std::string& sha256) {
    return blobs + sha256;
}
} // namespace calls

namespace media_type {
inline constexpr const char* json = "application/json";
inline constexpr const char* batch = "application/x-ndjson";
inline constexpr const char* carry = "application/vnd.ocop.carry";
} // namespace media_type

// A till names itself by "Authorization: Bearer <credential>"; bodies may come with "Content-Encoding: gzip".
inline constexpr std::size_t most_batch_entries = 500;
inline constexpr std::size_t largest_batch = 1024 * 1024;                   // bytes of its entries
inline constexpr std::size_t largest_batch_body = largest_batch + 8 * 1024; // with header, trailer and line ends
inline constexpr std::size_t largest_answer = 256 * 1024;                   // of any JSON answer but a manifest

} // namespace ocop
