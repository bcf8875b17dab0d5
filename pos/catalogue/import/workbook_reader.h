// .xlsx workbooks, as written by Excel, LibreOffice and libxlsxwriter: every sheet as raw rows of text.
#pragma once

#include "pos/catalogue/import/table.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace ocop {

// The sheets by name in small letters, their files named "book.xlsx: products". Numbers become text as a person would
// type them (8.5, 8931234567897), true and false become yes and no, formulas the result that is stored with them.
// A number in a column `issued`, `valid_until`, `best_before`, `source_date` or `source_read` that is a day of the
// workbook's calendar becomes 2021-04-06; a cell with only a month or a year has to be text or the year's number.
// nullopt: no workbook, encrypted, damaged or beyond the limits of archives; the problems say which.
std::optional<std::map<std::string, RawTable>> read_workbook(const std::filesystem::path& file, ProblemList& problems);

} // namespace ocop
