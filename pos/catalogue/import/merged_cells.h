// Cells that a sheet joins over several rows. Only the first one holds text; the rows below it mean the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ocop {

struct TableRow;

// Cells joined over more than one row; rows counted as TableRow::line, columns from 0.
struct MergedCells {
    std::size_t first_line = 0;
    std::size_t last_line = 0;
    std::size_t column = 0; // the first one, which holds the text

    bool operator==(const MergedCells&) const = default;
};

// Writes the text of cells merged downwards, such as one producer beside three products, into the rows they cover.
class MergedDown {
public:
    explicit MergedDown(std::vector<MergedCells> merges);

    // Rows come in the order of their lines. A row without any text of its own stays empty: it is only the lower half
    // of a row that is two lines high.
    void fill(TableRow& row);

private:
    struct Open {
        MergedCells cells;
        std::string text;
    };

    std::vector<MergedCells> merges_; // by first line
    std::size_t next_ = 0;
    std::vector<Open> open_;
};

} // namespace ocop
