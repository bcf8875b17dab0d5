// Reads fields of JSON objects strictly and remembers the first one that is wrong, so that the reader of a long
// document checks once, at its end.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ocop {

class JsonReader {
public:
    // `problem` receives "where.key: why" of the first broken field and stays as it is when there is none. The object
    // and the problem must outlive the reader.
    JsonReader(const nlohmann::json& object, std::string where, std::string& problem);

    bool has(const char* key) const;
    std::string text(const char* key);          // required, NFC, may be ""
    std::string text_or_empty(const char* key); // absent means ""
    std::int64_t integer(const char* key, std::int64_t lowest, std::int64_t highest);
    bool flag(const char* key);                         // absent means false
    double fraction(const char* key, double otherwise); // 0..1, absent means `otherwise`
    std::vector<std::string> texts(const char* key);    // absent means none
    std::map<std::string, std::string> text_map(const char* key);

    // Calls read for every object of a list, or of an object's fields with its name; absent means none.
    void each(const char* key, const std::function<void(JsonReader&)>& read);
    void each_field(const char* key, const std::function<void(const std::string&, JsonReader&)>& read);

    // The value that `from` (text → optional) makes of a required text field.
    template <class From>
    auto choice(const char* key, From from) {
        auto chosen = from(text(key));
        if (!chosen) {
            refuse(key, "not one of the allowed values");
            return typename decltype(chosen)::value_type{};
        }
        return *chosen;
    }

    void refuse(const std::string& key, const std::string& why);

private:
    const nlohmann::json* find(const char* key) const;
    std::string checked(const std::string& key, const nlohmann::json& value);

    const nlohmann::json& object_;
    std::string where_;
    std::string& problem_;
};

} // namespace ocop
