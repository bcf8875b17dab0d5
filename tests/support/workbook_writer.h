// .xlsx workbooks for tests, written by libxlsxwriter.
#pragma once

#include <xlsxwriter.h>

#include <filesystem>

namespace ocop::testing {

class WorkbookWriter {
public:
    explicit WorkbookWriter(const std::filesystem::path& file);
    ~WorkbookWriter(); // writes the file
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    lxw_workbook* book() { return book_; }
    lxw_worksheet* sheet(const char* name) { return workbook_add_worksheet(book_, name); }

    // The table of a CSV file as a sheet: digits as numbers, whole days as dates, three title rows above, the first one
    // merged.
    void copy_table(const std::filesystem::path& csv, const char* name, const char* first_column);

private:
    lxw_workbook* book_;
    lxw_format* date_;
};

// All five tables of a package as one workbook.
void write_package_workbook(const std::filesystem::path& package, const std::filesystem::path& file);

} // namespace ocop::testing
