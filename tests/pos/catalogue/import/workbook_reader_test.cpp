#include "pos/catalogue/import/workbook_reader.h"

#include "pos/catalogue/catalogue_json.h"
#include "pos/catalogue/import/package_reader.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/package_folder.h"
#include "tests/support/workbook_writer.h"

#include <catch2/catch.hpp>

#include <zip.h>

using namespace ocop;
using ocop::testing::PackageFolder;
using ocop::testing::WorkbookWriter;
using ocop::testing::write_package_workbook;

namespace {

std::vector<std::string> found(const std::vector<Problem>& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems)
        all.push_back(problem.file + ":" + std::to_string(problem.row) + "." + problem.column + " " + problem.key +
                      " " + problem.value);
    return all;
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("a workbook of the same tables is the same catalogue", "[import]") {
    const PackageFolder package;
    const auto from_folder = read_package(package.path());
    REQUIRE(from_folder.package);
    write_package_workbook(package.path(), package.path() / "danh-muc.xlsx");
    const auto report = read_package(package.path() / "danh-muc.xlsx");
    CHECK(found(report.problems) == Found{});
    REQUIRE(report.package);
    CHECK(write_catalogue(report.package->catalogue) == write_catalogue(from_folder.package->catalogue));
    CHECK(report.package->media.size() == 1);
}

TEST_CASE("a workbook of 18,000 products is the same catalogue as its tables", "[import]") {
    constexpr std::size_t products = 18'000;
    const testing::TemporaryFolder folder;
    tests::write_generated_package(products, folder.path());
    write_package_workbook(folder.path(), folder.path() / "danh-muc.xlsx");
    const auto from_workbook = read_package(folder.path() / "danh-muc.xlsx");
    REQUIRE(from_workbook.package);
    CHECK(from_workbook.package->catalogue.products().size() == products);
    const auto from_tables = read_package(folder.path());
    REQUIRE(from_tables.package);
    for (const auto* report : {&from_workbook, &from_tables}) // the tables' line ends are noted, a workbook has none
        for (const auto& problem : report->problems)
            CHECK(problem.severity == Severity::note);
    CHECK(write_catalogue(from_workbook.package->catalogue) == write_catalogue(from_tables.package->catalogue));
}

TEST_CASE("a folder with one workbook and no tables is that workbook", "[import]") {
    const PackageFolder package;
    write_package_workbook(package.path(), package.path() / "danh-muc.xlsx");
    for (const auto* name : {"products.csv", "producers.csv", "places.csv", "certificates.csv", "facts.csv"})
        package.remove(name);
    CHECK(read_package(package.path()).package.has_value());
}

TEST_CASE("numbers, dates, formulas and truths become the text a person would type", "[import]") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    {
        WorkbookWriter writer(file);
        auto* sheet = writer.sheet("certificates");
        auto* date = workbook_add_format(writer.book());
        format_set_num_format(date, "dd/mm/yyyy");
        lxw_datetime day{2021, 4, 6, 0, 0, 0};
        worksheet_write_string(sheet, 0, 0, "certificate", nullptr);
        worksheet_write_string(sheet, 0, 1, "issued", nullptr);
        worksheet_write_string(sheet, 0, 2, "Valid_Until ", nullptr);
        worksheet_write_string(sheet, 0, 3, "other", nullptr);
        worksheet_write_number(sheet, 1, 0, 8938505970011.0, nullptr);
        worksheet_write_datetime(sheet, 1, 1, &day, date);
        worksheet_write_number(sheet, 1, 2, 2024, nullptr);
        worksheet_write_number(sheet, 1, 3, 44292, nullptr);
        worksheet_write_number(sheet, 3, 0, 12.5, nullptr);
        worksheet_write_string(sheet, 3, 1, "2021-04", nullptr);
        worksheet_write_formula_num(sheet, 3, 2, "=2020+5", nullptr, 2025);
        worksheet_write_boolean(sheet, 3, 3, 1, nullptr);
    }
    ProblemList problems;
    const auto sheets = read_workbook(file, problems);
    CHECK(found(problems.all()) == Found{});
    REQUIRE(sheets);
    const auto& rows = sheets->at("certificates").rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].cells == std::vector<std::string>{"8938505970011", "2021-04-06", "2024", "44292"});
    CHECK(rows[3].cells == std::vector<std::string>{"12.5", "2021-04", "2025", "yes"});
    CHECK(rows[3].line == 4);
}

TEST_CASE("what decorates a workbook does not disturb its rows", "[import]") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    {
        WorkbookWriter writer(file);
        auto* sheet = writer.sheet("places");
        auto* bold = workbook_add_format(writer.book());
        format_set_bold(bold);
        std::string first = "Sơn ";
        std::string second = "La";
        lxw_rich_string_tuple plain{nullptr, first.data()};
        lxw_rich_string_tuple strong{bold, second.data()};
        lxw_rich_string_tuple* parts[] = {&plain, &strong, nullptr};
        worksheet_write_string(sheet, 0, 0, "place", nullptr);
        worksheet_write_string(sheet, 0, 1, "printed", nullptr);
        worksheet_write_rich_string(sheet, 1, 1, parts, nullptr);
        worksheet_write_formula_str(sheet, 1, 0, "=UPPER(\"l1\")", nullptr, "L1");
        worksheet_write_url(sheet, 2, 1, "https://example.vn", nullptr);
        worksheet_write_comment(sheet, 1, 1, "ghi chú");
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_autofilter(sheet, 0, 0, 2, 1);
        worksheet_repeat_rows(sheet, 0, 0);
        worksheet_print_area(sheet, 0, 0, 2, 1);
        worksheet_set_column(sheet, 0, 1, 30, bold);
        lxw_conditional_format condition{};
        condition.type = LXW_CONDITIONAL_3_COLOR_SCALE;
        worksheet_conditional_format_range(sheet, 0, 0, 2, 1, &condition);
        lxw_data_validation choice{};
        const char* words[] = {"L1", "L2", nullptr};
        choice.validate = LXW_VALIDATION_TYPE_LIST;
        choice.value_list = const_cast<char**>(words);
        worksheet_data_validation_range(sheet, 1, 0, 2, 0, &choice);
        workbook_define_name(writer.book(), "codes", "=places!$A$2:$A$3");
        auto* other = writer.sheet("table");
        worksheet_add_table(other, 0, 0, 3, 2, nullptr);
    }
    ProblemList problems;
    const auto sheets = read_workbook(file, problems);
    CHECK(found(problems.all()) == Found{});
    REQUIRE(sheets);
    const auto& rows = sheets->at("places").rows;
    REQUIRE(rows.size() >= 3);
    CHECK(rows[0].cells == std::vector<std::string>{"place", "printed"});
    CHECK(rows[1].cells == std::vector<std::string>{"L1", "Sơn La"});
    CHECK(rows[2].cells == std::vector<std::string>{"", "https://example.vn"});
}

TEST_CASE("group titles and names merged over two rows are one header, a merged producer holds for its products",
          "[import]") {
    const PackageFolder package;
    const auto file = package.path() / "b.xlsx";
    {
        WorkbookWriter writer(file);
        auto* sheet = writer.sheet("products");
        const auto text = [&](int row, int column, const char* value) {
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, nullptr);
        };
        worksheet_merge_range(sheet, 0, 0, 0, 7, "DANH MỤC SẢN PHẨM OCOP", nullptr);
        worksheet_merge_range(sheet, 2, 0, 3, 0, "sku", nullptr);
        worksheet_merge_range(sheet, 2, 1, 2, 2, "Tên sản phẩm", nullptr);
        text(3, 1, "name_vi");
        text(3, 2, "name_en");
        const char* downwards[] = {"producer", "place", "group", "unit", "price"};
        for (int column = 3; column < 8; ++column)
            worksheet_merge_range(sheet, 2, static_cast<lxw_col_t>(column), 3, static_cast<lxw_col_t>(column),
                                  downwards[column - 3], nullptr);
        worksheet_merge_range(sheet, 4, 3, 5, 3, "P1", nullptr);
        worksheet_merge_range(sheet, 4, 4, 6, 4, "L1", nullptr);
        const char* skus[] = {"OC01", "OC02", "OC03"};
        for (int row = 4; row < 7; ++row) {
            text(row, 0, skus[row - 4]);
            text(row, 1, "Gạo nếp");
            text(row, 5, "food");
            text(row, 6, "kg");
            worksheet_write_number(sheet, static_cast<lxw_row_t>(row), 7, 42000, nullptr);
        }
        text(4, 2, "Sticky rice");
        text(6, 3, "P2");
        writer.copy_table(package.path() / "producers.csv", "producers", "producer");
        writer.copy_table(package.path() / "places.csv", "places", "place");
    }
    package.remove("stories");
    package.remove("media");
    const auto report = read_package(file);
    CHECK(found(report.problems) == Found{});
    REQUIRE(report.package);
    const auto& products = report.package->catalogue.products();
    REQUIRE(products.size() == 3);
    CHECK(products[0].name.in("en") == "Sticky rice");
    CHECK(products[1].producer == ProducerId{"P1"});
    CHECK(products[1].place == PlaceId{"L1"});
    CHECK(products[2].producer == ProducerId{"P2"});
    CHECK(products[2].place == PlaceId{"L1"});
}

TEST_CASE("problems in a workbook name the sheet and its row", "[import]") {
    const PackageFolder package;
    package.write("places.csv", "place,printed,nothing\nL1,Sơn La,x\nL1,,\n");
    package.remove("producers.csv");
    const auto file = package.path() / "b.xlsx";
    {
        WorkbookWriter writer(file);
        writer.copy_table(package.path() / "products.csv", "products", "sku");
        writer.copy_table(package.path() / "places.csv", "places", "place");
        writer.copy_table(package.path() / "certificates.csv", "certificates", "certificate");
        worksheet_write_string(writer.sheet("Ghi chú"), 0, 0, "x", nullptr);
    }
    CHECK(found(read_package(file).problems) ==
          Found{"b.xlsx: Ghi chú:0. import.not_part ", "b.xlsx: producers:0. import.missing_table ",
                "b.xlsx: places:4.nothing import.unknown_column ", "b.xlsx: places:6.place import.duplicate L1",
                "b.xlsx: places:6.printed import.required "});
}

TEST_CASE("files that are no workbook are refused", "[import]") {
    const PackageFolder package;
    package.write("a.xlsx", "PK\x03\x04 nothing");
    package.write("b.xlsx", "\xD0\xCF\x11\xE0 old");
    CHECK(found(read_package(package.path() / "a.xlsx").problems) == Found{"a.xlsx:0. import.archive_unreadable "});
    CHECK(found(read_package(package.path() / "b.xlsx").problems) ==
          Found{"b.xlsx:0. import.workbook_old_or_encrypted "});

    const auto archive = package.path() / "c.xlsx";
    const std::string text = "<Types";
    auto* writer = zip_open(archive.c_str(), ZIP_CREATE, nullptr);
    zip_file_add(writer, "[Content_Types].xml", zip_source_buffer(writer, text.data(), text.size(), 0), 0);
    zip_close(writer);
    CHECK(found(read_package(archive).problems) == Found{"c.xlsx:0. import.workbook_damaged "});
}
