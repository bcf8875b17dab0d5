#include "pos/catalogue/import/csv_reader.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

using Cells = std::vector<std::string>;

RawTable read(std::string_view text, ProblemList& problems) {
    return read_csv(text, "products.csv", "sku", problems);
}

RawTable read_clean(std::string_view text) {
    ProblemList problems;
    auto table = read(text, problems);
    CHECK(problems.all().empty());
    return table;
}

std::string only_key(std::string_view text) {
    ProblemList problems;
    const auto table = read(text, problems);
    CHECK(table.rows.empty());
    REQUIRE(problems.all().size() == 1);
    return problems.all()[0].key;
}

} // namespace

TEST_CASE("CSV cells follow RFC 4180 and rows know their line", "[import]") {
    const auto table = read_clean("sku,name_vi,price\r\n"
                                  "A1,\"Trà \"\"Mộc\"\", 100 g\",1000\r\n"
                                  "\r\n"
                                  "A2,\"Dòng một\r\nDòng hai\",2000\r\n"
                                  "A3,,\r\n");
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
    const auto table = read_clean("\xEF\xBB\xBF" + text);
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

TEST_CASE("bytes that are not UTF-8 name their encoding", "[import]") {
    // "Mật ong hoa nhãn, chè Tuyết" as TCVN3 and as windows-1258 bytes.
    CHECK(only_key("sku,name_vi\nA1,M\xCBt ong hoa nh\xB7n\nA2,Ch\xCC Tuy\xD5t \xAE\xB5o\n") ==
          "import.encoding_tcvn3");
    CHECK(only_key("sku,name_vi\nA1,M\xE2\xF2t ong hoa nha\xDEn\nA2,Che\xCC Tuy\xEA\xECt\n") == "import.encoding_1258");
    CHECK(only_key(std::string_view("\xFF\xFEs\0k\0u\0", 8)) == "import.encoding_utf16");
    CHECK(only_key("sku\n\x80\x81") == "import.not_utf8");
}

TEST_CASE("the line that is not UTF-8 is named", "[import]") {
    ProblemList problems;
    read("sku,name_vi\nA1,Gạo\nA2,M\xCBt\n", problems);
    CHECK(problems.all().at(0).row == 3);
}
