// CSV as it is really delivered (RFC 4180 and what spreadsheets write): cells in quotes over several lines, a byte
// order mark, Windows line ends, and a comma, semicolon or tab between cells.
#pragma once

#include "pos/catalogue/import/table.h"

#include <string>
#include <string_view>

namespace ocop {

// The rows of a file's text; blank lines are left out, row numbers are lines of the file. The separator is the one that
// the header line uses most: the line that holds `first_column` (find_header), else the first line with text.
// Text that is not UTF-8 is one error that names the likely encoding and how to save the file, and no rows; a quote
// that is never closed is an error.
RawTable read_csv(std::string_view bytes, std::string file, std::string_view first_column, ProblemList& problems);

} // namespace ocop
