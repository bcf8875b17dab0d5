// Whatever bytes a table holds: reading ends, every cell that comes out is clean text in normal form C, and positions
// stay inside the file. The first byte chooses between CSV and the XML of a sheet.
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/csv_reader.h"
#include "pos/catalogue/import/known_ids.h"
#include "pos/catalogue/import/product_table.h"
#include "pos/catalogue/import/workbook_parts.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_clean(const std::string& text) {
    return ocop::is_nfc(text) && !ocop::forbidden_character(text);
}

void require_readable(const ocop::ProblemList& problems, std::size_t lines) {
    for (const auto& problem : problems.all()) {
        require(problem.row <= lines);
        require(problem.key.rfind("import.", 0) == 0);
        require(ocop::is_utf8(problem.value) && problem.value.find('\n') == std::string::npos);
    }
}

void make_products(ocop::RawTable raw, std::size_t lines, ocop::ProblemList& problems) {
    const auto table = ocop::make_table(std::move(raw), ocop::product_shape(), problems);
    if (table) {
        for (const auto& row : table->rows) {
            require(row.cells.size() == table->columns.size());
            require(std::all_of(row.cells.begin(), row.cells.end(), is_clean));
            for (const auto refused : row.refused)
                require(row.cells.at(refused).empty() && problems.has_errors());
        }
        ocop::KnownIds ids;
        ids.accept_all();
        ocop::KnownIds skus;
        ocop::MediaNames media("");
        const auto products = ocop::read_products(*table, ids, ids, ids, skus, media, problems);
        require(products.size() == table->rows.size());
    }
    require_readable(problems, lines);
}

void read_table(const std::string& bytes, std::size_t lines) {
    ocop::ProblemList problems;
    auto raw = ocop::read_csv(bytes, "products.csv", "sku", problems);
    if (!raw) return require(problems.has_errors());
    std::size_t before = 0;
    for (const auto& row : raw->rows) {
        require(row.line > before && row.line <= lines);
        before = row.line;
    }
    make_products(std::move(*raw), lines, problems);
}

void read_sheet(const std::string& bytes) {
    try {
        auto sheet = ocop::read_sheet_part(bytes, {"sku", "Gạo"}, ocop::Day{});
        for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
            require(sheet.rows[at].line == at + 1);
            require(sheet.rows[at].cells.size() <= ocop::most_sheet_columns);
        }
        require(sheet.rows.size() <= ocop::most_sheet_rows);
        ocop::ProblemList problems;
        make_products({"sheet", std::move(sheet.rows), std::move(sheet.merges)}, ocop::most_sheet_rows, problems);
    } catch (const std::exception&) {
        // Not XML, which is how the reader says so.
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(data + 1, data + size);
    const auto ends = std::count(bytes.begin(), bytes.end(), '\n') + std::count(bytes.begin(), bytes.end(), '\r');
    const auto lines = static_cast<std::size_t>(ends) + 1;
    if (data[0] == '<')
        read_sheet(bytes);
    else
        read_table(bytes, lines);
    return 0;
}
