#include "pos/catalogue/import/problem.h"

#include "pos/text/nfc.h"

namespace ocop {
namespace {

constexpr std::size_t longest_value = 120; // bytes

// Valid UTF-8 on one line, cut between characters.
std::string readable(const std::string& value) {
    auto text = value;
    if (text.size() > longest_value) {
        auto end = longest_value;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        text = text.substr(0, end) + "…";
    }
    text = to_nfc(text);
    for (auto& character : text)
        if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F) character = ' ';
    return text;
}

} // namespace

std::string_view code_of(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "error";
}

std::string sentence(const Problem& problem, const Language& language) {
    auto where = problem.file;
    if (problem.row != 0) where += language.format("import.at_row", {{"row", std::to_string(problem.row)}});
    if (!problem.column.empty()) where += language.format("import.at_column", {{"column", problem.column}});
    if (!problem.value.empty()) where += language.format("import.at_value", {{"value", problem.value}});
    return where.empty() ? language.format(problem.key, problem.values)
                         : where + ": " + language.format(problem.key, problem.values);
}

void ProblemList::add(Problem problem) {
    errors_ = errors_ || problem.severity == Severity::error;
    const bool is_note = problem.severity == Severity::note;
    if (problems_.size() >= most_kept || (is_note && notes_ >= most_notes)) {
        ++left_out_;
        return;
    }
    if (is_note) ++notes_;
    problem.file = readable(problem.file);
    problem.column = readable(problem.column);
    problem.value = readable(problem.value);
    for (auto& [name, value] : problem.values)
        value = readable(value);
    problems_.push_back(std::move(problem));
}

} // namespace ocop
