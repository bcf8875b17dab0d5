// The till's Ed25519 key, kept outside the database and outside backups.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/entry.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ocop {

struct PublicKey {
    std::array<std::byte, 32> bytes{};
    bool operator==(const PublicKey&) const = default;
};
struct Signature {
    std::array<std::byte, 64> bytes{};
    bool operator==(const Signature&) const = default;
};

class TillKey {
public:
    // Reads the key file (mode 0600 is required) or makes a new key when there is none.
    static Result<TillKey> load_or_create(const std::filesystem::path& file);

    const PublicKey& public_key() const { return public_key_; }
    // Signs a chain head: lineage, seq and hash.
    Signature sign_head(const std::string& lineage, std::int64_t seq, const Hash& hash) const;

private:
    PublicKey public_key_;
    std::array<std::byte, 64> secret_{};
};

bool verify_head(const PublicKey& key, const std::string& lineage, std::int64_t seq, const Hash& hash,
                 const Signature& signature);

std::string to_hex(const PublicKey& key);
std::string to_hex(const Signature& signature);
Result<PublicKey> public_key_from_hex(std::string_view hex);
Result<Signature> signature_from_hex(std::string_view hex);

} // namespace ocop
