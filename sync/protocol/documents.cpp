#include "sync/protocol/documents.h"

#include "sync/protocol/calls.h"

#include <algorithm>

namespace ocop {

bool is_identity(std::string_view text) {
    return text.size() == 32 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

tl::unexpected<Error> protocol_broken(const char* document, std::string why) {
    return fail(ErrorKind::refused, "error.protocol_broken", {{"document", document}}, std::move(why));
}

Result<nlohmann::json> parse_document(const char* document, std::string_view text, std::size_t largest) {
    if (text.size() > largest) return protocol_broken(document, "longer than " + std::to_string(largest) + " bytes");
    auto parsed = nlohmann::json::parse(text, nullptr, false);
    if (!parsed.is_object()) return protocol_broken(document, "not a JSON object");
    const auto version = parsed.find("protocol");
    if (version == parsed.end() || !version->is_number_unsigned())
        return protocol_broken(document, "no protocol version");
    if (version->get<std::uint64_t>() > static_cast<std::uint64_t>(protocol_version))
        return fail(ErrorKind::newer, "error.protocol_newer", {{"document", document}});
    if (version->get<std::uint64_t>() == 0) return protocol_broken(document, "protocol 0");
    return parsed;
}

std::string identity_or_empty(JsonReader& reader, const char* key) {
    auto text = reader.text_or_empty(key);
    if (!text.empty() && !is_identity(text)) {
        reader.refuse(key, "not 32 hex digits");
        text.clear();
    }
    return text;
}

std::string identity_field(JsonReader& reader, const char* key) {
    auto text = reader.text(key);
    if (!is_identity(text)) {
        reader.refuse(key, "not 32 hex digits");
        text.clear();
    }
    return text;
}

std::string short_text_field(JsonReader& reader, const char* key) {
    auto text = reader.text(key);
    if (!text.empty() && text.size() <= 200) return text;
    reader.refuse(key, "empty or longer than 200 bytes");
    return {};
}

Hash hash_field(JsonReader& reader, const char* key) {
    if (const auto hash = hash_from_hex(reader.text(key))) return *hash;
    reader.refuse(key, "not a SHA-256");
    return {};
}

} // namespace ocop
