#include "pos/catalogue/import/table.h"

#include "pos/catalogue/import/cell_cleaner.h"
#include "pos/catalogue/import/table_header.h"
#include "pos/text/nfc.h"

#include <algorithm>

namespace ocop {
namespace {

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_empty(const TableRow& row) {
    return row.refused.empty() &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

class TableMaker {
public:
    TableMaker(RawTable raw, const TableShape& shape, ProblemList& problems)
        : raw_(std::move(raw)), shape_(shape), problems_(problems),
          cleaner_(raw_.file, encoding_of_cells(raw_.rows), problems) {}

    std::optional<Table> make() {
        const auto header = find_header(raw_, shape_);
        if (!header) {
            report(0, std::string(shape_.required.front()), "", "import.no_header");
            return std::nullopt;
        }
        table_.file = raw_.file;
        table_.header_line = header->line;
        for (std::size_t at = 0; at < header->first_row; ++at)
            for (const auto& cell : raw_.rows[at].cells)
                cleaner_.check_encoding(cell, raw_.rows[at].line, "");
        read_header(*header);
        const auto first = header->last_row + 1;
        MergedDown merged(std::move(raw_.merges));
        table_.rows.reserve(raw_.rows.size() - first);
        for (std::size_t at = first; at < raw_.rows.size(); ++at) {
            merged.fill(raw_.rows[at]);
            read_row(std::move(raw_.rows[at]));
        }
        cleaner_.report_rest();
        return std::move(table_);
    }

private:
    void report(std::size_t line, std::string column, std::string value, const char* key,
                std::vector<std::pair<std::string, std::string>> values = {}) {
        problems_.add({Severity::error, raw_.file, line, std::move(column), std::move(value), key, std::move(values)});
    }

    void read_header(const TableHeader& header) {
        for (const auto& cell : header.columns) {
            check_column(cell);
            table_.columns.push_back(cell.name);
        }
        for (const auto name : shape_.required)
            if (!table_.column(name)) report(header.line, std::string(name), "", "import.missing_column");
    }

    void check_column(const HeaderCell& cell) {
        if (cell.name.empty() || !cleaner_.check_encoding(cell.written, cell.line, "")) return;
        if (table_.column(cell.name)) return report(cell.line, cell.name, "", "import.repeated_column");
        if (contains(shape_.required, cell.name) || contains(shape_.optional, cell.name)) return;
        std::string known;
        for (const auto* list : {&shape_.required, &shape_.optional})
            for (const auto column : *list)
                known += (known.empty() ? "" : " ") + std::string(column);
        report(cell.line, cell.name, "", "import.unknown_column", {{"known", known}});
    }

    void refuse_outside(const std::string& cell, std::size_t line) {
        if (!one_line(cell).empty())
            report(line, "", is_utf8(cell) ? cell : escaped_bytes(cell), "import.outside_columns");
    }

    void read_row(TableRow row) {
        for (std::size_t column = table_.columns.size(); column < row.cells.size(); ++column)
            refuse_outside(row.cells[column], row.line);
        row.cells.resize(table_.columns.size());
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            auto& cell = row.cells[column];
            if (table_.columns[column].empty()) {
                refuse_outside(cell, row.line);
                cell.clear();
            } else if (!cell.empty()) {
                auto clean = cleaner_.clean(std::move(cell), row.line, table_.columns[column]);
                if (!clean) row.refused.push_back(column);
                cell = std::move(clean).value_or(std::string());
            }
        }
        if (!is_empty(row)) table_.rows.push_back(std::move(row));
    }

    RawTable raw_;
    const TableShape& shape_;
    ProblemList& problems_;
    CellCleaner cleaner_;
    Table table_;
};

} // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<Table> make_table(RawTable raw, const TableShape& shape, ProblemList& problems) {
    return TableMaker(std::move(raw), shape, problems).make();
}

} // namespace ocop
