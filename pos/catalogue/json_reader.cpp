#include "pos/catalogue/json_reader.h"

#include "pos/text/nfc.h"

#include <nlohmann/json.hpp>

namespace ocop {

JsonReader::JsonReader(const nlohmann::json& object, std::string where, std::string& problem)
    : object_(object), where_(std::move(where)), problem_(problem) {
    if (!object_.is_object()) refuse("", "not an object");
}

const nlohmann::json* JsonReader::find(const char* key) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
}

bool JsonReader::has(const char* key) const {
    return find(key) != nullptr;
}

void JsonReader::refuse(const std::string& key, const std::string& why) {
    if (problem_.empty()) problem_ = where_ + (key.empty() ? "" : "." + key) + ": " + why;
}

std::string JsonReader::checked(const std::string& key, const nlohmann::json& value) {
    if (!value.is_string()) {
        refuse(key, "not text");
        return {};
    }
    const auto& text = value.get_ref<const std::string&>();
    if (!is_nfc(text)) refuse(key, "not NFC");
    return text;
}

std::string JsonReader::text(const char* key) {
    const auto* value = find(key);
    if (value == nullptr) {
        refuse(key, "missing");
        return {};
    }
    return checked(key, *value);
}

std::string JsonReader::text_or_empty(const char* key) {
    return has(key) ? text(key) : std::string();
}

std::int64_t JsonReader::integer(const char* key, std::int64_t lowest, std::int64_t highest) {
    const auto* value = find(key);
    const bool known = value != nullptr && value->is_number_integer();
    const bool huge = known && value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX;
    if (known && !huge) {
        const auto number = value->get<std::int64_t>();
        if (number >= lowest && number <= highest) return number;
    }
    refuse(key, value == nullptr ? "missing" : "not a whole number within its range");
    return lowest;
}

bool JsonReader::flag(const char* key) {
    const auto* value = find(key);
    if (value == nullptr) return false;
    if (!value->is_boolean()) {
        refuse(key, "neither true nor false");
        return false;
    }
    return value->get<bool>();
}

double JsonReader::fraction(const char* key, double otherwise) {
    const auto* value = find(key);
    if (value == nullptr) return otherwise;
    const double number = value->is_number() ? value->get<double>() : -1;
    if (number >= 0 && number <= 1) return number;
    refuse(key, "not a number from 0 to 1");
    return otherwise;
}

std::vector<std::string> JsonReader::texts(const char* key) {
    std::vector<std::string> result;
    const auto* value = find(key);
    if (value == nullptr) return result;
    if (!value->is_array()) {
        refuse(key, "not a list");
        return result;
    }
    for (const auto& item : *value)
        result.push_back(checked(key, item));
    return result;
}

std::map<std::string, std::string> JsonReader::text_map(const char* key) {
    std::map<std::string, std::string> result;
    const auto* value = find(key);
    if (value == nullptr) return result;
    if (!value->is_object()) {
        refuse(key, "not an object");
        return result;
    }
    for (const auto& [name, item] : value->items())
        result.emplace(name, checked(std::string(key) + "." + name, item));
    return result;
}

void JsonReader::each(const char* key, const std::function<void(JsonReader&)>& read) {
    const auto* value = find(key);
    if (value == nullptr) return;
    if (!value->is_array()) return refuse(key, "not a list");
    std::size_t at = 0;
    for (const auto& item : *value) {
        JsonReader reader(item, where_ + "." + key + "[" + std::to_string(at++) + "]", problem_);
        if (!problem_.empty()) return;
        read(reader);
    }
}

void JsonReader::each_field(const char* key, const std::function<void(const std::string&, JsonReader&)>& read) {
    const auto* value = find(key);
    if (value == nullptr) return;
    if (!value->is_object()) return refuse(key, "not an object");
    for (const auto& [name, item] : value->items()) {
        JsonReader reader(item, where_ + "." + key + "." + name, problem_);
        if (!problem_.empty()) return;
        read(name, reader);
    }
}

} // namespace ocop
