// Who may read personal data: the organisers with their unlock code, and whoever holds the recovery code. The till
// knows the public keys only (entry readers_set); the organisers' secret key lies in the data directory, wrapped by
// their code, and the recovery key lies nowhere: it is computed from its code, which is shown once.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/journal/personal.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

using PublicReader = std::array<std::byte, 32>; // X25519

struct Readers {
    PublicReader organisers{};
    PublicReader recovery{};
    std::vector<PublicReader> all() const { return {organisers, recovery}; }
    bool operator==(const Readers&) const = default;
};
nlohmann::json readers_to_json(const Readers& readers);
Result<Readers> readers_from_json(const nlohmann::json& body);

struct NewReaders {
    Readers readers;
    std::string unlock_code;   // "7K3M-Q9TX-2BHD-W5PA": for the organisers' phone book
    std::string recovery_code; // eight such groups: for a sealed envelope
};

// Makes both keys and writes the wrapped one into `file`, mode 0600, where there must be none. With an empty
// `unlock_code` one is drawn (80 bits); Argon2id makes each guess cost a quarter of a second.
Result<NewReaders> create_readers(const std::filesystem::path& file, std::string unlock_code, Randomness& randomness);

// The secret key that `code` opens: the organisers' from `file`, or the recovery key. Letters' case, spaces and dashes
// do not matter, O is 0, I and L are 1. Refused with error.unlock_code for any other code.
Result<ReaderKey> unlock_reader(const std::filesystem::path& file, const Readers& readers, std::string_view code);

} // namespace ocop
