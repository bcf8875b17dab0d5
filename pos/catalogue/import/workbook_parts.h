// The XML parts of an .xlsx workbook (ECMA-376): relationships, the list of sheets, shared texts, and cells.
#pragma once

#include "pos/base/time.h"
#include "pos/catalogue/import/table.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

inline constexpr std::size_t most_sheet_rows = 200'000;
inline constexpr std::size_t most_sheet_columns = 256;

// All functions throw std::invalid_argument when a part is no whole XML document.

struct Relation {
    std::string type;   // last word of its type: "worksheet", "sharedStrings", "officeDocument"
    std::string target; // as written
};
std::map<std::string, Relation> read_relations(std::string_view part); // by id

struct SheetName {
    std::string name;
    std::string relation; // its id
};
struct WorkbookPart {
    std::vector<SheetName> sheets;
    Day day_zero; // 1899-12-30, or 1904-01-01 in workbooks of that calendar
};
WorkbookPart read_workbook_part(std::string_view part);

std::vector<std::string> read_shared_texts(std::string_view part);

struct SheetPart {
    std::vector<TableRow> rows;      // up to the last row with a cell that holds something; line = row of the sheet
    std::vector<MergedCells> merges; // those over several rows
    bool too_large = false;          // there were cells beyond most_sheet_rows or most_sheet_columns
};
SheetPart read_sheet_part(std::string_view part, const std::vector<std::string>& shared, Day day_zero);

} // namespace ocop
