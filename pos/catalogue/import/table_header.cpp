#include "pos/catalogue/import/table_header.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <string_view>

namespace ocop {
namespace {

constexpr std::size_t most_title_rows = 50;
constexpr std::size_t most_header_rows = 5;
constexpr std::size_t longest_column_name = 64; // bytes

std::string column_name(std::string_view cell) {
    return lower_ascii(one_line(to_nfc(cell)));
}

class HeaderFinder {
public:
    HeaderFinder(const RawTable& raw, const TableShape& shape) : rows_(raw.rows), merges_(raw.merges), shape_(shape) {}

    std::optional<TableHeader> find() {
        if (!find_first_column()) return std::nullopt;
        follow_merge();
        while (last_ + 1 < rows_.size() && rows_count() < most_header_rows && continues_header(rows_[last_ + 1]))
            ++last_;
        while (first_ > 0 && rows_count() < most_header_rows && names_more(rows_[first_ - 1]))
            --first_;
        return join();
    }

private:
    bool is_known(std::string_view cell) const {
        if (cell.size() > longest_column_name) return false;
        const auto name = column_name(cell);
        const auto is_name = [&](std::string_view known) { return known == name; };
        return std::any_of(shape_.required.begin(), shape_.required.end(), is_name) ||
               std::any_of(shape_.optional.begin(), shape_.optional.end(), is_name);
    }

    bool find_first_column() {
        for (std::size_t at = 0; at < rows_.size() && at < most_title_rows; ++at)
            for (std::size_t column = 0; column < rows_[at].cells.size(); ++column) {
                const auto& cell = rows_[at].cells[column];
                if (cell.size() > longest_column_name || column_name(cell) != shape_.required.front()) continue;
                first_ = last_ = row_ = at;
                column_ = column;
                return true;
            }
        return false;
    }

    void follow_merge() {
        for (const auto& merged : merges_)
            if (merged.first_line == rows_[row_].line && merged.column == column_)
                while (last_ + 1 < rows_.size() && rows_count() < most_header_rows &&
                       rows_[last_ + 1].line <= merged.last_line)
                    ++last_;
    }

    // Below: nothing but names, and none where the first column's name stands above.
    bool continues_header(const TableRow& row) const {
        bool any = false;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (row.cells[column].empty()) continue;
            if (column == column_ || !is_known(row.cells[column])) return false;
            any = true;
        }
        return any;
    }

    // Above: the name of a column that has none yet.
    bool names_more(const TableRow& row) const {
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            if (is_known(row.cells[column]) && !is_known(lowest(column).written)) return true;
        return false;
    }

    // What a column is called within the rows of the header.
    HeaderCell lowest(std::size_t column) const {
        HeaderCell text{"", rows_[row_].line, ""};
        for (auto at = last_ + 1; at-- > first_;) {
            if (column >= rows_[at].cells.size() || rows_[at].cells[column].empty()) continue;
            const auto& cell = rows_[at].cells[column];
            if (is_known(cell)) return {column_name(cell), rows_[at].line, cell};
            if (text.name.empty()) text = {column_name(cell), rows_[at].line, cell};
        }
        return text;
    }

    TableHeader join() const {
        TableHeader header{rows_[row_].line, last_, first_, {}};
        std::size_t width = 0;
        for (auto at = first_; at <= last_; ++at)
            width = std::max(width, rows_[at].cells.size());
        for (std::size_t column = 0; column < width; ++column)
            header.columns.push_back(lowest(column));
        while (!header.columns.empty() && header.columns.back().name.empty())
            header.columns.pop_back();
        return header;
    }

    std::size_t rows_count() const { return last_ - first_ + 1; }

    const std::vector<TableRow>& rows_;
    const std::vector<MergedCells>& merges_;
    const TableShape& shape_;
    std::size_t row_ = 0;    // the one with the first column's name
    std::size_t column_ = 0; // the position of that name
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

} // namespace

std::optional<TableHeader> find_header(const RawTable& raw, const TableShape& shape) {
    return HeaderFinder(raw, shape).find();
}

} // namespace ocop
