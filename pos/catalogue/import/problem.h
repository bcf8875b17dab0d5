// What an import found wrong, as values: where it is, what is written there, and the key of the sentence about it.
#pragma once

#include "pos/text/language.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop {

// note: put right by the import itself. warning: kept as it is, somebody should look. error: nothing is imported.
enum class Severity { note, warning, error };

std::string_view code_of(Severity severity); // "note", "warning", "error"

struct Problem {
    Severity severity = Severity::error;
    std::string file;    // as in the package: "products.csv", "stories/OC01.vi.md", "danh-muc.xlsx: products"
    std::size_t row = 0; // line of the file or row of the sheet, counted from 1; 0: the file as a whole
    std::string column;  // as in its header, may be empty
    std::string value;   // what is written there, cut to a readable length, may be empty
    std::string key;     // "import.…" in assets/lang
    std::vector<std::pair<std::string, std::string>> values;

    bool operator==(const Problem&) const = default;
};

// "products.csv, dòng 12, cột barcode: “8931234567890”: sai số kiểm tra …" as one line.
std::string sentence(const Problem& problem, const Language& language);

// Collects problems up to a limit, so that a hostile file cannot fill the memory; the rest is only counted. Notes have
// a lower limit of their own, so that they leave room for what somebody has to put right.
class ProblemList {
public:
    static constexpr std::size_t most_kept = 5'000;
    static constexpr std::size_t most_notes = 1'000;

    void add(Problem problem);
    const std::vector<Problem>& all() const { return problems_; }
    std::vector<Problem> take() { return std::move(problems_); }
    bool has_errors() const { return errors_; }
    std::size_t left_out() const { return left_out_; }

private:
    std::vector<Problem> problems_;
    bool errors_ = false;
    std::size_t notes_ = 0;
    std::size_t left_out_ = 0;
};

} // namespace ocop
