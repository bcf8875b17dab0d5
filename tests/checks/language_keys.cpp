#include "tests/checks/language_keys.h"

#include "pos/text/nfc.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace ocop::checks {
namespace {

using Texts = std::map<std::string, std::string>;

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

// "till.total": small words joined by dots.
bool is_key(std::string_view text) {
    return text.find('.') != std::string_view::npos && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), is_key_character);
}

bool is_product_code(const SourceFile& file) {
    return file.is_cpp() && (file.is_below("pos/") || file.is_below("sync/") || file.is_below("kiosk/"));
}

bool is_language_file(const SourceFile& file) {
    return file.is_below("assets/lang/") && file.ends_with(".json");
}

std::set<std::string> placeholders(const std::string& text) {
    std::set<std::string> names;
    for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        const auto end = text.find('}', at);
        if (end == std::string::npos) continue;
        const auto name = text.substr(at + 1, end - at - 1);
        if (name.find('|') == std::string::npos) names.insert(name); // else singular and plural, of one language only
    }
    return names;
}

std::string join(const std::set<std::string>& names) {
    std::string all;
    for (const auto& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all.empty() ? "none" : all;
}

// The texts of one language; what is wrong with its files goes to `violations`.
Texts read_language(const SourceTree& tree, const std::string& code, Violations& violations) {
    Texts texts;
    for (const auto* file : tree.where(is_language_file)) {
        if (!file->is_below("assets/lang/" + code + "/")) continue;
        const auto keep_keys = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
            if (event == nlohmann::json::parse_event_t::key && !texts.emplace(parsed.get<std::string>(), "").second)
                violations.push_back(file->path + ": " + parsed.get<std::string>() + " is given twice");
            return true;
        };
        const auto document = nlohmann::json::parse(file->text, keep_keys, false);
        if (!document.is_object()) {
            violations.push_back(file->path + ": not a JSON object");
            continue;
        }
        for (const auto& [key, value] : document.items()) {
            const auto report = [&, &key = key](const std::string& why) {
                violations.push_back(file->path + ": " + key + " " + why);
            };
            if (!is_key(key)) report("is not small words joined by dots");
            if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
                report("is not text");
                continue;
            }
            texts[key] = value.get<std::string>();
            if (!is_nfc(texts[key])) report("is not NFC");
        }
    }
    return texts;
}

// Codes of the languages beside Vietnamese and English.
std::set<std::string> partial_languages(const SourceTree& tree) {
    const std::string folder = "assets/lang/";
    std::set<std::string> codes;
    for (const auto* file : tree.where(is_language_file))
        codes.insert(file->path.substr(folder.size(), file->path.find('/', folder.size()) - folder.size()));
    codes.erase("vi");
    codes.erase("en");
    return codes;
}

Texts vietnamese(const SourceTree& tree) {
    Violations elsewhere;
    return read_language(tree, "vi", elsewhere);
}

// A call that names a key by a literal: text("till.total"), fail(ErrorKind::busy, "error.busy", {{"name", n}}).
struct KeyUse {
    std::string key;
    std::size_t position = 0;
    bool takes_values = false;                   // format and fail, not text
    std::optional<std::set<std::string>> values; // names written beside the key; none when a variable holds them
};

// The word before `at`, blanks skipped: "text" for `language.text(` with `at` on the bracket.
std::string word_before(const std::string& code, std::size_t at) {
    while (at > 0 && std::isspace(static_cast<unsigned char>(code[at - 1])) != 0)
        --at;
    auto begin = at;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(code[begin - 1])) != 0 || code[begin - 1] == '_' ||
                         code[begin - 1] == ':'))
        --begin;
    return code.substr(begin, at - begin);
}

// The names of `{{"name", value}, …}` that follows the key's literal, if braces do follow it.
std::optional<std::set<std::string>> values_after(const std::string& code, const std::vector<StringLiteral>& literals,
                                                  std::size_t index) {
    auto at = code.find_first_not_of(" \n\t", literals[index].end);
    if (at == std::string::npos || code[at] != ',') return std::set<std::string>{};
    at = code.find_first_not_of(" \n\t", at + 1);
    if (at == std::string::npos || code[at] != '{') return std::nullopt;
    std::set<std::string> names;
    std::size_t depth = 0;
    for (auto next = index + 1; at < code.size(); ++at) {
        if (next < literals.size() && at == literals[next].begin) {
            const auto before = code.find_last_not_of(" \n\t", at - 1);
            if (code[before] == '{') names.insert(literals[next].value);
            at = literals[next++].end - 1;
        } else if (code[at] == '{') {
            ++depth;
        } else if (code[at] == '}' && --depth == 0) {
            break;
        }
    }
    return names;
}

std::vector<KeyUse> key_uses(const SourceFile& file) {
    const auto code = without_comments(file.text);
    const auto literals = string_literals(code);
    std::vector<KeyUse> uses;
    for (std::size_t index = 0; index < literals.size(); ++index) {
        const auto& literal = literals[index];
        if (literal.value.empty() || !is_key(literal.value)) continue;
        const auto before = code.find_last_not_of(" \n\t", literal.begin == 0 ? 0 : literal.begin - 1);
        if (before == std::string::npos) continue;
        std::string word;
        if (code[before] == '(') {
            word = word_before(code, before);
        } else if (code[before] == ',') {
            const auto open = code.find_last_of("({;", before - 1);
            if (open != std::string::npos && code[open] != ';') word = word_before(code, open);
            if (word.size() >= 4 && word.substr(word.size() - 4) != "fail" && word.find("Error") == std::string::npos)
                continue;
        }
        const auto name = word.substr(word.rfind(':') == std::string::npos ? 0 : word.rfind(':') + 1);
        if (word == "fmt::format" || word == "std::format") continue;
        if (name == "text") {
            uses.push_back({literal.value, literal.begin, false, std::nullopt});
        } else if (name == "format" || name == "fail" || name == "Error") {
            uses.push_back({literal.value, literal.begin, true, values_after(code, literals, index)});
        }
    }
    return uses;
}

} // namespace

Violations check_languages_agree(const SourceTree& tree) {
    Violations violations;
    const auto vi = read_language(tree, "vi", violations);
    const auto en = read_language(tree, "en", violations);
    if (vi.empty()) violations.push_back("assets/lang/vi: no text");
    for (const auto& [key, text] : vi) {
        const auto other = en.find(key);
        if (other == en.end())
            violations.push_back("assets/lang/en: lacks " + key);
        else if (placeholders(text) != placeholders(other->second))
            violations.push_back(key + ": placeholders differ: vi " + join(placeholders(text)) + ", en " +
                                 join(placeholders(other->second)));
    }
    for (const auto& [key, text] : en)
        if (vi.count(key) == 0) violations.push_back("assets/lang/vi: lacks " + key);
    for (const auto& code : partial_languages(tree))
        for (const auto& [key, text] : read_language(tree, code, violations)) {
            const auto own = vi.find(key);
            if (own == vi.end())
                violations.push_back("assets/lang/" + code + ": " + key + " is used by nothing");
            else if (placeholders(text) != placeholders(own->second))
                violations.push_back(key + ": placeholders differ: vi " + join(placeholders(own->second)) + ", " +
                                     code + " " + join(placeholders(text)));
        }
    return violations;
}

Violations check_no_unused_keys(const SourceTree& tree) {
    std::set<std::string> named;
    std::vector<std::string> prefixes;
    for (const auto* file : tree.where(is_product_code)) {
        for (const auto& literal : string_literals(file->text)) {
            if (literal.value.size() > 1 && literal.value.back() == '.' && is_key(literal.value + "x"))
                prefixes.push_back(literal.value);
            named.insert(literal.value);
        }
    }
    for (const auto* file : tree.where([](const SourceFile& candidate) {
             return candidate.is_below("assets/") && !is_language_file(candidate) &&
                    (candidate.ends_with(".html") || candidate.ends_with(".js") || candidate.ends_with(".json") ||
                     candidate.ends_with(".svg") || candidate.ends_with(".txt") || candidate.ends_with(".toml"));
         })) {
        const auto& text = file->text;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto begin = at;
            while (at < text.size() && is_key_character(text[at]))
                ++at;
            if (at > begin) named.insert(text.substr(begin, at - begin));
        }
    }
    Violations violations;
    for (const auto& [key, text] : vietnamese(tree)) {
        const auto covers = [&key = key](const std::string& prefix) { return key.rfind(prefix, 0) == 0; };
        if (named.count(key) == 0 && std::none_of(prefixes.begin(), prefixes.end(), covers))
            violations.push_back("assets/lang: " + key + " is used by nothing");
    }
    return violations;
}

Violations check_no_missing_keys(const SourceTree& tree) {
    const auto texts = vietnamese(tree);
    Violations violations;
    for (const auto* file : tree.where(is_product_code)) {
        std::set<std::size_t> reported;
        const auto require = [&](const std::string& key, std::size_t position) {
            if (texts.count(key) == 0 && reported.insert(position).second)
                violations.push_back(file->at(position) + ": no text for " + key);
        };
        for (const auto& use : key_uses(*file))
            require(use.key, use.position);
        for (const auto& literal : string_literals(file->text))
            if (literal.value.rfind("error.", 0) == 0 && is_key(literal.value)) require(literal.value, literal.begin);
    }
    return violations;
}

Violations check_placeholders_filled(const SourceTree& tree) {
    const auto texts = vietnamese(tree);
    Violations violations;
    for (const auto* file : tree.where(is_product_code)) {
        for (const auto& use : key_uses(*file)) {
            const auto text = texts.find(use.key);
            if (text == texts.end() || (use.takes_values && !use.values)) continue;
            for (const auto& name : placeholders(text->second))
                if (!use.takes_values || use.values->count(name) == 0)
                    violations.push_back(file->at(use.position) + ": " + use.key + " is given no {" + name + "}");
        }
    }
    return violations;
}

} // namespace ocop::checks
