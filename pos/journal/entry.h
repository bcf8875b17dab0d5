// One entry of the journal: a whole document that happened at a till, frozen as bytes and chained by hash.
#pragma once

#include "pos/base/result.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ocop {

using Hash = std::array<std::byte, 32>; // SHA-256

std::string to_hex(const Hash& hash);
Result<Hash> hash_from_hex(std::string_view hex);
Hash sha256(std::string_view bytes);

// Kinds of version 1 (the text in "kind"). An unknown kind is stored and left to a newer program.
namespace kind {
inline constexpr const char* till_started = "till_started";       // first of a lineage: till, series, forked_from
inline constexpr const char* release_adopted = "release_adopted"; // catalogue in force from here on
inline constexpr const char* staff_set = "staff_set";             // a person, their role and PIN hash
inline constexpr const char* booth_set = "booth_set";             // shop, fair, booth, bank account
inline constexpr const char* intake = "intake";                   // goods received
inline constexpr const char* shift_opened = "shift_opened";
inline constexpr const char* shift_pulled = "shift_pulled"; // its drawer is out of the till, to be counted
inline constexpr const char* shift_closed = "shift_closed"; // with its Z report
inline constexpr const char* cash_movement = "cash_movement";
inline constexpr const char* drawer_event = "drawer_event"; // the drawer was opened without a sale
inline constexpr const char* sale = "sale";
inline constexpr const char* refund = "refund";             // money back; names the sale it amends
inline constexpr const char* cart_dropped = "cart_dropped"; // an order given up, with its lines and the reason
inline constexpr const char* readers_set = "readers_set";   // public keys that personal data is sealed to
inline constexpr const char* lead = "lead";                 // a wholesale enquiry, without the person
inline constexpr const char* usage = "usage";               // what visitors looked at in one hour
inline constexpr const char* erasure = "erasure";           // personal data erased
inline constexpr const char* fault = "fault";               // something to tell people: hub went backwards, fork
} // namespace kind

// The fields in front of the body; `seq` runs 1, 2, 3 ... per lineage without gaps.
struct EntryHeader {
    std::string till;    // till code
    std::string lineage; // 32 hex digits, born with the database file
    std::int64_t seq = 0;
    std::string kind;
    std::string id; // UUIDv7
    Instant recorded_at;
    Day business_date;
    bool training = false;
    Dong perpetual_total; // sum of all non-training sales of the lineage up to and including this entry
    Hash prev_hash{};     // zero for seq 1
};

// An entry as stored: bytes are made once, sent as stored, verified as stored.
struct Entry {
    EntryHeader header;
    std::string bytes;
    Hash hash{};
};

// Freezes header and body into bytes: one JSON object, ASCII keys in sorted order, integers within ±2^53, NFC text.
// Throws std::invalid_argument when the body breaks that (a broken invariant). hash = SHA-256("ocop-entry-1\n" ‖
// prev_hash ‖ bytes).
Entry freeze(const EntryHeader& header, const nlohmann::json& body);

// Longest bytes an entry may have, so that it can always be sent (reference/sync.md §5).
inline constexpr std::size_t largest_entry = 192 * 1024;

Hash chain_hash(const Hash& prev_hash, std::string_view bytes);

// Reads the header of stored bytes and computes their hash. Refused when the bytes are not such an object.
Result<Entry> read_entry(std::string bytes);
// The body of stored bytes.
Result<nlohmann::json> body_of(const Entry& entry);

} // namespace ocop
