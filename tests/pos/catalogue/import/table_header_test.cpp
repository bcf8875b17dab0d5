#include "pos/catalogue/import/table_header.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

using Names = std::vector<std::string>;

const TableShape shape{{"sku", "name_vi", "producer"}, {"name_en", "price", "issued"}};

RawTable raw(std::vector<Names> rows, std::vector<MergedCells> merges = {}) {
    RawTable table{"products.csv", {}, std::move(merges)};
    for (std::size_t at = 0; at < rows.size(); ++at)
        table.rows.push_back({at + 1, std::move(rows[at])});
    return table;
}

struct Header {
    Names names;
    std::size_t first_row = 0;
    std::size_t last_row = 0;
};

Header header_of(const RawTable& table) {
    const auto found = find_header(table, shape);
    REQUIRE(found);
    Header header{{}, found->first_row, found->last_row};
    for (const auto& column : found->columns)
        header.names.push_back(column.name);
    return header;
}

} // namespace

TEST_CASE("a header of one row stands below its titles", "[import]") {
    const auto header =
        header_of(raw({{"DANH MỤC", "", "price list 2026"}, {}, {" SKU ", "Name_VI", ""}, {"A1", "x"}}));
    CHECK(header.names == Names{"sku", "name_vi"});
    CHECK(header.first_row == 2);
    CHECK(header.last_row == 2);
}

TEST_CASE("a group title over several columns gives way to the names below it", "[import]") {
    const auto header = header_of(raw({{"sku", "Tên sản phẩm", "", "producer", "Giá"},
                                       {"", "name_vi", "name_en", "", "price"},
                                       {"A1", "Gạo", "Rice", "P1", "1"}}));
    CHECK(header.names == Names{"sku", "name_vi", "name_en", "producer", "price"});
    CHECK(header.last_row == 1);
}

TEST_CASE("names merged downwards beside a group title are of the same header", "[import]") {
    SECTION("the first column stands in the upper row") {
        const auto header = header_of(
            raw({{"sku", "Tên", ""}, {"", "tiếng Việt", ""}, {"", "name_vi", "name_en"}}, {{1, 3, 0}, {2, 2, 1}}));
        CHECK(header.names == Names{"sku", "name_vi", "name_en"});
        CHECK(header.last_row == 2);
    }
    SECTION("the first column stands in the lower row") {
        const auto header =
            header_of(raw({{"Bảng giá"}, {"Mã", "", "producer", "price"}, {"sku", "name_vi"}, {"A1", "Gạo", "P1", "1"}},
                          {{2, 3, 2}, {2, 3, 3}}));
        CHECK(header.names == Names{"sku", "name_vi", "producer", "price"});
        CHECK(header.first_row == 1);
        CHECK(header.last_row == 2);
    }
}

TEST_CASE("rows of products are never taken for the header", "[import]") {
    CHECK(header_of(raw({{"sku", "name_vi"}, {"A1", "price"}})).last_row == 0);
    CHECK(header_of(raw({{"sku", "name_vi"}, {"", "price", "Gạo"}})).last_row == 0);
    CHECK(header_of(raw({{"sku", "name_vi"}, {"", ""}, {"", "price"}})).last_row == 0);
}

TEST_CASE("a merge down the whole sheet does not make the whole sheet a header", "[import]") {
    std::vector<Names> rows{{"sku", "name_vi"}};
    for (int row = 0; row < 100; ++row)
        rows.push_back({"", "Gạo"});
    CHECK(header_of(raw(rows, {{1, 1'000'000, 0}})).last_row < 10);
}

TEST_CASE("an unknown name is kept as it is written lowest, with its row", "[import]") {
    const auto header =
        find_header(raw({{"sku", "Nhóm", "x"}, {"", "Ghi chú", ""}, {"A1"}}, {{1, 2, 0}, {1, 2, 2}}), shape);
    REQUIRE(header);
    REQUIRE(header->columns.size() == 3);
    CHECK(header->columns[1].written == "Ghi chú");
    CHECK(header->columns[1].line == 2);
    CHECK(header->columns[2].line == 1);
}

TEST_CASE("a table without its first column has no header", "[import]") {
    CHECK_FALSE(find_header(raw({{"name_vi", "price"}, {"x"}}), shape));
    CHECK_FALSE(find_header(raw({}), shape));
}
