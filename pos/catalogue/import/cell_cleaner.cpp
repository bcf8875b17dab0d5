#include "pos/catalogue/import/cell_cleaner.h"

#include "pos/text/nfc.h"

namespace ocop {
namespace {

constexpr std::size_t longest_cell = 20'000; // bytes; the longest text of a product is far below
constexpr std::size_t enough_to_guess = 64 * 1024;

} // namespace

OldEncoding encoding_of_cells(const std::vector<TableRow>& rows) {
    std::string bytes;
    for (const auto& row : rows)
        for (const auto& cell : row.cells) {
            if (is_utf8(cell)) continue;
            bytes += cell + '\n';
            if (bytes.size() > enough_to_guess) return guess_encoding(bytes);
        }
    return guess_encoding(bytes);
}

CellCleaner::CellCleaner(std::string file, OldEncoding encoding, ProblemList& problems)
    : file_(std::move(file)), encoding_key_(sentence_key(encoding)), problems_(problems),
      decomposed_(problems, "import.decomposed_rest"), not_utf8_(problems, "import.not_utf8_rest") {}

bool CellCleaner::check_encoding(std::string_view cell, std::size_t line, const std::string& column) {
    if (is_utf8(cell)) return true;
    not_utf8_.add({Severity::error, file_, line, column, escaped_bytes(cell), encoding_key_, {}});
    return false;
}

std::optional<std::string> CellCleaner::clean(std::string cell, std::size_t line, const std::string& column) {
    const auto refuse = [&](const char* key, std::pair<std::string, std::string> value) {
        problems_.add({Severity::error, file_, line, column, std::move(cell), key, {std::move(value)}});
        return std::nullopt;
    };
    if (!check_encoding(cell, line, column)) return std::nullopt;
    if (cell.size() > longest_cell) return refuse("import.too_long", {"limit", std::to_string(longest_cell)});
    if (const auto character = forbidden_character(cell))
        return refuse("import.control_character", {"character", *character});
    if (!is_nfc(cell)) {
        cell = to_nfc(cell);
        decomposed_.add({Severity::note, file_, line, column, cell, "import.decomposed", {}});
    }
    if (looks_typed_in_tcvn3_font(cell))
        problems_.add({Severity::warning, file_, line, column, cell, "import.tcvn3_font", {}});
    return one_line(cell);
}

void CellCleaner::report_rest() const {
    decomposed_.report_rest(file_);
    not_utf8_.report_rest(file_);
}

} // namespace ocop
