#include "pos/leads/reader_keys.h"

#include "pos/base/raw_bytes.h"
#include "pos/store/whole_file.h"

#include <nlohmann/json.hpp>
#include <sodium.h>
#include <sys/stat.h>

#include <new>

namespace ocop {
namespace {

using nlohmann::json;

constexpr unsigned long long operations = 3;
constexpr std::size_t memory = 64UL * 1024 * 1024;
constexpr std::size_t largest_file = 4096;
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U
// The recovery code has 160 bits, so a salt of its own would only be one more thing to lose.
constexpr char recovery_salt[crypto_pwhash_SALTBYTES + 1] = "ocop-recovery-01";

std::string hex_of(const unsigned char* bytes, std::size_t size) {
    std::string text(2 * size + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

bool read_hex(const std::string& hex, unsigned char* into, std::size_t size) {
    std::size_t read = 0;
    return hex.size() == 2 * size && sodium_hex2bin(into, size, hex.data(), hex.size(), nullptr, &read, nullptr) == 0 &&
           read == size;
}

// What is typed, down to the letters that carry meaning.
std::string plain(std::string_view code) {
    std::string text;
    for (char c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) text += c;
    }
    return text;
}

std::string draw_code(int groups, Randomness& randomness) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(groups) * 4);
    randomness.fill(bytes);
    std::string code;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i != 0 && i % 4 == 0) code += '-';
        code += letters[std::to_integer<std::size_t>(bytes[i]) % letters.size()];
    }
    return code;
}

using Stretched = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
static_assert(crypto_secretbox_KEYBYTES == crypto_box_SEEDBYTES);

Stretched stretch(std::string_view code, const unsigned char* salt) {
    const auto text = plain(code);
    Stretched key{};
    if (crypto_pwhash(key.data(), key.size(), text.data(), text.size(), salt, operations, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

ReaderKey recovery_of(std::string_view code) {
    auto seed = stretch(code, raw(recovery_salt));
    ReaderKey key;
    crypto_box_seed_keypair(raw(key.public_part.data()), raw(key.secret_part.data()), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return key;
}

struct Wrapped {
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    std::array<unsigned char, crypto_secretbox_NONCEBYTES> nonce{};
    std::array<unsigned char, 32 + crypto_secretbox_MACBYTES> sealed{};
};

Wrapped wrap(const ReaderKey& key, std::string_view code, Randomness& randomness) {
    Wrapped wrapped;
    randomness.fill(std::as_writable_bytes(std::span(wrapped.salt)));
    randomness.fill(std::as_writable_bytes(std::span(wrapped.nonce)));
    auto stretched = stretch(code, wrapped.salt.data());
    crypto_secretbox_easy(wrapped.sealed.data(), raw(key.secret_part.data()), key.secret_part.size(),
                          wrapped.nonce.data(), stretched.data());
    sodium_memzero(stretched.data(), stretched.size());
    return wrapped;
}

Result<> write_wrapped(const std::filesystem::path& file, const Wrapped& wrapped) {
    const json document{{"version", 1},
                        {"salt", hex_of(wrapped.salt.data(), wrapped.salt.size())},
                        {"nonce", hex_of(wrapped.nonce.data(), wrapped.nonce.size())},
                        {"sealed", hex_of(wrapped.sealed.data(), wrapped.sealed.size())}};
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        OCOP_TRY_ASSIGN(auto stream, open_part(part));
        // Before the first byte is in it.
        if (::chmod(part.c_str(), 0600) != 0) return cannot_write(file);
        stream << document.dump() << '\n';
        stream.close();
        if (!stream) return cannot_write(file);
        return {};
    });
}

Result<Wrapped> read_wrapped(const std::filesystem::path& file) {
    const auto refuse = [&](const char* why) {
        return fail(ErrorKind::storage, "error.key_file", {{"file", file.string()}}, why);
    };
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return fail(ErrorKind::not_found, "error.unlock_code");
    if ((status.st_mode & 077U) != 0) return refuse("readable by others than its owner");
    OCOP_TRY_ASSIGN(const auto text, read_bytes(file, largest_file));
    const auto document = json::parse(text, nullptr, false);
    const auto field = [&](const char* name) {
        return document.is_object() && document.contains(name) && document[name].is_string()
                   ? document[name].get<std::string>()
                   : std::string();
    };
    Wrapped wrapped;
    if (!read_hex(field("salt"), wrapped.salt.data(), wrapped.salt.size()) ||
        !read_hex(field("nonce"), wrapped.nonce.data(), wrapped.nonce.size()) ||
        !read_hex(field("sealed"), wrapped.sealed.data(), wrapped.sealed.size()))
        return refuse("not the file of a reader's key");
    return wrapped;
}

// The organisers' key when the code opens the file and the key is the one that the journal names.
Result<ReaderKey> organisers_of(const std::filesystem::path& file, const Readers& readers, std::string_view code) {
    OCOP_TRY_ASSIGN(const auto wrapped, read_wrapped(file));
    auto stretched = stretch(code, wrapped.salt.data());
    ReaderKey key;
    const bool opened = crypto_secretbox_open_easy(raw(key.secret_part.data()), wrapped.sealed.data(),
                                                   wrapped.sealed.size(), wrapped.nonce.data(), stretched.data()) == 0;
    sodium_memzero(stretched.data(), stretched.size());
    if (opened) crypto_scalarmult_base(raw(key.public_part.data()), raw(key.secret_part.data()));
    if (!opened || key.public_part != readers.organisers) return fail(ErrorKind::refused, "error.unlock_code");
    return key;
}

} // namespace

json readers_to_json(const Readers& readers) {
    return {{"organisers", hex_of(raw(readers.organisers.data()), readers.organisers.size())},
            {"recovery", hex_of(raw(readers.recovery.data()), readers.recovery.size())}};
}

Result<Readers> readers_from_json(const json& body) {
    Readers readers;
    const auto read = [&](const char* name, PublicReader& key) {
        const auto found = body.find(name);
        return found != body.end() && found->is_string() &&
               read_hex(found->get<std::string>(), raw(key.data()), key.size());
    };
    if (!body.is_object() || !read("organisers", readers.organisers) || !read("recovery", readers.recovery))
        return fail(ErrorKind::refused, "error.key_broken", {}, "readers_set");
    return readers;
}

Result<NewReaders> create_readers(const std::filesystem::path& file, std::string unlock_code, Randomness& randomness) {
    std::error_code unknown; // cannot be looked at: writing it will say why
    if (std::filesystem::exists(file, unknown))
        return fail(ErrorKind::refused, "error.readers_exist", {{"file", file.string()}});
    NewReaders made;
    made.unlock_code = unlock_code.empty() ? draw_code(4, randomness) : std::move(unlock_code);
    made.recovery_code = draw_code(8, randomness);
    auto organisers = ReaderKey::create();
    made.readers = {organisers.public_part, recovery_of(made.recovery_code).public_part};
    OCOP_TRY(write_wrapped(file, wrap(organisers, made.unlock_code, randomness)));
    sodium_memzero(organisers.secret_part.data(), organisers.secret_part.size());
    return made;
}

Result<ReaderKey> unlock_reader(const std::filesystem::path& file, const Readers& readers, std::string_view code) {
    auto organisers = organisers_of(file, readers, code);
    if (organisers) return organisers;
    auto recovery = recovery_of(code);
    if (recovery.public_part == readers.recovery) return recovery;
    return organisers.error().kind == ErrorKind::storage ? organisers : fail(ErrorKind::refused, "error.unlock_code");
}

} // namespace ocop
