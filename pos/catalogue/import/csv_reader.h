// CSV as it is really delivered (RFC 4180 and what spreadsheets write): cells in quotes over several lines, a byte
// order mark, Windows line ends, and a comma, semicolon or tab between cells.
#pragma once

#include "pos/catalogue/import/table.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

// The rows of a file's text; blank lines are left out, row numbers are lines of the file. The separator is the one that
// the header line uses most: the line that holds `first_column`, else the first line with text. A byte order mark and
// Windows line ends are notes, a quote that is never closed is an error. Cells keep bytes that are not UTF-8: whoever
// cleans them names them. nullopt: UTF-16 or no text at all, which has been reported.
std::optional<RawTable> read_csv(std::string_view bytes, std::string file, std::string_view first_column,
                                 ProblemList& problems);

} // namespace ocop
