#include "tests/support/workbook_writer.h"

#include "pos/base/time.h"
#include "pos/catalogue/import/csv_reader.h"

#include <fstream>
#include <iterator>
#include <string>

namespace ocop::testing {
namespace {

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

WorkbookWriter::WorkbookWriter(const std::filesystem::path& file)
    : book_(workbook_new(file.c_str())), date_(workbook_add_format(book_)) {
    format_set_num_format(date_, "dd/mm/yyyy");
}

WorkbookWriter::~WorkbookWriter() {
    workbook_close(book_);
}

void WorkbookWriter::copy_table(const std::filesystem::path& csv, const char* name, const char* first_column) {
    std::ifstream stream(csv, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    ProblemList problems;
    const auto table = read_csv(bytes, name, first_column, problems).value();
    auto* target = sheet(name);
    worksheet_merge_range(target, 0, 0, 0, 5, "DANH MỤC SẢN PHẨM", nullptr);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column) {
            const auto& cell = table.rows[row].cells[column];
            const auto at = static_cast<lxw_row_t>(row + 3);
            const auto position = static_cast<lxw_col_t>(column);
            if (const auto day = Day::parse(cell)) {
                lxw_datetime date{
                    day->year(), static_cast<int>(day->month()), static_cast<int>(day->day_of_month()), 0, 0, 0};
                worksheet_write_datetime(target, at, position, &date, date_);
            } else if (is_number(cell)) {
                worksheet_write_number(target, at, position, std::stod(cell), nullptr);
            } else if (!cell.empty()) {
                worksheet_write_string(target, at, position, cell.c_str(), nullptr);
            }
        }
}

void write_package_workbook(const std::filesystem::path& package, const std::filesystem::path& file) {
    WorkbookWriter writer(file);
    writer.copy_table(package / "products.csv", "Products", "sku");
    writer.copy_table(package / "producers.csv", "producers", "producer");
    writer.copy_table(package / "places.csv", "places", "place");
    writer.copy_table(package / "certificates.csv", "certificates", "certificate");
    writer.copy_table(package / "facts.csv", "facts", "sku");
}

} // namespace ocop::testing
