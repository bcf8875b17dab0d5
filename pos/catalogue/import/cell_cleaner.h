// Makes the cells of one file clean text, and names those that were not with their place.
#pragma once

#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/repeated_problems.h"
#include "pos/catalogue/import/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

// How the cells that are not UTF-8 were most likely written; one file has one encoding.
OldEncoding encoding_of_cells(const std::vector<TableRow>& rows);

class CellCleaner {
public:
    // `encoding` names the bytes that are not UTF-8. `problems` must outlive this.
    CellCleaner(std::string file, OldEncoding encoding, ProblemList& problems);

    // UTF-8 in normal form C on one line. Text in normal form D becomes that with a note; text that looks typed in a
    // TCVN3 font stays, with a warning. nullopt: the cell is too long, not UTF-8 or holds a character that no cell may,
    // which has been reported.
    std::optional<std::string> clean(std::string cell, std::size_t line, const std::string& column);

    // True: the cell, one of a title or the header, is UTF-8; otherwise it has been reported.
    bool check_encoding(std::string_view cell, std::size_t line, const std::string& column);

    // How many cells of a kind were too many to name. Call it after the last cell.
    void report_rest() const;

private:
    std::string file_;
    const char* encoding_key_;
    ProblemList& problems_;
    RepeatedProblems decomposed_;
    RepeatedProblems not_utf8_;
};

} // namespace ocop
