// Exports of sales as files. A file appears under its name only when it is complete; an old one is replaced then.
#pragma once

#include "pos/base/result.h"
#include "pos/reports/sale_rows.h"
#include "pos/text/language.h"

#include <filesystem>

namespace ocop {

struct ExportSummary {
    std::int64_t rows = 0;
    Dong total;
};

// XLSX: one sheet of sale lines with typed numbers and dates, then totals per producer, day, payment method and star.
// Past Excel's 1,048,576 rows the lines go on in further sheets.
Result<ExportSummary> export_xlsx(Database& database, const SaleFilter& filter, const Language& language,
                                  const std::filesystem::path& file);

// CSV (RFC 4180, UTF-8 with byte order mark so that Excel reads it): the sale lines. Cells that a spreadsheet would
// take for a formula are made text with a leading apostrophe.
Result<ExportSummary> export_csv(Database& database, const SaleFilter& filter, const Language& language,
                                 const std::filesystem::path& file);

// JSON: {"lines": [...], "totals": {...}} with the journal's own words and whole numbers.
Result<ExportSummary> export_json(Database& database, const SaleFilter& filter, const std::filesystem::path& file);

// "'=1+1" for "=1+1": see export_csv.
std::string formula_safe(const std::string& text);

} // namespace ocop
