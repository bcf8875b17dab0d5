#include "pos/catalogue/import/workbook_reader.h"

#include "pos/catalogue/catalogue_json.h"
#include "pos/catalogue/import/csv_reader.h"
#include "pos/catalogue/import/package_reader.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

#include <xlsxwriter.h>
#include <zip.h>

#include <fstream>
#include <iterator>

using namespace ocop;
using ocop::testing::PackageFolder;

namespace {

namespace fs = std::filesystem;

class BookWriter {
public:
    explicit BookWriter(const fs::path& file) : book_(workbook_new(file.c_str())) {}
    ~BookWriter() { workbook_close(book_); }
    BookWriter(const BookWriter&) = delete;
    BookWriter& operator=(const BookWriter&) = delete;

    lxw_workbook* book() { return book_; }
    lxw_worksheet* sheet(const char* name) { return workbook_add_worksheet(book_, name); }

private:
    lxw_workbook* book_;
};

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// The CSV table as a sheet: digits as numbers, three title rows above it, the first one merged.
void copy_table(BookWriter& writer, const fs::path& csv, const char* name, const char* first_column) {
    std::ifstream stream(csv, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    ProblemList problems;
    const auto table = read_csv(bytes, name, first_column, problems);
    auto* sheet = writer.sheet(name);
    worksheet_merge_range(sheet, 0, 0, 0, 5, "DANH MỤC SẢN PHẨM", nullptr);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column) {
            const auto& cell = table.rows[row].cells[column];
            const auto at = static_cast<lxw_row_t>(row + 3);
            const auto position = static_cast<lxw_col_t>(column);
            if (is_number(cell))
                worksheet_write_number(sheet, at, position, std::stod(cell), nullptr);
            else if (!cell.empty())
                worksheet_write_string(sheet, at, position, cell.c_str(), nullptr);
        }
}

std::vector<std::string> found(const std::vector<Problem>& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems)
        all.push_back(problem.file + ":" + std::to_string(problem.row) + "." + problem.column + " " + problem.key +
                      " " + problem.value);
    return all;
}

using Found = std::vector<std::string>;

void write_book(const PackageFolder& package, const fs::path& file) {
    BookWriter writer(file);
    copy_table(writer, package.path() / "products.csv", "Products", "sku");
    copy_table(writer, package.path() / "producers.csv", "producers", "producer");
    copy_table(writer, package.path() / "places.csv", "places", "place");
    copy_table(writer, package.path() / "certificates.csv", "certificates", "certificate");
    copy_table(writer, package.path() / "facts.csv", "facts", "sku");
}

} // namespace

TEST_CASE("a workbook of the same tables is the same catalogue", "[import]") {
    const PackageFolder package;
    const auto from_folder = read_package(package.path());
    REQUIRE(from_folder.package);
    write_book(package, package.path() / "danh-muc.xlsx");
    const auto report = read_package(package.path() / "danh-muc.xlsx");
    CHECK(found(report.problems) == Found{});
    REQUIRE(report.package);
    CHECK(write_catalogue(report.package->catalogue) == write_catalogue(from_folder.package->catalogue));
    CHECK(report.package->media.size() == 1);
}

TEST_CASE("a folder with one workbook and no tables is that workbook", "[import]") {
    const PackageFolder package;
    write_book(package, package.path() / "danh-muc.xlsx");
    for (const auto* name : {"products.csv", "producers.csv", "places.csv", "certificates.csv", "facts.csv"})
        package.remove(name);
    CHECK(read_package(package.path()).package.has_value());
}

TEST_CASE("numbers, dates, formulas and truths become the text a person would type", "[import]") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "b.xlsx";
    {
        BookWriter writer(file);
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
        BookWriter writer(file);
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

TEST_CASE("problems in a workbook name the sheet and its row", "[import]") {
    const PackageFolder package;
    package.write("places.csv", "place,printed,nothing\nL1,Sơn La,x\nL1,,\n");
    package.remove("producers.csv");
    const auto file = package.path() / "b.xlsx";
    {
        BookWriter writer(file);
        copy_table(writer, package.path() / "products.csv", "products", "sku");
        copy_table(writer, package.path() / "places.csv", "places", "place");
        copy_table(writer, package.path() / "certificates.csv", "certificates", "certificate");
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
