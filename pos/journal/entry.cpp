#include "pos/journal/entry.h"

#include "pos/text/nfc.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace ocop {
namespace {

constexpr std::string_view hash_domain = "ocop-entry-1\n";
constexpr std::int64_t largest_integer = std::int64_t{1} << 53;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// The rules of frozen bytes: see entry.h.
void require_freezable(const nlohmann::json& value) {
    switch (value.type()) {
    case nlohmann::json::value_t::object:
        for (const auto& [key, item] : value.items()) {
            if (!is_ascii(key)) throw std::invalid_argument("a journal key is not ASCII: " + key);
            require_freezable(item);
        }
        return;
    case nlohmann::json::value_t::array:
        for (const auto& item : value)
            require_freezable(item);
        return;
    case nlohmann::json::value_t::string:
        if (const auto& text = value.get_ref<const std::string&>(); !is_ascii(text) && !is_nfc(text))
            throw std::invalid_argument("a journal text is not NFC: " + text);
        return;
    case nlohmann::json::value_t::number_integer:
    case nlohmann::json::value_t::number_unsigned:
        if (const auto number = value.get<std::int64_t>(); number > largest_integer || number < -largest_integer)
            throw std::invalid_argument("a journal integer leaves ±2^53");
        return;
    case nlohmann::json::value_t::boolean:
    case nlohmann::json::value_t::null:
        return;
    default:
        throw std::invalid_argument("a journal value is neither text, integer, truth, list nor object");
    }
}

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

tl::unexpected<Error> broken(std::string detail) {
    return fail(ErrorKind::refused, "error.entry_broken", {}, std::move(detail));
}

} // namespace

std::string to_hex(const Hash& hash) {
    std::string text(64, '0');
    static constexpr char digits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const auto byte = std::to_integer<unsigned>(hash[i]);
        text[2 * i] = digits[byte >> 4U];
        text[2 * i + 1] = digits[byte & 15U];
    }
    return text;
}

Result<Hash> hash_from_hex(std::string_view hex) {
    Hash hash{};
    if (hex.size() != 64) return broken("a hash has 64 hex digits");
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const int high = digit_value(hex[2 * i]);
        const int low = digit_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return broken("a hash has lower-case hex digits only");
        hash[i] = static_cast<std::byte>(high * 16 + low);
    }
    return hash;
}

Hash sha256(std::string_view bytes) {
    Hash hash{};
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

Hash chain_hash(const Hash& prev_hash, std::string_view bytes) {
    Hash hash{};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(hash_domain.data()), hash_domain.size());
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(prev_hash.data()), prev_hash.size());
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

Entry freeze(const EntryHeader& header, const nlohmann::json& body) {
    if (!body.is_object()) throw std::invalid_argument("a journal body is an object");
    require_freezable(body);
    // The members are written in sorted order by hand, so that the body is serialised once and not copied first.
    const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
    std::string bytes;
    bytes.reserve(2048);
    bytes += "{\"body\":";
    bytes += body.dump();
    bytes += ",\"business_date\":\"" + header.business_date.iso() + "\"";
    bytes += ",\"id\":" + quoted(header.id);
    bytes += ",\"kind\":" + quoted(header.kind);
    bytes += ",\"lineage\":" + quoted(header.lineage);
    bytes += ",\"perpetual_total\":" + std::to_string(header.perpetual_total.amount);
    bytes += ",\"prev_hash\":\"" + to_hex(header.prev_hash) + "\"";
    bytes += ",\"recorded_at\":" + std::to_string(header.recorded_at.milliseconds);
    bytes += ",\"seq\":" + std::to_string(header.seq);
    bytes += ",\"till\":" + quoted(header.till);
    bytes += header.training ? ",\"training\":true" : ",\"training\":false";
    bytes += ",\"v\":1}";
    Entry entry{header, std::move(bytes), {}};
    entry.hash = chain_hash(header.prev_hash, entry.bytes);
    return entry;
}

Result<Entry> read_entry(std::string bytes) {
    const auto document = nlohmann::json::parse(bytes, nullptr, false);
    if (!document.is_object()) return broken("not a JSON object");
    try {
        Entry entry;
        auto& header = entry.header;
        header.till = document.at("till").get<std::string>();
        header.lineage = document.at("lineage").get<std::string>();
        header.kind = document.at("kind").get<std::string>();
        header.id = document.at("id").get<std::string>();
        header.training = document.at("training").get<bool>();
        for (const char* name : {"seq", "recorded_at", "perpetual_total"})
            if (!document.at(name).is_number_integer()) return broken(std::string(name) + " is not an integer");
        header.seq = document.at("seq").get<std::int64_t>();
        header.recorded_at.milliseconds = document.at("recorded_at").get<std::int64_t>();
        header.perpetual_total.amount = document.at("perpetual_total").get<std::int64_t>();
        const auto day = Day::parse(document.at("business_date").get_ref<const std::string&>());
        if (!day || header.seq < 1) return broken("no such day or seq");
        header.business_date = *day;
        if (!document.at("body").is_object()) return broken("the body is not an object");
        OCOP_TRY_ASSIGN(header.prev_hash, hash_from_hex(document.at("prev_hash").get_ref<const std::string&>()));
        entry.hash = chain_hash(header.prev_hash, bytes);
        entry.bytes = std::move(bytes);
        return entry;
    } catch (const nlohmann::json::exception& failure) {
        return broken(failure.what());
    }
}

Result<nlohmann::json> body_of(const Entry& entry) {
    auto document = nlohmann::json::parse(entry.bytes, nullptr, false);
    if (!document.is_object() || !document.contains("body")) return broken("an entry without a body");
    return std::move(document["body"]);
}

} // namespace ocop
