#include "pos/journal/personal.h"

#include "pos/base/raw_bytes.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <stdexcept>

namespace ocop {
namespace {

std::string hex_of(const std::byte* bytes, std::size_t size) {
    std::string text(2 * size + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), size);
    text.pop_back();
    return text;
}

tl::unexpected<Error> cannot_open() {
    return fail(ErrorKind::refused, "error.personal_locked");
}

struct OpenedRow {
    std::string salt;
    std::string fields;
};

Result<OpenedRow> unlock(const PersonalRow& row, const ReaderKey& reader) {
    const auto wrapped = nlohmann::json::parse(row.wrapped_keys, nullptr, false);
    const auto mine = hex_of(reader.public_part.data(), reader.public_part.size());
    if (!wrapped.is_object() || !wrapped.contains(mine) || !wrapped[mine].is_string()) return cannot_open();
    const auto& hex = wrapped[mine].get_ref<const std::string&>();
    std::array<std::byte, crypto_secretbox_KEYBYTES + crypto_box_SEALBYTES> box{};
    std::array<std::byte, crypto_secretbox_KEYBYTES> key{};
    std::size_t size = 0;
    if (sodium_hex2bin(raw(box.data()), box.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 ||
        size != box.size() ||
        crypto_box_seal_open(raw(key.data()), raw(box.data()), box.size(), raw(reader.public_part.data()),
                             raw(reader.secret_part.data())) != 0)
        return cannot_open();
    if (row.nonce.size() != crypto_secretbox_NONCEBYTES || row.sealed.size() < crypto_secretbox_MACBYTES)
        return cannot_open();
    std::string plain(row.sealed.size() - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()), raw(row.sealed.data()),
                                   row.sealed.size(), raw(row.nonce.data()), raw(key.data())) != 0 ||
        plain.size() < 64)
        return cannot_open();
    return OpenedRow{plain.substr(0, 64), plain.substr(64)};
}

} // namespace

ReaderKey ReaderKey::create() {
    ReaderKey key;
    crypto_box_keypair(raw(key.public_part.data()), raw(key.secret_part.data()));
    return key;
}

SealedPerson seal_person(const std::string& entry_id, const nlohmann::json& fields,
                         const std::vector<std::array<std::byte, 32>>& readers, Clock& clock, Randomness& randomness) {
    if (readers.empty()) throw std::invalid_argument("personal data that nobody could unlock");
    SealedPerson person;
    person.row.id = make_uuid_v7(clock.now(), randomness);
    person.row.entry_id = entry_id;
    const auto salted = random_hex(32, randomness) + fields.dump();
    person.commitment = sha256(salted);
    std::array<std::byte, crypto_secretbox_KEYBYTES> key{};
    crypto_secretbox_keygen(raw(key.data()));
    person.row.nonce.resize(crypto_secretbox_NONCEBYTES);
    randombytes_buf(person.row.nonce.data(), person.row.nonce.size());
    person.row.sealed.resize(salted.size() + crypto_secretbox_MACBYTES);
    crypto_secretbox_easy(raw(person.row.sealed.data()), raw(salted), salted.size(), raw(person.row.nonce.data()),
                          raw(key.data()));
    auto wrapped = nlohmann::json::object();
    for (const auto& reader : readers) {
        std::array<std::byte, crypto_secretbox_KEYBYTES + crypto_box_SEALBYTES> box{};
        if (crypto_box_seal(raw(box.data()), raw(key.data()), key.size(), raw(reader.data())) != 0)
            throw std::invalid_argument("a reader's public key is not one");
        wrapped[hex_of(reader.data(), reader.size())] = hex_of(box.data(), box.size());
    }
    sodium_memzero(key.data(), key.size());
    person.row.wrapped_keys = wrapped.dump();
    return person;
}

Result<nlohmann::json> open_person(const PersonalRow& row, const ReaderKey& reader) {
    OCOP_TRY_ASSIGN(const auto opened, unlock(row, reader));
    auto fields = nlohmann::json::parse(opened.fields, nullptr, false);
    if (fields.is_discarded()) return cannot_open();
    return fields;
}

Result<nlohmann::json> open_committed_person(const PersonalRow& row, const ReaderKey& reader, const Hash& commitment) {
    OCOP_TRY_ASSIGN(const auto opened, unlock(row, reader));
    if (sha256(opened.salt + opened.fields) != commitment) return fail(ErrorKind::conflict, "error.personal_differs");
    return open_person(row, reader);
}

void store_person(Database& database, const PersonalRow& row) {
    database.cached("INSERT INTO personal VALUES (?, ?, ?, ?, ?)")
        .bind_all(row.id, row.entry_id, row.nonce, row.sealed, row.wrapped_keys)
        .run();
}

std::vector<PersonalRow> persons_of(Database& database, const std::string& entry_id) {
    std::vector<PersonalRow> rows;
    auto found = database.prepare(
        "SELECT id, entry_id, nonce, sealed, wrapped_keys FROM personal WHERE entry_id = ? ORDER BY id");
    found.bind_all(entry_id);
    while (found.step())
        rows.push_back({found.text(0), found.text(1), found.bytes(2), found.bytes(3), found.text(4)});
    return rows;
}

void erase_person(Database& database, const std::string& row_id) {
    // Pages that are filled and split keep copies of rows in their unused parts, which a DELETE of one row does not
    // reach. Emptying the table frees and zeroes every page; then those that stay are written again.
    std::vector<PersonalRow> staying;
    {
        auto others = database.prepare("SELECT id, entry_id, nonce, sealed, wrapped_keys FROM personal WHERE id <> ?");
        others.bind_all(row_id);
        while (others.step())
            staying.push_back({others.text(0), others.text(1), others.bytes(2), others.bytes(3), others.text(4)});
    }
    database.execute("PRAGMA secure_delete = ON; DELETE FROM personal");
    for (const auto& row : staying)
        store_person(database, row);
    database.execute("PRAGMA secure_delete = OFF");
}

} // namespace ocop
