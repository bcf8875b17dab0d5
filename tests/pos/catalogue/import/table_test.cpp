#include "pos/catalogue/import/table.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/text/language.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const TableShape shape{{"sku", "name"}, {"price"}};

RawTable raw(std::vector<std::vector<std::string>> rows) {
    RawTable table{"products.csv", {}};
    for (std::size_t at = 0; at < rows.size(); ++at)
        table.rows.push_back({at + 1, std::move(rows[at])});
    return table;
}

// "key@row.column" of every problem.
std::vector<std::string> found(const ProblemList& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems.all())
        all.push_back(problem.key + "@" + std::to_string(problem.row) + "." + problem.column);
    return all;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("the header may stand below titles and in any order and case", "[import]") {
    ProblemList problems;
    const auto table =
        make_table(raw({{"DANH MỤC 2026"}, {}, {"Price", " SKU ", "name", ""}, {"10", "A1", "Gạo"}}), shape, problems);
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
    CHECK(make_table(raw({{"sku", "sku", "nam", "price"}}), shape, problems));
    CHECK(found(problems) ==
          Keys{"import.repeated_column@1.sku", "import.unknown_column@1.nam", "import.missing_column@1.name"});
    ProblemList without;
    CHECK_FALSE(make_table(raw({{"a", "b"}}), shape, without));
    CHECK(found(without) == Keys{"import.no_header@0.sku"});
}

TEST_CASE("cells are cleaned or refused", "[import]") {
    ProblemList problems;
    const auto table = make_table(raw({{"sku", "name", "price"},
                                       {" A1\xC2\xA0", "Ga\xCC\xA3o  n\xE1\xBA\xBFp\r\nc\xC3\xA1i", "1"}, // NFD
                                       {"A2", "ti\xC3\xAA\xCC\x81ng", "2"},
                                       {"A3", "a\aa", "3"},
                                       {"A4", "Ch\xC2\xB6 c\xC2\xB8", "4"}, // TCVN3 bytes read as Latin 1
                                       {"", "  ", ""},
                                       {"A5", "x", "5", "outside"}}),
                                  shape, problems);
    REQUIRE(table);
    CHECK(found(problems) == Keys{"import.control_character@4.name", "import.tcvn3_font@5.name",
                                  "import.outside_columns@7.", "import.decomposed@2."});
    CHECK(problems.all()[0].values[0].second == "U+0007");
    CHECK(problems.all()[3].severity == Severity::note);
    CHECK(problems.all()[3].values[0].second == "2");
    REQUIRE(table->rows.size() == 5);
    CHECK(table->rows[0].cells[0] == "A1");
    CHECK(table->rows[0].cells[1] == "Gạo nếp cái");
    CHECK(table->rows[1].cells[1] == "tiếng");
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
        problems.add({Severity::note, "f", count, "", "", "import.not_utf8", {}});
    CHECK_FALSE(problems.has_errors());
    problems.add({Severity::error, "f", 1, "", "", "import.not_utf8", {}});
    CHECK(problems.has_errors());
    CHECK(problems.left_out() == 1);
    CHECK(problems.all().size() == ProblemList::most_kept);
}
