#include "pos/journal/signature.h"

#include "pos/base/raw_bytes.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ocop {
namespace {

std::string head_message(const std::string& lineage, std::int64_t seq, const Hash& hash) {
    return "ocop-head-1\n" + lineage + "\n" + std::to_string(seq) + "\n" + to_hex(hash);
}

template <std::size_t size>
std::string hex_of(const std::array<std::byte, size>& bytes) {
    std::string text(2 * size + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes.data()), size);
    text.pop_back();
    return text;
}

template <std::size_t size>
Result<std::array<std::byte, size>> bytes_of(std::string_view hex) {
    std::array<std::byte, size> bytes{};
    std::size_t read = 0;
    if (hex.size() != 2 * size ||
        sodium_hex2bin(raw(bytes.data()), size, hex.data(), hex.size(), nullptr, &read, nullptr) != 0 || read != size)
        return fail(ErrorKind::refused, "error.key_broken", {}, "not the right number of hex digits");
    return bytes;
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

} // namespace

Result<TillKey> TillKey::load_or_create(const std::filesystem::path& file) {
    TillKey key;
    const auto refuse = [&](const std::string& why) {
        return fail(ErrorKind::storage, "error.key_file", {{"file", file.string()}}, why);
    };
    if (const Descriptor existing(::open(file.c_str(), O_RDONLY | O_CLOEXEC)); existing.number() >= 0) {
        struct stat status {};
        if (::fstat(existing.number(), &status) != 0 || (status.st_mode & 077U) != 0)
            return refuse("readable by others than its owner");
        if (::read(existing.number(), key.secret_.data(), key.secret_.size()) !=
            static_cast<ssize_t>(key.secret_.size()))
            return refuse("too short");
        // The second half follows from the first: a key that decayed must not sign what nobody can verify.
        std::array<std::byte, 64> again{};
        crypto_sign_seed_keypair(raw(key.public_key_.bytes.data()), raw(again.data()), raw(key.secret_.data()));
        if (sodium_memcmp(again.data(), key.secret_.data(), again.size()) != 0) return refuse("damaged");
        return key;
    }
    if (errno != ENOENT) return refuse(std::strerror(errno));
    crypto_sign_keypair(raw(key.public_key_.bytes.data()), raw(key.secret_.data()));
    const Descriptor created(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (created.number() < 0 ||
        ::write(created.number(), key.secret_.data(), key.secret_.size()) != static_cast<ssize_t>(key.secret_.size()) ||
        ::fsync(created.number()) != 0)
        return refuse(std::strerror(errno));
    return key;
}

Signature TillKey::sign_head(const std::string& lineage, std::int64_t seq, const Hash& hash) const {
    const auto message = head_message(lineage, seq, hash);
    Signature signature{};
    crypto_sign_detached(raw(signature.bytes.data()), nullptr, reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), raw(secret_.data()));
    return signature;
}

bool verify_head(const PublicKey& key, const std::string& lineage, std::int64_t seq, const Hash& hash,
                 const Signature& signature) {
    const auto message = head_message(lineage, seq, hash);
    return crypto_sign_verify_detached(raw(signature.bytes.data()),
                                       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                                       raw(key.bytes.data())) == 0;
}

std::string to_hex(const PublicKey& key) {
    return hex_of(key.bytes);
}
std::string to_hex(const Signature& signature) {
    return hex_of(signature.bytes);
}
Result<PublicKey> public_key_from_hex(std::string_view hex) {
    OCOP_TRY_ASSIGN(const auto bytes, bytes_of<32>(hex));
    return PublicKey{bytes};
}
Result<Signature> signature_from_hex(std::string_view hex) {
    OCOP_TRY_ASSIGN(const auto bytes, bytes_of<64>(hex));
    return Signature{bytes};
}

} // namespace ocop
