#include "pos/catalogue/import/table.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/text/nfc.h"

#include <algorithm>

namespace ocop {
namespace {

constexpr std::size_t most_title_rows = 50;
constexpr std::size_t longest_cell = 20'000; // bytes; the longest text of a product is far below

// A column's name as it is compared: on one line, lower case (names are ASCII).
std::string column_name(std::string_view cell) {
    return lower_ascii(one_line(to_nfc(cell)));
}

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Checks and cleans the cells of one file.
class Cleaner {
public:
    Cleaner(const Table& table, ProblemList& problems) : table_(table), problems_(problems) {}

    std::string clean(std::string cell, std::size_t line, std::size_t column) {
        const auto refuse = [&](Severity severity, const char* key,
                                std::vector<std::pair<std::string, std::string>> values) {
            problems_.add({severity, table_.file, line, table_.columns[column], cell, key, std::move(values)});
        };
        if (cell.size() > longest_cell) {
            refuse(Severity::error, "import.too_long", {{"limit", std::to_string(longest_cell)}});
            return {};
        }
        if (!is_nfc(cell)) {
            if (!is_utf8(cell)) refuse(Severity::error, "import.not_utf8", {});
            if (decomposed_++ == 0) first_decomposed_ = line;
            cell = to_nfc(cell);
        }
        if (const auto character = forbidden_character(cell)) {
            refuse(Severity::error, "import.control_character", {{"character", *character}});
            return {};
        }
        if (looks_typed_in_tcvn3_font(cell)) refuse(Severity::warning, "import.tcvn3_font", {});
        return one_line(cell);
    }

    void report_decomposed() const {
        if (decomposed_ != 0)
            problems_.add({Severity::note,
                           table_.file,
                           first_decomposed_,
                           "",
                           "",
                           "import.decomposed",
                           {{"count", std::to_string(decomposed_)}}});
    }

private:
    const Table& table_;
    ProblemList& problems_;
    std::size_t decomposed_ = 0;
    std::size_t first_decomposed_ = 0;
};

// The header's columns without empty ones at its end.
void read_header(Table& table, const TableRow& header, const TableShape& shape, ProblemList& problems) {
    const auto report = [&](const std::string& column, const char* key,
                            std::vector<std::pair<std::string, std::string>> values = {}) {
        problems.add({Severity::error, table.file, header.line, column, "", key, std::move(values)});
    };
    table.header_line = header.line;
    for (const auto& cell : header.cells) {
        const auto name = column_name(cell);
        if (name.empty()) {
            table.columns.push_back(name);
            continue;
        }
        if (table.column(name))
            report(name, "import.repeated_column");
        else if (!contains(shape.required, name) && !contains(shape.optional, name)) {
            std::string known;
            for (const auto* list : {&shape.required, &shape.optional})
                for (const auto column : *list)
                    known += (known.empty() ? "" : " ") + std::string(column);
            report(name, "import.unknown_column", {{"known", known}});
        }
        table.columns.push_back(name);
    }
    while (!table.columns.empty() && table.columns.back().empty())
        table.columns.pop_back();
    for (const auto name : shape.required)
        if (!table.column(name)) report(std::string(name), "import.missing_column");
}

bool is_empty(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

void read_row(Table& table, TableRow row, Cleaner& cleaner, ProblemList& problems) {
    const auto outside = [&](std::size_t column) {
        if (one_line(row.cells[column]).empty()) return;
        problems.add({Severity::error, table.file, row.line, "", row.cells[column], "import.outside_columns", {}});
    };
    for (std::size_t column = table.columns.size(); column < row.cells.size(); ++column)
        outside(column);
    row.cells.resize(table.columns.size());
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (table.columns[column].empty()) {
            outside(column);
            row.cells[column].clear();
        } else if (!row.cells[column].empty()) {
            row.cells[column] = cleaner.clean(std::move(row.cells[column]), row.line, column);
        }
    }
    if (!is_empty(row)) table.rows.push_back(std::move(row));
}

} // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<std::size_t> find_header(const std::vector<TableRow>& rows, std::string_view column) {
    for (std::size_t at = 0; at < rows.size() && at < most_title_rows; ++at)
        for (const auto& cell : rows[at].cells)
            if (cell.size() < 64 && column_name(cell) == column) return at;
    return std::nullopt;
}

std::optional<Table> make_table(RawTable raw, const TableShape& shape, ProblemList& problems) {
    const auto header = find_header(raw.rows, shape.required.front());
    if (!header) {
        problems.add({Severity::error, raw.file, 0, std::string(shape.required.front()), "", "import.no_header", {}});
        return std::nullopt;
    }
    Table table;
    table.file = raw.file;
    read_header(table, raw.rows[*header], shape, problems);
    Cleaner cleaner(table, problems);
    table.rows.reserve(raw.rows.size() - *header - 1);
    for (std::size_t at = *header + 1; at < raw.rows.size(); ++at)
        read_row(table, std::move(raw.rows[at]), cleaner, problems);
    cleaner.report_decomposed();
    return table;
}

} // namespace ocop
