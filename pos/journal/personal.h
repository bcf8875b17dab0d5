// Personal data is not in the chain. An entry holds a salted commitment; the person's fields sit in the table
// `personal`, each row under its own random key that is wrapped to the organisers' keys and a recovery key. Erasing the
// row leaves the chain whole (architecture.md, The journal).
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/journal/entry.h"
#include "pos/store/database.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace ocop {

// X25519 key pair of somebody who may unlock personal fields.
struct ReaderKey {
    std::array<std::byte, 32> public_part{};
    std::array<std::byte, 32> secret_part{};
    static ReaderKey create();
};

struct PersonalRow {
    std::string id;       // named by the entry's commitment
    std::string entry_id; //
    Bytes nonce;
    Bytes sealed;             // fields and salt under the row's own key (XSalsa20-Poly1305)
    std::string wrapped_keys; // JSON: public key in hex → sealed box of the row's key in hex
};

struct SealedPerson {
    PersonalRow row;
    Hash commitment{}; // SHA-256(salt ‖ fields), to be put into the entry's body
};

// At least one reader is needed, or nobody could ever read it: an empty list throws.
SealedPerson seal_person(const std::string& entry_id, const nlohmann::json& fields,
                         const std::vector<std::array<std::byte, 32>>& readers, Clock& clock, Randomness& randomness);

// The fields, for a holder of one of the wrapped keys. Refused for any other key or an altered row.
Result<nlohmann::json> open_person(const PersonalRow& row, const ReaderKey& reader);

// Whether opened fields are those the entry committed to is checked by open_person against `commitment`.
Result<nlohmann::json> open_committed_person(const PersonalRow& row, const ReaderKey& reader, const Hash& commitment);

// Part of the caller's transaction.
void store_person(Database& database, const PersonalRow& row);
std::vector<PersonalRow> persons_of(Database& database, const std::string& entry_id);
// Part of the caller's transaction: the row is overwritten and gone, once the next checkpoint has emptied the log. The
// Erasure entry is the caller's.
void erase_person(Database& database, const std::string& row_id);

} // namespace ocop
