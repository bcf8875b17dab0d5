// Workbooks in the XML that office programs write and libxlsxwriter does not.
#include "pos/catalogue/import/workbook_parts.h"
#include "pos/catalogue/import/workbook_reader.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <zip.h>

#include <deque>

using namespace ocop;

namespace {

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string package_space = "http://schemas.openxmlformats.org/package/2006";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + relation_space + "/" + type + "\" Target=\"" + target + "\"/>";
}

// One sheet `certificates` with these rows as XML; `properties` goes into the workbook.
void write_book(const std::filesystem::path& file, const std::string& properties, const std::string& rows) {
    std::deque<std::string> parts; // must stay until the archive is closed
    auto* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    const auto add = [&](const char* name, const std::string& text) {
        parts.push_back(declaration + text);
        zip_file_add(archive, name, zip_source_buffer(archive, parts.back().data(), parts.back().size(), 0), 0);
    };
    const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    add("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main_space +
                                        "\"><sheetPr filterMode=\"false\"/><dimension ref=\"A1:C4\"/><sheetData>" +
                                        rows + "</sheetData></worksheet>");
    add("xl/workbook.xml", "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + relation_space + "\">" + properties +
                               "<sheets><sheet name=\"certificates\" sheetId=\"1\" state=\"visible\" r:id=\"rId2\"/>"
                               "</sheets></workbook>");
    add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package_space + "/relationships\">" +
                                          relation("rId2", "worksheet", "worksheets/sheet1.xml") +
                                          relation("rId3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
    add("xl/sharedStrings.xml",
        "<sst xmlns=\"" + main_space +
            "\" count=\"3\" uniqueCount=\"3\"><si><t xml:space=\"preserve\">certificate</t></si>"
            "<si><t>issued</t></si><si><r><t>Sơn </t></r><r><rPr><b val=\"true\"/></rPr>"
            "<t>La</t></r></si></sst>");
    add("_rels/.rels", "<Relationships xmlns=\"" + package_space + "/relationships\">" +
                           relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    add("[Content_Types].xml",
        "<Types xmlns=\"" + package_space +
            "/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
            kind + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + kind +
            "worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + kind +
            "sharedStrings+xml\"/></Types>");
    REQUIRE(zip_close(archive) == 0);
}

const std::string office_header =
    "<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

std::vector<TableRow> rows_of(const std::string& properties, const std::string& rows) {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    write_book(file, properties, office_header + rows);
    ProblemList problems;
    auto sheets = read_workbook(file, problems);
    CHECK(problems.all().empty());
    REQUIRE(sheets);
    return sheets->at("certificates").rows;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("shared, inline, formula and rich texts are read", "[import]") {
    const auto rows = rows_of("", "<row r=\"2\" customFormat=\"false\" ht=\"12.8\"><c r=\"A2\" t=\"s\"><v>2</v></c>"
                                  "<c r=\"B2\" s=\"3\"><v>44292</v></c></row>"
                                  "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Chè &amp; mật</t></is></c>"
                                  "<c r=\"B4\" t=\"str\"><f aca=\"false\">TEXT(1,\"0\")</f><v>2021-04</v></c>"
                                  "<c r=\"C4\" t=\"b\"><v>1</v></c></row>");
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].cells == Cells{"Sơn La", "2021-04-06"});
    CHECK(rows[3].cells == Cells{"Chè & mật", "2021-04", "yes"});
    CHECK(rows[3].line == 4);
}

TEST_CASE("formatted but empty rows to the end of the sheet cost nothing", "[import]") {
    const auto rows = rows_of("", "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row>"
                                  "<row r=\"1048576\" customFormat=\"false\"><c r=\"A1048576\" s=\"1\"/></row>");
    CHECK(rows.size() == 2);
}

TEST_CASE("dates are known by names in any row of the header", "[import]") {
    const auto rows = rows_of("", "<row r=\"2\"><c r=\"C2\" t=\"inlineStr\"><is><t>valid_until</t></is></c></row>"
                                  "<row r=\"3\"><c r=\"B3\"><v>44292</v></c><c r=\"C3\"><v>44293</v></c></row>");
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].cells == Cells{"", "2021-04-06", "2021-04-07"});
}

TEST_CASE("days of the calendar that begins in 1904 are the same days", "[import]") {
    const auto rows = rows_of("<workbookPr date1904=\"true\"/>", "<row r=\"2\"><c r=\"B2\"><v>42830</v></c></row>");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].cells == Cells{"", "2021-04-06"});
}

TEST_CASE("text far outside any table is an error, not a memory full of cells", "[import]") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    write_book(file, "", office_header + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>");
    ProblemList problems;
    read_workbook(file, problems);
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].key == "import.sheet_too_large");
    CHECK(problems.has_errors());
}

TEST_CASE("a sheet whose XML breaks off is damaged, not half read", "[import]") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    const auto rows = GENERATE(std::string("<row r=\"2\"><c r=\"A2\">"), std::string("<row r=\"2\"><c r="),
                               std::string("</sheetData></worksheet><row>"));
    write_book(file, "", office_header + rows);
    ProblemList problems;
    const auto sheets = read_workbook(file, problems);
    CHECK_FALSE(sheets.has_value());
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].key == "import.workbook_damaged");
}

TEST_CASE("merges over several rows are read, however their ranges are written", "[import]") {
    const auto merges_of = [](const std::string& cells) {
        return read_sheet_part("<worksheet><sheetData/><mergeCells count=\"1\">" + cells + "</mergeCells></worksheet>",
                               {}, Day{})
            .merges;
    };
    CHECK(merges_of("<mergeCell ref=\"B2:D4\"/>") == std::vector<MergedCells>{{2, 4, 1}});
    CHECK(merges_of("<mergeCell ref=\"AA7:AA1048576\"/>") == std::vector<MergedCells>{{7, 1048576, 26}});
    CHECK(merges_of("<mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A1\"/><mergeCell ref=\"\"/><mergeCell/>"
                    "<mergeCell ref=\":\"/><mergeCell ref=\"A4:A2\"/><mergeCell ref=\"XFD1:XFD3\"/>"
                    "<mergeCell ref=\"A99999999999999999999:A1\"/>")
              .empty());
}
