#include "tests/checks/habits.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace ocop::checks {
namespace {

bool is_product(const SourceFile& file) {
    return file.is_below("pos/") || file.is_below("sync/") || file.is_below("kiosk/");
}

bool is_source(const SourceFile& file) {
    return (is_product(file) || file.is_below("tests/")) &&
           (file.is_cpp() || file.ends_with(".sh") || file.ends_with(".py") || file.ends_with(".js"));
}

bool is_text(const SourceFile& file) {
    return file.text.find('\0') == std::string::npos;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool is_path_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-';
}

template <class Report>
void for_each_occurrence(const std::string& text, std::string_view wanted, Report report) {
    for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
        report(at);
}

} // namespace

Violations check_length(const SourceTree& tree, std::size_t limit) {
    Violations violations;
    for (const auto* file : tree.where(is_source))
        if (file->lines() > limit) violations.push_back(file->path + ": " + std::to_string(file->lines()) + " lines");
    return violations;
}

Violations check_unfinished(const SourceTree& tree) {
    // Written in halves so that this file is not its own finding.
    static const std::vector<std::string> marks{"to"
                                                "do",
                                                "fix"
                                                "me",
                                                "xx"
                                                "x",
                                                "ha"
                                                "ck",
                                                "not imple"
                                                "mented",
                                                "not yet imple"
                                                "mented",
                                                "dum"
                                                "my"};
    Violations violations;
    for (const auto* file : tree.where(is_source)) {
        const auto text = lower(file->text);
        for (const auto& mark : marks)
            for_each_occurrence(text, mark, [&](std::size_t at) {
                violations.push_back(file->at(at) + ": says " + file->text.substr(at, mark.size()));
            });
        const std::string word = "st"
                                 "ub";
        for_each_occurrence(text, word, [&](std::size_t at) {
            const auto after = at + word.size();
            if (after >= text.size() ||
                (std::isalnum(static_cast<unsigned char>(text[after])) == 0 && text[after] != '_'))
                violations.push_back(file->at(at) + ": says " + word);
        });
    }
    return violations;
}

Violations check_machine_paths(const SourceTree& tree) {
    static const std::vector<std::string> roots{"work", "farm", "root", "home", "tmp/wt", "tmp/tools", "opt/site"};
    Violations violations;
    for (const auto* file : tree.where(is_text))
        for (const auto& root : roots)
            for_each_occurrence(file->text, "/" + root + "/", [&](std::size_t at) {
                if (at == 0 || !is_path_character(file->text[at - 1]))
                    violations.push_back(file->at(at) + ": names a path of one machine");
            });
    return violations;
}

Violations check_top_level(const SourceTree& tree) {
    static const std::set<std::string> allowed{"CMakeLists.txt", "kiosk", "pos",       "sync",
                                               "assets",         "tests", "README.md", "LICENSE"};
    std::set<std::string> names;
    for (const auto& file : tree.files())
        names.insert(file.path.substr(0, file.path.find('/')));
    Violations violations;
    for (const auto& name : names)
        if (name.front() != '.' && allowed.count(name) == 0) violations.push_back(name + ": not in the layout");
    return violations;
}

Violations check_one_writer(const SourceTree& tree) {
    Violations violations;
    std::vector<std::string> writers;
    for (const auto* file : tree.where([](const SourceFile& f) { return is_product(f) && f.is_cpp(); })) {
        const auto code = without_comments(file->text);
        if (code.find("SQLITE_OPEN_READWRITE") != std::string::npos) writers.push_back(file->path);
        for (const auto* plain : {"sqlite3_open(", "sqlite3_open16("})
            for_each_occurrence(code, plain, [&](std::size_t at) {
                violations.push_back(file->at(at) + ": opens a database without saying whether it writes");
            });
    }
    if (writers.size() != 1) {
        std::string names;
        for (const auto& writer : writers)
            names += " " + writer;
        violations.push_back("one file opens databases for writing, not " + std::to_string(writers.size()) + ":" +
                             names);
    }
    return violations;
}

Violations check_colours(const SourceTree& tree) {
    Violations violations;
    for (const auto* file : tree.where([](const SourceFile& f) { return is_product(f) && f.is_cpp(); })) {
        if (file->is_below("kiosk/ui/theme")) continue;
        const auto code = without_comments(file->text);
        for (const std::string_view maker : {"IM_COL32(", "Colour{", "Colour::hex("})
            for_each_occurrence(code, maker, [&](std::size_t at) {
                const auto value = code.find_first_not_of(" \n\t", at + maker.size());
                const bool is_none = code.compare(at, 18, "Colour{0, 0, 0, 0}") == 0;
                if (!is_none && value != std::string::npos &&
                    std::isdigit(static_cast<unsigned char>(code[value])) != 0)
                    violations.push_back(file->at(at) + ": makes a colour outside the theme");
            });
    }
    return violations;
}

Violations check_assertions(const SourceTree& tree) {
    Violations violations;
    for (const auto* file : tree.where([](const SourceFile& f) { return f.ends_with("_test.cpp"); })) {
        const auto code = without_comments(file->text);
        if (code.find("REQUIRE") == std::string::npos && code.find("CHECK") == std::string::npos &&
            code.find("rc::") == std::string::npos)
            violations.push_back(file->path + ": asserts nothing");
    }
    return violations;
}

Violations check_built(const SourceTree& tree, const std::string& built) {
    Violations violations;
    for (const auto* file : tree.where([](const SourceFile& f) { return is_source(f) && f.ends_with(".cpp"); }))
        if (!file->is_below("tests/bench/") && built.find("/" + file->path + "\"") == std::string::npos)
            violations.push_back(file->path + ": not built");
    return violations;
}

} // namespace ocop::checks
