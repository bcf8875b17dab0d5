#include "pos/catalogue/import/csv_reader.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

using Cells = std::vector<std::string>;

RawTable read(std::string_view text, ProblemList& problems) {
    auto table = read_csv(text, "products.csv", "sku", problems);
    REQUIRE(table);
    return std::move(*table);
}

// "key@row" of every problem.
std::vector<std::string> found(const ProblemList& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems.all())
        all.push_back(problem.key + "@" + std::to_string(problem.row));
    return all;
}

using Found = std::vector<std::string>;

RawTable read_clean(std::string_view text) {
    ProblemList problems;
    auto table = read(text, problems);
    CHECK(found(problems) == Found{});
    return table;
}

} // namespace

TEST_CASE("CSV cells follow RFC 4180 and rows know their line", "[import]") {
    ProblemList problems;
    const auto table = read("sku,name_vi,price\r\n"
                            "A1,\"Trà \"\"Mộc\"\", 100 g\",1000\r\n"
                            "\r\n"
                            "A2,\"Dòng một\r\nDòng hai\",2000\r\n"
                            "A3,,\r\n",
                            problems);
    CHECK(found(problems) == Found{"import.windows_line_ends@0"});
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[1].cells == Cells{"A1", "Trà \"Mộc\", 100 g", "1000"});
    CHECK(table.rows[1].line == 2);
    CHECK(table.rows[2].cells[1] == "Dòng một\r\nDòng hai");
    CHECK(table.rows[2].line == 4);
    CHECK(table.rows[3].cells == Cells{"A3", "", ""});
    CHECK(table.rows[3].line == 6);
}

TEST_CASE("the header line decides the separator", "[import]") {
    const auto separator = GENERATE(',', ';', '\t');
    auto text = std::string("sku|name_vi|aliases\nA1|Gạo|\"x;y,z\"\n");
    for (auto& character : text)
        if (character == '|') character = separator;
    const auto table = read_clean(text);
    CHECK(table.rows.at(0).cells == Cells{"sku", "name_vi", "aliases"});
    CHECK(table.rows.at(1).cells == Cells{"A1", "Gạo", "x;y,z"});
}

TEST_CASE("a title above the header does not decide the separator", "[import]") {
    const auto table = read_clean("Danh mục, năm 2026, đợt 1, bản cuối\nSKU;name_vi\nA1;Gạo\n");
    CHECK(table.rows.at(2).cells == Cells{"A1", "Gạo"});
}

TEST_CASE("old Mac line ends and a missing last line end are read", "[import]") {
    const auto table = read_clean("sku,unit\rA1,kg\rA2,hũ");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[2].cells == Cells{"A2", "hũ"});
    CHECK(table.rows[2].line == 3);
}

TEST_CASE("a quote that is never closed is named with its line", "[import]") {
    ProblemList problems;
    read("sku,unit\nA1,\"kg\nA2,kg\n", problems);
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].key == "import.unclosed_quote");
    CHECK(problems.all()[0].row == 2);
}

TEST_CASE("a byte order mark and Windows line ends are read, and said", "[import]") {
    ProblemList problems;
    const auto table = read("\xEF\xBB\xBFsku,unit\r\nA1,kg\nA2,kg\r\n", problems);
    CHECK(table.rows.at(0).cells == Cells{"sku", "unit"});
    CHECK(table.rows.at(2).cells == Cells{"A2", "kg"});
    CHECK(found(problems) == Found{"import.byte_order_mark@1", "import.windows_line_ends@0"});
    CHECK_FALSE(problems.has_errors());
    CHECK(problems.all()[1].values[0].second == "2");
}

TEST_CASE("cells keep bytes of an old encoding, so that the others can still be checked", "[import]") {
    const auto table = read_clean("sku,name_vi\nA1,G\xB9o\nA2,Tr\xC3\xA0\n");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].cells == Cells{"A1", "G\xB9o"});
    CHECK(table.rows[2].cells == Cells{"A2", "Trà"});
}

TEST_CASE("UTF-16 and files that are no text have no rows", "[import]") {
    const auto refused = [](std::string_view bytes) {
        ProblemList problems;
        CHECK_FALSE(read_csv(bytes, "products.csv", "sku", problems));
        return found(problems);
    };
    CHECK(refused(std::string_view("\xFF\xFEs\0k\0u\0", 8)) == Found{"import.encoding_utf16@1"});
    CHECK(refused(std::string_view("sku\n\x80\0", 6)) == Found{"import.not_utf8@2"});
}
