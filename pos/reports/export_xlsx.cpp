#include "pos/reports/export_file.h"
#include "pos/reports/interest.h"
#include "pos/reports/sale_columns.h"
#include "pos/store/whole_file.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <memory>
#include <stdexcept>

namespace ocop {
namespace {

constexpr std::uint32_t rows_per_sheet = 1'048'576;
constexpr std::int32_t excel_epoch = -25'569; // 1899-12-30 counted from 1970-01-01

double excel_day(Day day) {
    return static_cast<double>(day.number - excel_epoch);
}

double excel_time(Instant instant) {
    const auto time = clock_time_of(instant);
    return (time.hour * 3600 + time.minute * 60 + time.second) / 86'400.0;
}

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

// A workbook being written; `close` says whether all of it reached the file.
class Workbook {
public:
    explicit Workbook(const std::filesystem::path& file) {
        const auto folder = (file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path()).string();
        // Constant memory keeps rows in temporary files beside the target, not in RAM and not in a small /tmp.
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = const_cast<char*>(folder.c_str());
        workbook_.reset(workbook_new_opt(file.c_str(), &options));
        if (!workbook_) throw std::bad_alloc();
        heading_ = format([](lxw_format* f) {
            format_set_bold(f);
            format_set_text_wrap(f);
            format_set_bg_color(f, 0xEAE4D5);
            format_set_bottom(f, LXW_BORDER_THIN);
            format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        });
        money_ = format([](lxw_format* f) { format_set_num_format(f, "#,##0"); });
        sum_ = format([](lxw_format* f) {
            format_set_num_format(f, "#,##0");
            format_set_bold(f);
            format_set_top(f, LXW_BORDER_THIN);
        });
        bold_ = format([](lxw_format* f) { format_set_bold(f); });
        decimal_ = format([](lxw_format* f) { format_set_num_format(f, "#,##0.###"); });
        day_ = format([](lxw_format* f) { format_set_num_format(f, "dd/mm/yyyy"); });
        time_ = format([](lxw_format* f) { format_set_num_format(f, "hh:mm:ss"); });
    }

    lxw_worksheet* sheet(const std::string& name) {
        auto* sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
        if (sheet == nullptr) throw std::invalid_argument("a sheet cannot be named " + name);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
        return sheet;
    }

    bool close() { return workbook_close(workbook_.release()) == LXW_NO_ERROR; }

    lxw_format* heading() const { return heading_; }
    lxw_format* money() const { return money_; }
    lxw_format* sum() const { return sum_; }
    lxw_format* bold() const { return bold_; }
    lxw_format* decimal() const { return decimal_; }
    lxw_format* day() const { return day_; }
    lxw_format* time() const { return time_; }

private:
    template <class Set>
    lxw_format* format(Set set) {
        auto* made = workbook_add_format(workbook_.get());
        set(made);
        return made;
    }
    std::unique_ptr<lxw_workbook, CloseWorkbook> workbook_;
    lxw_format* heading_ = nullptr;
    lxw_format* money_ = nullptr;
    lxw_format* sum_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* decimal_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* time_ = nullptr;
};

struct CellWriter {
    const Workbook& book;
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;

    void operator()(const std::string& text) const {
        worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
    }
    void operator()(std::int64_t number) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(number), book.money());
    }
    void operator()(double number) const { worksheet_write_number(sheet, row, column, number, book.decimal()); }
    void operator()(Day day) const { worksheet_write_number(sheet, row, column, excel_day(day), book.day()); }
    void operator()(Instant instant) const {
        worksheet_write_number(sheet, row, column, excel_time(instant), book.time());
    }
};

std::string column_letter(std::size_t column) {
    return std::string(1, static_cast<char>('A' + column));
}

// The sheets of sale lines: headings, rows, and a last row of sums as formulas with their value.
class LineSheets {
public:
    LineSheets(Workbook& book, const Language& language) : book_(book), language_(language) { begin(); }

    void add(const SaleRow& row) {
        if (row_ + 1 >= rows_per_sheet) { // the last row is kept for the sums
            finish();
            begin();
        }
        const auto cells = cells_of(row, language_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::visit(CellWriter{book_, sheet_, row_, static_cast<lxw_col_t>(i)}, cells[i]);
            if (sale_columns[i].summed) sums_[i] += static_cast<double>(std::get<std::int64_t>(cells[i]));
        }
        ++row_;
    }

    void finish() {
        worksheet_autofilter(sheet_, 0, 0, row_ > 1 ? row_ - 1 : 1, sale_columns.size() - 1);
        worksheet_write_string(sheet_, row_, 0, language_.text("export.sum").c_str(), book_.bold());
        for (std::size_t i = 0; i < sale_columns.size(); ++i) {
            if (!sale_columns[i].summed) continue;
            const auto letter = column_letter(i);
            const auto formula = fmt::format("=SUM({}2:{}{})", letter, letter, row_ > 1 ? row_ : 2);
            worksheet_write_formula_num(sheet_, row_, static_cast<lxw_col_t>(i), formula.c_str(), book_.sum(),
                                        sums_[i]);
        }
    }

private:
    void begin() {
        ++number_;
        const auto& name = language_.text("export.sheet_lines");
        sheet_ = book_.sheet(number_ == 1 ? name : name + " " + std::to_string(number_));
        for (std::size_t i = 0; i < sale_columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, sale_columns[i].width, nullptr);
            worksheet_write_string(sheet_, 0, column, language_.text(sale_columns[i].heading).c_str(), book_.heading());
        }
        worksheet_freeze_panes(sheet_, 1, 1);
        row_ = 1;
        sums_.fill(0);
    }

    Workbook& book_;
    const Language& language_;
    lxw_worksheet* sheet_ = nullptr;
    int number_ = 0;
    lxw_row_t row_ = 1;
    std::array<double, sale_columns.size()> sums_{};
};

std::string label_of(const TotalRow& total, TotalBy by, const Language& language) {
    if (by == TotalBy::stars) return stars_in_words(std::stoi(total.key), language);
    if (by == TotalBy::payment_method) return language.text("export.method." + total.key);
    return total.label;
}

void write_totals(Workbook& book, const Language& language, const std::string& name,
                  const std::vector<TotalRow>& totals, TotalBy by) {
    auto* sheet = book.sheet(name);
    const std::array<const char*, 8> headings{"export.sales",      "export.line_count", "export.gross",
                                              "export.discount",   "export.total",      "export.tax",
                                              "export.commission", "export.to_producer"};
    worksheet_set_column(sheet, 0, 0, 40, nullptr);
    worksheet_set_column(sheet, 1, 8, 16, nullptr);
    worksheet_write_string(sheet, 0, 0, name.c_str(), book.heading());
    for (std::size_t i = 0; i < headings.size(); ++i)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i + 1), language.text(headings[i]).c_str(),
                               book.heading());
    worksheet_freeze_panes(sheet, 1, 1);
    std::array<std::int64_t, 8> sums{};
    lxw_row_t row = 1;
    for (const auto& total : totals) {
        if (by == TotalBy::day && Day::parse(total.key))
            worksheet_write_number(sheet, row, 0, excel_day(*Day::parse(total.key)), book.day());
        else
            worksheet_write_string(sheet, row, 0, label_of(total, by, language).c_str(), nullptr);
        const std::array<std::int64_t, 8> values{
            total.sales,      total.lines,      total.gross.amount,      total.discount.amount,
            total.net.amount, total.tax.amount, total.commission.amount, (total.net - total.commission).amount};
        for (std::size_t i = 0; i < values.size(); ++i) {
            worksheet_write_number(sheet, row, static_cast<lxw_col_t>(i + 1), static_cast<double>(values[i]),
                                   book.money());
            sums[i] += values[i];
        }
        ++row;
    }
    worksheet_write_string(sheet, row, 0, language.text("export.sum").c_str(), book.bold());
    for (std::size_t i = 1; i < sums.size(); ++i) { // sales are not summed: one sale may count for several producers
        const auto letter = column_letter(i + 1);
        const auto formula = fmt::format("=SUM({}2:{}{})", letter, letter, row > 1 ? row : 2);
        worksheet_write_formula_num(sheet, row, static_cast<lxw_col_t>(i + 1), formula.c_str(), book.sum(),
                                    static_cast<double>(sums[i]));
    }
}

void write_interest(Workbook& book, const Language& language, const std::vector<InterestRow>& rows) {
    auto* sheet = book.sheet(language.text("export.sheet_interest"));
    const std::array<const char*, 11> headings{"export.product",       "export.sku",        "export.views",
                                               "export.dwell_minutes", "export.codes_seen", "export.picked",
                                               "export.quantity",      "export.total",      "export.face_good",
                                               "export.face_fair",     "export.face_poor"};
    worksheet_set_column(sheet, 0, 0, 40, nullptr);
    worksheet_set_column(sheet, 1, 10, 16, nullptr);
    for (std::size_t i = 0; i < headings.size(); ++i)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), language.text(headings[i]).c_str(), book.heading());
    worksheet_freeze_panes(sheet, 1, 1);
    lxw_row_t number = 1;
    for (const auto& row : rows) {
        if (number >= rows_per_sheet) break; // more products than a sheet has rows: the least looked at are left out
        const auto& usage = row.usage;
        const std::array<Cell, 11> cells{row.name,
                                         row.sku,
                                         usage.views,
                                         static_cast<double>(usage.dwell / 6000) / 10.0,
                                         usage.codes,
                                         usage.picks,
                                         static_cast<double>(row.sold.thousandths) / 1000.0,
                                         row.net.amount,
                                         usage.good,
                                         usage.fair,
                                         usage.poor};
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit(CellWriter{book, sheet, number, static_cast<lxw_col_t>(i)}, cells[i]);
        ++number;
    }
}

} // namespace

Result<ExportSummary> export_xlsx(Database& database, const SaleFilter& filter, const Language& language,
                                  const std::filesystem::path& file) {
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<ExportSummary> {
        OCOP_TRY(open_part(part)); // the library would say so on the error output, in its own words
        ExportSummary summary;
        Workbook book(part);
        LineSheets lines(book, language);
        for_each_sale_row(database, filter, [&](const SaleRow& row) {
            lines.add(row);
            summary.rows += 1;
            summary.total += row.total;
        });
        lines.finish();
        const auto totals = [&](const char* name, TotalBy by) {
            write_totals(book, language, language.text(name), sale_totals(database, filter, by), by);
        };
        totals("export.sheet_producers", TotalBy::producer);
        totals("export.sheet_days", TotalBy::day);
        totals("export.sheet_payments", TotalBy::payment_method);
        totals("export.sheet_stars", TotalBy::stars);
        write_interest(book, language, interest_rows(database, filter));
        if (!book.close()) return cannot_write(part);
        return summary;
    });
}

} // namespace ocop
