#include "pos/catalogue/import/merged_cells.h"

#include "pos/catalogue/import/table.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> filled(std::vector<Cells> rows, std::vector<MergedCells> merges) {
    MergedDown merged(std::move(merges));
    std::vector<Cells> all;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        TableRow row{at + 1, std::move(rows[at])};
        merged.fill(row);
        all.push_back(std::move(row.cells));
    }
    return all;
}

} // namespace

TEST_CASE("a cell merged downwards holds for every row it covers", "[import]") {
    const auto rows = filled({{"A1", "P1", ""}, {"A2"}, {"A3", "", "x"}, {"A4"}}, {{1, 3, 1}});
    CHECK(rows == std::vector<Cells>{{"A1", "P1", ""}, {"A2", "P1"}, {"A3", "P1", "x"}, {"A4"}});
}

TEST_CASE("the lower half of a row that is two lines high stays empty", "[import]") {
    const auto rows = filled({{"A1", "P1"}, {"", ""}, {"A2", "P1"}}, {{1, 2, 0}, {1, 2, 1}});
    CHECK(rows[1] == Cells{"", ""});
}

TEST_CASE("merges in any order, over each other and outside the rows do no harm", "[import]") {
    const auto rows = filled({{"a", "b"}, {"", "c"}, {"", "d"}, {"", "e"}},
                             {{9, 12, 0}, {2, 3, 1}, {1, 4, 0}, {1, 1'000'000, 1}, {1, 2, 0}, {0, 5, 0}, {2, 3, 200}});
    CHECK(rows[1][0] == "a");
    CHECK(rows[1][1] == "c");
    CHECK(rows[2][1] == "d");
    CHECK(rows[3][1] == "e");
}
