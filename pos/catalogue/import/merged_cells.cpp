#include "pos/catalogue/import/merged_cells.h"

#include "pos/catalogue/import/table.h"

#include <algorithm>

namespace ocop {

MergedDown::MergedDown(std::vector<MergedCells> merges) : merges_(std::move(merges)) {
    std::stable_sort(merges_.begin(), merges_.end(),
                     [](const MergedCells& a, const MergedCells& b) { return a.first_line < b.first_line; });
}

void MergedDown::fill(TableRow& row) {
    open_.erase(
        std::remove_if(open_.begin(), open_.end(), [&](const Open& open) { return open.cells.last_line < row.line; }),
        open_.end());
    const bool has_text =
        std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
    if (has_text)
        for (const auto& open : open_) {
            if (row.cells.size() <= open.cells.column) row.cells.resize(open.cells.column + 1);
            auto& cell = row.cells[open.cells.column];
            if (cell.empty()) cell = open.text;
        }
    for (; next_ < merges_.size() && merges_[next_].first_line <= row.line; ++next_) {
        const auto& begun = merges_[next_];
        if (begun.first_line != row.line || begun.column >= row.cells.size() || row.cells[begun.column].empty())
            continue;
        // Sound sheets have no overlapping merges; of two in one column the later one holds.
        open_.erase(std::remove_if(open_.begin(), open_.end(),
                                   [&](const Open& open) { return open.cells.column == begun.column; }),
                    open_.end());
        open_.push_back({begun, row.cells[begun.column]});
    }
}

} // namespace ocop
