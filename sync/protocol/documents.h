// What the JSON documents of the protocol have in common: how they are read, and how names in them look.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/json_reader.h"
#include "pos/journal/entry.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ocop {

// 32 lower-case hex digits, as lineages, branches and hub ids are.
bool is_identity(std::string_view text);

// "error.protocol_broken" names the document and keeps `why` for engineers.
tl::unexpected<Error> protocol_broken(const char* document, std::string why);

// One JSON object of at most `largest` bytes; with newer when its "protocol" is above ours.
Result<nlohmann::json> parse_document(const char* document, std::string_view text, std::size_t largest);

// Fields that a JsonReader does not know. A broken one is refused there and read as a zero value.
std::string identity_field(JsonReader& reader, const char* key);    // required
std::string identity_or_empty(JsonReader& reader, const char* key); // absent or "" means ""
std::string short_text_field(JsonReader& reader, const char* key);  // required, at most 200 bytes, not empty
Hash hash_field(JsonReader& reader, const char* key);               // required
inline constexpr std::int64_t largest_number = std::int64_t{1} << 53;

} // namespace ocop
