// Typed cells of one row. What is wrong is added to the problems with its place, and a harmless value is returned, so
// that one pass finds everything.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop {

class RowReader {
public:
    using Values = std::vector<std::pair<std::string, std::string>>;

    // All three must outlive the reader.
    RowReader(const Table& table, const TableRow& row, ProblemList& problems)
        : table_(table), row_(row), problems_(problems) {}

    std::size_t line() const { return row_.line; }

    // The cell was refused when the table was made; what it held is unknown and has been reported.
    bool is_refused(std::string_view column) const;

    const std::string& text(std::string_view column) const;       // "" when empty or when the file has no such column
    const std::string& required(std::string_view column);         // a problem when empty
    LocalText local_text(const std::string& base) const;          // columns base_vi and base_en
    std::vector<std::string> list(std::string_view column) const; // parts between ";", empty ones left out
    bool flag(std::string_view column, bool otherwise);           // yes, no; empty means `otherwise`

    // Empty or refused is nothing.
    std::optional<std::int64_t> whole_number(std::string_view column, std::int64_t lowest, std::int64_t highest);
    std::optional<Rate> rate(std::string_view column); // per cent, up to two decimals; 0 or 0.5 to 100
    std::optional<PartialDate> date(std::string_view column);
    std::string web_address(std::string_view column); // http or https

    // The value that `from` (text → optional) makes of a cell; empty means `otherwise`. `allowed` lists the words.
    template <class From, class Value>
    Value choice(std::string_view column, From from, Value otherwise, std::string_view allowed) {
        const auto& cell = text(column);
        if (cell.empty()) return otherwise;
        const auto chosen = from(cell);
        if (chosen) return *chosen;
        refuse(column, "import.choice", {{"allowed", std::string(allowed)}});
        return otherwise;
    }

    void refuse(std::string_view column, std::string key, Values values = {}) {
        report(Severity::error, column, text(column), std::move(key), std::move(values));
    }
    void warn(std::string_view column, std::string key, Values values = {}) {
        report(Severity::warning, column, text(column), std::move(key), std::move(values));
    }
    // Nothing is added about a cell that was refused before.
    void report(Severity severity, std::string_view column, std::string value, std::string key, Values values);

private:
    const Table& table_;
    const TableRow& row_;
    ProblemList& problems_;
};

// "http://host…" or "https://host…" without blanks.
bool is_web_address(std::string_view text);

// The parts between separators, without blanks at their ends, empty ones left out.
std::vector<std::string> split_list(std::string_view text, char separator);

// Digits only, no sign, at most 15 of them.
std::optional<std::int64_t> digits_value(std::string_view text);

} // namespace ocop
