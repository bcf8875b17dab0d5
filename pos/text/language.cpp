#include "pos/text/language.h"

#include "pos/text/nfc.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace ocop {

namespace {

// What stands for "name" or "name|one|many".
std::string_view in_its_number(std::string_view placeholder, std::string_view value) {
    const auto one = placeholder.find('|');
    if (one == std::string_view::npos) return value;
    const auto many = placeholder.find('|', one + 1);
    if (many == std::string_view::npos) return placeholder.substr(one + 1);
    return value == "1" ? placeholder.substr(one + 1, many - one - 1) : placeholder.substr(many + 1);
}

} // namespace

Result<Language> Language::load(const std::filesystem::path& asset_root, std::string_view code,
                                const Language* fallback) {
    Language language;
    language.code_ = code;
    std::vector<std::filesystem::path> files;
    std::error_code failure;
    for (const auto& item : std::filesystem::directory_iterator(asset_root / "lang" / code, failure))
        if (item.path().extension() == ".json") files.push_back(item.path());
    if (failure || files.empty())
        return fail(ErrorKind::refused, "error.language_missing", {{"language", std::string(code)}}, failure.message());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream stream(file);
        const auto document = nlohmann::json::parse(stream, nullptr, false);
        const auto refuse = [&](const std::string& why) {
            return fail(ErrorKind::refused, "error.language_broken", {{"file", file.string()}, {"why", why}});
        };
        if (!document.is_object()) return refuse("not a JSON object");
        for (const auto& [key, value] : document.items()) {
            if (!value.is_string()) return refuse(key + " is not text");
            auto text = value.get<std::string>();
            if (!is_nfc(text)) return refuse(key + " is not NFC");
            if (!language.texts_.emplace(key, std::move(text)).second) return refuse(key + " is given twice");
        }
    }
    if (fallback != nullptr) language.texts_.insert(fallback->texts_.begin(), fallback->texts_.end());
    return language;
}

const std::string& Language::text(std::string_view key) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) throw std::out_of_range("no text for " + std::string(key) + " in " + code_);
    return found->second;
}

std::string Language::format(std::string_view key,
                             const std::vector<std::pair<std::string, std::string>>& values) const {
    const std::string& pattern = text(key);
    std::string result;
    result.reserve(pattern.size() + 32);
    for (std::size_t at = 0; at < pattern.size();) {
        const auto end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
        if (end == std::string::npos) {
            result += pattern[at++];
            continue;
        }
        const auto name = std::string_view(pattern).substr(at + 1, end - at - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const auto& pair) { return pair.first == name.substr(0, name.find('|')); });
        if (value == values.end())
            result += pattern.substr(at, end - at + 1);
        else
            result += in_its_number(name, value->second);
        at = end + 1;
    }
    return result;
}

bool Language::has(std::string_view key) const {
    return texts_.find(key) != texts_.end();
}

std::vector<std::string> Language::keys() const {
    std::vector<std::string> keys;
    keys.reserve(texts_.size());
    for (const auto& [key, text] : texts_)
        keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace ocop
