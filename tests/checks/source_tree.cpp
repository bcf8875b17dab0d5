#include "tests/checks/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace ocop::checks {
namespace {

// Calls back with (kind, begin, end) for each comment and literal of C++ text; kind is '/', '"' or '\''.
template <class Visit>
void for_each_token(std::string_view text, Visit visit) {
    std::size_t at = 0;
    while (at < text.size()) {
        const char here = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        std::size_t end = at + 1;
        if (here == '/' && next == '/') {
            end = std::min(text.find('\n', at), text.size());
            visit('/', at, end);
        } else if (here == '/' && next == '*') {
            const auto close = text.find("*/", at + 2);
            end = close == std::string_view::npos ? text.size() : close + 2;
            visit('/', at, end);
        } else if (here == 'R' && next == '"' && (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1])))) {
            const auto open = std::min(text.find('(', at), text.size());
            const auto mark =
                ")" + std::string(text.substr(std::min(at + 2, open), open - std::min(at + 2, open))) + "\"";
            const auto close = text.find(mark, open);
            end = close == std::string_view::npos ? text.size() : close + mark.size();
            visit('R', at, end);
        } else if (here == '"' ||
                   (here == '\'' && (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]))))) {
            while (end < text.size() && text[end] != here && text[end] != '\n')
                end += text[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text.size());
            visit(here, at, end);
        }
        at = end;
    }
}

} // namespace

bool SourceFile::ends_with(std::string_view ending) const {
    return path.size() >= ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

std::size_t SourceFile::lines() const {
    const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return breaks + (!text.empty() && text.back() != '\n' ? 1 : 0);
}

std::string SourceFile::at(std::size_t position) const {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
    return path + ":" + std::to_string(std::count(text.begin(), end, '\n') + 1);
}

std::vector<std::string> SourceFile::split_lines() const {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

SourceTree SourceTree::planted(const std::map<std::string, std::string>& files) {
    SourceTree tree;
    for (const auto& [path, text] : files)
        tree.files_.push_back({path, text});
    return tree;
}

SourceTree SourceTree::read(const std::filesystem::path& root) {
    SourceTree tree;
    for (auto item = std::filesystem::recursive_directory_iterator(root);
         item != std::filesystem::recursive_directory_iterator(); ++item) {
        const auto path = item->path().lexically_relative(root).generic_string();
        if (path == ".git" || path == ".build" || path == ".out") {
            item.disable_recursion_pending();
        } else if (item->is_regular_file()) {
            std::ifstream stream(item->path(), std::ios::binary);
            tree.files_.push_back({path, {std::istreambuf_iterator<char>(stream), {}}});
        }
    }
    std::sort(tree.files_.begin(), tree.files_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return tree;
}

std::vector<const SourceFile*> SourceTree::where(const std::function<bool(const SourceFile&)>& wanted) const {
    std::vector<const SourceFile*> found;
    for (const auto& file : files_)
        if (wanted(file)) found.push_back(&file);
    return found;
}

const SourceFile* SourceTree::find(std::string_view path) const {
    const auto found = std::lower_bound(files_.begin(), files_.end(), path,
                                        [](const auto& file, std::string_view wanted) { return file.path < wanted; });
    return found != files_.end() && found->path == path ? &*found : nullptr;
}

std::string without_comments(std::string_view text) {
    std::string result(text);
    for_each_token(text, [&](char kind, std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; kind == '/' && at < end; ++at)
            if (result[at] != '\n') result[at] = ' ';
    });
    return result;
}

std::vector<StringLiteral> string_literals(std::string_view text) {
    std::vector<StringLiteral> literals;
    for_each_token(text, [&](char kind, std::size_t begin, std::size_t end) {
        if (kind == 'R') {
            const auto open = text.find('(', begin);
            const auto close = text.rfind(')', end);
            if (open < close) literals.push_back({begin, end, std::string(text.substr(open + 1, close - open - 1))});
        } else if (kind == '"') {
            const auto line = text.rfind('\n', begin);
            const auto start = line == std::string_view::npos ? 0 : line + 1;
            if (text.substr(start, begin - start).find("#include") == std::string_view::npos)
                literals.push_back({begin, end, std::string(text.substr(begin + 1, end - begin - 2))});
        }
    });
    return literals;
}

} // namespace ocop::checks
