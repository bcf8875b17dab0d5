// Rows of text cells below a header, from a CSV file or a sheet: the form every reader of the import works on.
#pragma once

#include "pos/catalogue/import/merged_cells.h"
#include "pos/catalogue/import/problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct TableRow {
    std::size_t line = 0; // first line of the row in the file, or row of the sheet, counted from 1
    std::vector<std::string> cells;
    std::vector<std::size_t> refused = {}; // positions of cells that were reported and emptied when they were cleaned
};

// Rows as they are written, title rows and header included. Cells need not be UTF-8.
struct RawTable {
    std::string file; // as problems name it
    std::vector<TableRow> rows;
    std::vector<MergedCells> merges = {};
};

// A table with known columns. Cells are clean: UTF-8 in normal form C, no control characters, no spaces at the ends;
// every row has one cell a column, and rows without any text are left out.
struct Table {
    std::string file;
    std::size_t header_line = 0;
    std::vector<std::string> columns;
    std::vector<TableRow> rows;

    // The position of a column; nullopt: this file does not have it.
    std::optional<std::size_t> column(std::string_view name) const;
};

// The columns that a file may have. The first one names the row and finds the header: titles may stand above it.
struct TableShape {
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
};

// Finds the header (table_header.h), checks it against the shape and cleans all cells (cell_cleaner.h); cells merged
// downwards hold in every row they cover. A missing required column, an unknown or repeated one, text outside the
// columns, bytes that are not UTF-8 and control characters are errors, and all of them are reported. nullopt: there is
// no header.
std::optional<Table> make_table(RawTable raw, const TableShape& shape, ProblemList& problems);

} // namespace ocop
