#include "pos/catalogue/import/table.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/text/language.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const TableShape small_shape{{"sku", "name"}, {"price"}};

RawTable raw_table(std::vector<std::vector<std::string>> rows) {
    RawTable table{"products.csv", {}};
    for (std::size_t at = 0; at < rows.size(); ++at)
        table.rows.push_back({at + 1, std::move(rows[at])});
    return table;
}

// "key@row.column" of every problem.
std::vector<std::string> found_in_table(const ProblemList& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems.all())
        all.push_back(problem.key + "@" + std::to_string(problem.row) + "." + problem.column);
    return all;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("the header may stand below titles and in any order and case", "[import]") {
    ProblemList problems;
    const auto table = make_table(
        raw_table({{"DANH MỤC 2026"}, {}, {"Price", " SKU ", "name", ""}, {"10", "A1", "Gạo"}}), small_shape, problems);
    REQUIRE(table);
    CHECK(problems.all().empty());
    CHECK(table->header_line == 3);
    CHECK(table->column("sku") == std::size_t{1});
    REQUIRE(table->rows.size() == 1);
    CHECK(table->rows[0].line == 4);
    CHECK(table->rows[0].cells == std::vector<std::string>{"10", "A1", "Gạo"});
}

TEST_CASE("wrong headers are reported all at once", "[import]") {
    ProblemList problems;
    CHECK(make_table(raw_table({{"sku", "sku", "nam", "price"}}), small_shape, problems));
    CHECK(found_in_table(problems) ==
          Keys{"import.repeated_column@1.sku", "import.unknown_column@1.nam", "import.missing_column@1.name"});
    ProblemList without;
    CHECK_FALSE(make_table(raw_table({{"a", "b"}}), small_shape, without));
    CHECK(found_in_table(without) == Keys{"import.no_header@0.sku"});
}

TEST_CASE("cells are cleaned or refused", "[import]") {
    ProblemList problems;
    const auto table = make_table(raw_table({{"sku", "name", "price"},
                                             {" A1\xC2\xA0", "Ga\xCC\xA3o  n\xE1\xBA\xBFp\r\nc\xC3\xA1i", "1"}, // NFD
                                             {"A2", "ti\xC3\xAA\xCC\x81ng", "2"},
                                             {"A3", "a\aa", "3"},
                                             {"A4", "Ch\xC2\xB6 c\xC2\xB8", "4"}, // TCVN3 bytes read as Latin 1
                                             {"", "  ", ""},
                                             {"A5", "x", "5", "outside"}}),
                                  small_shape, problems);
    REQUIRE(table);
    CHECK(found_in_table(problems) == Keys{"import.decomposed@2.name", "import.decomposed@3.name",
                                           "import.control_character@4.name", "import.tcvn3_font@5.name",
                                           "import.outside_columns@7."});
    CHECK(problems.all()[1].severity == Severity::note);
    CHECK(problems.all()[1].value == "tiếng");
    CHECK(problems.all()[2].values[0].second == "U+0007");
    REQUIRE(table->rows.size() == 5);
    CHECK(table->rows[0].cells[0] == "A1");
    CHECK(table->rows[0].cells[1] == "Gạo nếp cái");
    CHECK(table->rows[1].cells[1] == "tiếng");
}

TEST_CASE("a file in an old encoding is named cell by cell, its bytes shown, and its other cells are checked",
          "[import]") {
    const auto encoding_of = [](const char* first, const char* second) {
        ProblemList problems;
        const auto table = make_table(raw_table({{"sku", "name", "price"},
                                                 {"A1", first, "1"},
                                                 {"A2", "Tr\xC3\xA0", "2\a"},
                                                 {"A3", second, "3", "outside"}}),
                                      small_shape, problems);
        REQUIRE(table);
        CHECK(table->rows.size() == 3);
        CHECK(table->rows[0].refused == std::vector<std::size_t>{1});
        CHECK(table->rows[1].cells[1] == "Trà");
        REQUIRE(problems.all().size() == 4);
        CHECK(found_in_table(problems)[1] == "import.control_character@3.price");
        CHECK(found_in_table(problems)[2] == "import.outside_columns@4.");
        CHECK(problems.all()[0].row == 2);
        CHECK(problems.all()[3].row == 4);
        CHECK(problems.all()[3].column == "name");
        CHECK(problems.all()[0].key == problems.all()[3].key);
        return problems.all()[0].key + " " + problems.all()[0].value;
    };
    // "Mật ong hoa nhãn, chè Tuyết" as TCVN3 and as windows-1258 bytes.
    CHECK(encoding_of("M\xCBt ong hoa nh\xB7n", "Ch\xCC Tuy\xD5t \xAE\xB5o") ==
          "import.encoding_tcvn3 M\\xCBt ong hoa nh\\xB7n");
    CHECK(encoding_of("M\xE2\xF2t ong hoa nha\xDEn", "Che\xCC Tuy\xEA\xECt") ==
          "import.encoding_1258 M\\xE2\\xF2t ong hoa nha\\xDEn");
    CHECK(encoding_of("\x80\x81", "\xFE") == "import.not_utf8 \\x80\\x81");
}

TEST_CASE("of a long text the bytes that are wrong are shown", "[import]") {
    CHECK(escaped_bytes(std::string(1000, 'a') + "M\xCBt" + std::string(1000, 'b'))
              .rfind("…aaaaaaaaaaaaaaaaaaaM\\xCBtb", 0) == 0);
    CHECK(escaped_bytes(std::string(1'000'000, '\xB7')).size() == 400);
}

TEST_CASE("titles and names of columns in an old encoding are named too", "[import]") {
    ProblemList problems;
    CHECK(
        make_table(raw_table({{"Danh m\xF4\x63"}, {"sku", "name", "gi\xB8"}, {"A1", "x", ""}}), small_shape, problems));
    REQUIRE(problems.all().size() == 2);
    CHECK(problems.all()[0].value == "Danh m\\xF4c");
    CHECK(problems.all()[1].value == "gi\\xB8");
    CHECK(problems.all()[1].row == 2);
}

TEST_CASE("of many cells that are wrong in the same way the first are named and the rest counted", "[import]") {
    std::vector<std::vector<std::string>> rows{{"sku", "name"}};
    for (int row = 0; row < 100; ++row)
        rows.push_back({"A" + std::to_string(row), row % 2 == 0 ? "ti\xC3\xAA\xCC\x81ng" : "nh\xB7n"});
    ProblemList problems;
    CHECK(make_table(raw_table(rows), small_shape, problems));
    REQUIRE(problems.all().size() == 42);
    CHECK(found_in_table(problems)[40] == "import.decomposed_rest@0.");
    CHECK(problems.all()[40].values[0].second == "30");
    CHECK(problems.all()[40].severity == Severity::note);
    CHECK(found_in_table(problems)[41] == "import.not_utf8_rest@0.");
    CHECK(problems.all()[41].values[0].second == "30");
    CHECK(problems.all()[41].severity == Severity::error);
}

TEST_CASE("French and signs are not taken for a TCVN3 font", "[import]") {
    CHECK_FALSE(looks_typed_in_tcvn3_font("Crème brûlée à l’ancienne"));
    CHECK_FALSE(looks_typed_in_tcvn3_font("100 m² · 20 °C ± 2 ®"));
    CHECK_FALSE(looks_typed_in_tcvn3_font("Rượu®® đặc biệt"));
    CHECK_FALSE(looks_typed_in_tcvn3_font("Nestlé® Milo® 3 in 1"));
    CHECK(looks_typed_in_tcvn3_font("MËt ong hoa nh·n ®Æc biÖt"));
}

TEST_CASE("a problem's sentence names file, row, column and value in both languages", "[import]") {
    const Problem problem{Severity::error,          "products.csv", 12, "barcode", "893\n1", "import.control_character",
                          {{"character", "U+000A"}}};
    ProblemList problems;
    problems.add(problem);
    const auto vi = Language::load(OCOP_SOURCE_DIR "/assets", "vi");
    const auto en = Language::load(OCOP_SOURCE_DIR "/assets", "en");
    REQUIRE(vi);
    REQUIRE(en);
    CHECK(sentence(problems.all()[0], *vi).rfind("products.csv, dòng 12, cột barcode, “893 1”: có ký tự", 0) == 0);
    CHECK(sentence(problems.all()[0], *en).rfind("products.csv, row 12, column barcode, “893 1”: holds", 0) == 0);
}

TEST_CASE("problems beyond the limit are counted, errors among them still refuse", "[import]") {
    ProblemList problems;
    for (std::size_t count = 0; count < ProblemList::most_kept; ++count)
        problems.add({Severity::warning, "f", count, "", "", "import.tcvn3_font", {}});
    CHECK_FALSE(problems.has_errors());
    problems.add({Severity::error, "f", 1, "", "", "import.not_utf8", {}});
    CHECK(problems.has_errors());
    CHECK(problems.left_out() == 1);
    CHECK(problems.all().size() == ProblemList::most_kept);
}

TEST_CASE("notes leave room for what somebody has to put right", "[import]") {
    ProblemList problems;
    for (std::size_t count = 0; count < ProblemList::most_kept; ++count)
        problems.add({Severity::note, "f", count, "", "", "import.decomposed", {}});
    problems.add({Severity::error, "f", 1, "", "", "import.not_utf8", {}});
    CHECK(problems.all().size() == ProblemList::most_notes + 1);
    CHECK(problems.all().back().severity == Severity::error);
    CHECK(problems.left_out() == ProblemList::most_kept - ProblemList::most_notes);
}
