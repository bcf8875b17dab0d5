// The header of a raw table: where it stands below titles, and what its columns are called when it takes several rows.
#pragma once

#include "pos/catalogue/import/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct HeaderCell {
    std::string name;     // as columns are compared: on one line, small letters; empty: nothing is written
    std::size_t line = 0; // of the row it was taken from
    std::string written;  // as in the file
};

struct TableHeader {
    std::size_t line = 0;            // of the row that holds the first column's name
    std::size_t last_row = 0;        // index among the rows; the table's rows begin below it
    std::size_t first_row = 0;       // index; titles stand above it
    std::vector<HeaderCell> columns; // without empty ones at the end
};

// The header is the row among the first 50 that has a cell with the shape's first required name, and with it: the rows
// that this cell is merged over, rows right below that hold nothing but names of columns (name_vi and name_en below
// "Tên sản phẩm"), and rows right above that name columns which are empty in it. A column is called by the lowest name
// that the shape knows, else by the lowest text. nullopt: there is no such row.
std::optional<TableHeader> find_header(const RawTable& raw, const TableShape& shape);

} // namespace ocop
