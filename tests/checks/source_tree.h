// The files of the product as values, so that a check can run over the real tree and over a planted one.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::checks {

// One sentence a violation: "path:line: what is wrong".
using Violations = std::vector<std::string>;

struct StringLiteral {
    std::size_t begin = 0; // of its opening quote in the text
    std::size_t end = 0;   // one past its closing quote
    std::string value;     // escapes are left as they are written
};

struct SourceFile {
    std::string path; // from the root, with slashes
    std::string text;

    bool is_below(std::string_view folder) const { return path.rfind(folder, 0) == 0; }
    bool ends_with(std::string_view ending) const;
    bool is_cpp() const { return ends_with(".cpp") || ends_with(".h"); }
    std::size_t lines() const;
    std::string at(std::size_t position) const; // "path:line"
    std::vector<std::string> split_lines() const;
};

class SourceTree {
public:
    // A tree of these texts by path.
    static SourceTree planted(const std::map<std::string, std::string>& files);

    // Everything below `root` except what the build makes and version control keeps (.git, .build, .out).
    static SourceTree read(const std::filesystem::path& root);

    const std::vector<SourceFile>& files() const { return files_; }
    std::vector<const SourceFile*> where(const std::function<bool(const SourceFile&)>& wanted) const;
    const SourceFile* find(std::string_view path) const;

private:
    std::vector<SourceFile> files_; // sorted by path
};

// C++ text with comments turned to spaces; every position stays where it was.
std::string without_comments(std::string_view text);

// The string literals of C++ text, those of comments and of #include lines left out; raw strings too.
std::vector<StringLiteral> string_literals(std::string_view text);

} // namespace ocop::checks
