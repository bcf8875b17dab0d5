// Text shown to people. Every sentence lives in assets/lang/<code>/*.json, Vietnamese first; code names it by key.
#pragma once

#include "pos/base/error.h"
#include "pos/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ocop {

// Immutable after load; any thread may read it.
class Language {
public:
    // Merges all *.json files (flat objects: "visitor.home": "Trang chủ") of assets/lang/<code>. A key given twice,
    // text that is not NFC, or a file that is not such an object is refused.
    // What a language lacks is taken from `fallback`, which must be complete.
    static Result<Language> load(const std::filesystem::path& asset_root, std::string_view code,
                                 const Language* fallback = nullptr);

    const std::string& code() const { return code_; }

    // The text of a key. An unknown key is a broken invariant and throws std::out_of_range naming it: the language
    // check of the test run finds it before a person does.
    const std::string& text(std::string_view key) const;

    // The text with every {name} replaced by its value, {name|product|products} by the word for 1 or for another one.
    std::string format(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const;

    // The sentence for an error, in this language.
    std::string sentence(const Error& error) const { return format(error.key, error.values); }

    bool has(std::string_view key) const;
    std::vector<std::string> keys() const; // sorted

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    std::string code_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
};

} // namespace ocop
