#include "pos/catalogue/import/workbook_reader.h"

#include "pos/base/time.h"
#include "pos/catalogue/import/archive.h"
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/row_reader.h"

#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <orcus/spreadsheet/types.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace ocop {
namespace {

namespace sheets = orcus::spreadsheet;

constexpr sheets::row_t most_rows = 200'000;
constexpr sheets::col_t most_columns = 256;
constexpr double first_day_number = 20'000; // 1954; smaller numbers in a column of dates are years
constexpr double last_day_number = 80'000;  // 2119

constexpr std::array<std::string_view, 3> date_columns{"issued", "valid_until", "best_before"};

std::string text_of(double number) {
    std::array<char, 64> text{};
    const bool whole = std::floor(number) == number && std::abs(number) < 9e15;
    std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.15g", number);
    return text.data();
}

struct Cell {
    enum class Kind { none, text, shared, number } kind = Kind::none;
    double number = 0;
    std::size_t shared = 0; // index of a shared string, which may be read after the sheet
    std::string text;
};

class SharedStrings final : public sheets::iface::import_shared_strings {
public:
    std::size_t append(std::string_view text) override {
        texts_.emplace_back(text);
        return texts_.size() - 1;
    }
    std::size_t add(std::string_view text) override { return append(text); }
    void set_segment_font(std::size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(sheets::color_elem_t, sheets::color_elem_t, sheets::color_elem_t,
                                sheets::color_elem_t) override {}
    void append_segment(std::string_view text) override { segments_ += text; }
    std::size_t commit_segments() override {
        texts_.push_back(std::move(segments_));
        segments_.clear();
        return texts_.size() - 1;
    }

    std::string text(std::size_t index) const { return index < texts_.size() ? texts_[index] : std::string(); }

private:
    std::vector<std::string> texts_;
    std::string segments_;
};

class Settings final : public sheets::iface::import_global_settings {
public:
    void set_origin_date(int year, int month, int day) override {
        origin_ = Day::from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).value_or(origin_);
    }
    void set_default_formula_grammar(sheets::formula_grammar_t grammar) override { grammar_ = grammar; }
    sheets::formula_grammar_t get_default_formula_grammar() const override { return grammar_; }
    void set_character_set(orcus::character_set_t) override {}

    // Day 1 is 1900-01-01, and a 29 February 1900 that never was is counted: true days count from 1899-12-30.
    Day day(double number) const { return Day{origin_.number + static_cast<std::int32_t>(std::floor(number))}; }

private:
    Day origin_ = Day::from_civil(1899, 12, 30).value();
    sheets::formula_grammar_t grammar_ = sheets::formula_grammar_t::xlsx;
};

// "B7", "$B$7" and "A1:C9" of one sheet. What is no such address throws, which damages the workbook.
class Addresses final : public sheets::iface::import_reference_resolver {
public:
    sheets::src_address_t resolve_address(std::string_view text) override {
        sheets::src_address_t address{0, 0, 0};
        std::size_t at = 0;
        skip_dollar(text, at);
        const auto letters = at;
        for (; at < text.size() && at < letters + 3 && is_letter(text[at]); ++at)
            address.column = address.column * 26 + (letter(text[at]) - 'A' + 1);
        const auto no_letters = at == letters;
        skip_dollar(text, at);
        const auto row = digits_value(text.substr(at));
        if (no_letters || !row || *row < 1 || *row > 1'048'576) throw std::invalid_argument("cell address");
        address.row = static_cast<sheets::row_t>(*row) - 1;
        --address.column;
        return address;
    }

    sheets::src_range_t resolve_range(std::string_view text) override {
        const auto colon = text.find(':');
        const auto first = resolve_address(text.substr(0, colon));
        return {first, colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1))};
    }

private:
    static char letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
    static bool is_letter(char c) { return letter(c) >= 'A' && letter(c) <= 'Z'; }
    static void skip_dollar(std::string_view text, std::size_t& at) {
        if (at < text.size() && text[at] == '$') ++at;
    }
};

class Sheet;

// Keeps only the result that the workbook stores with a formula.
class Formula final : public sheets::iface::import_formula {
public:
    explicit Formula(Sheet& sheet) : sheet_(sheet) {}
    void set_position(sheets::row_t row, sheets::col_t column) override {
        row_ = row;
        column_ = column;
        result_ = Cell{};
    }
    void set_formula(sheets::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(std::size_t) override {}
    void set_result_string(std::string_view value) override {
        result_ = Cell{Cell::Kind::text, 0, 0, std::string(value)};
    }
    void set_result_value(double value) override { result_ = Cell{Cell::Kind::number, value, 0, {}}; }
    void set_result_bool(bool value) override { set_result_string(value ? "yes" : "no"); }
    void set_result_empty() override { result_ = Cell{}; }
    void commit() override;

private:
    Sheet& sheet_;
    sheets::row_t row_ = 0;
    sheets::col_t column_ = 0;
    Cell result_;
};

class Sheet final : public sheets::iface::import_sheet {
public:
    explicit Sheet(std::string name) : name_(std::move(name)), formula_(*this) {}

    const std::string& name() const { return name_; }
    bool too_large() const { return too_large_; }

    void put(sheets::row_t row, sheets::col_t column, Cell cell) {
        if (row < 0 || column < 0 || row >= most_rows || column >= most_columns) {
            too_large_ = true;
            return;
        }
        const auto at = static_cast<std::size_t>(row);
        const auto position = static_cast<std::size_t>(column);
        if (rows_.size() <= at) rows_.resize(at + 1);
        if (rows_[at].size() <= position) rows_[at].resize(position + 1);
        rows_[at][position] = std::move(cell);
    }

    sheets::iface::import_formula* get_formula() override { return &formula_; }
    void set_auto(sheets::row_t row, sheets::col_t column, std::string_view text) override {
        put(row, column, Cell{Cell::Kind::text, 0, 0, std::string(text)});
    }
    void set_string(sheets::row_t row, sheets::col_t column, sheets::string_id_t index) override {
        put(row, column, Cell{Cell::Kind::shared, 0, index, {}});
    }
    void set_value(sheets::row_t row, sheets::col_t column, double value) override {
        put(row, column, Cell{Cell::Kind::number, value, 0, {}});
    }
    void set_bool(sheets::row_t row, sheets::col_t column, bool value) override {
        set_auto(row, column, value ? "yes" : "no");
    }
    void set_date_time(sheets::row_t row, sheets::col_t column, int year, int month, int day, int, int,
                       double) override {
        const auto date = Day::from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        if (date) set_auto(row, column, date->iso());
    }
    void set_format(sheets::row_t, sheets::col_t, std::size_t) override {}
    void set_format(sheets::row_t, sheets::col_t, sheets::row_t, sheets::col_t, std::size_t) override {}
    void fill_down_cells(sheets::row_t, sheets::col_t, sheets::row_t) override {}
    sheets::range_size_t get_sheet_size() const override { return {1'048'576, 16'384}; }

    RawTable table(const std::string& file, const SharedStrings& strings, const Settings& settings) const {
        RawTable table{file, {}};
        std::vector<bool> is_date;
        for (std::size_t at = 0; at < rows_.size(); ++at) {
            TableRow row{at + 1, {}};
            row.cells.reserve(rows_[at].size());
            for (std::size_t column = 0; column < rows_[at].size(); ++column)
                row.cells.push_back(
                    text(rows_[at][column], column < is_date.size() && is_date[column], strings, settings));
            if (is_date.empty()) is_date = columns_of_dates(row);
            table.rows.push_back(std::move(row));
        }
        return table;
    }

private:
    static std::string text(const Cell& cell, bool is_date, const SharedStrings& strings, const Settings& settings) {
        switch (cell.kind) {
        case Cell::Kind::none:
            return {};
        case Cell::Kind::text:
            return cell.text;
        case Cell::Kind::shared:
            return strings.text(cell.shared);
        case Cell::Kind::number:
            if (is_date && cell.number >= first_day_number && cell.number <= last_day_number)
                return settings.day(cell.number).iso();
            return text_of(cell.number);
        }
        return {};
    }

    // Which columns hold dates, if this row is a header that names some.
    static std::vector<bool> columns_of_dates(const TableRow& row) {
        std::vector<bool> columns;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto name = lower_ascii(one_line(row.cells[column]));
            if (std::find(date_columns.begin(), date_columns.end(), name) == date_columns.end()) continue;
            columns.resize(column + 1);
            columns[column] = true;
        }
        return columns;
    }

    std::string name_;
    Formula formula_;
    std::vector<std::vector<Cell>> rows_;
    bool too_large_ = false;
};

void Formula::commit() {
    sheet_.put(row_, column_, std::move(result_));
}

class Workbook final : public sheets::iface::import_factory {
public:
    sheets::iface::import_global_settings* get_global_settings() override { return &settings_; }
    sheets::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
    sheets::iface::import_reference_resolver* get_reference_resolver(sheets::formula_ref_context_t) override {
        return &addresses_;
    }
    sheets::iface::import_sheet* append_sheet(sheets::sheet_t, std::string_view name) override {
        sheets_.push_back(std::make_unique<Sheet>(std::string(name)));
        return sheets_.back().get();
    }
    sheets::iface::import_sheet* get_sheet(std::string_view name) override {
        for (const auto& sheet : sheets_)
            if (sheet->name() == name) return sheet.get();
        return nullptr;
    }
    sheets::iface::import_sheet* get_sheet(sheets::sheet_t index) override {
        const auto at = static_cast<std::size_t>(index);
        return index >= 0 && at < sheets_.size() ? sheets_[at].get() : nullptr;
    }
    void finalize() override {}

    std::map<std::string, RawTable> tables(const std::string& book, ProblemList& problems) const {
        std::map<std::string, RawTable> tables;
        for (const auto& sheet : sheets_) {
            const auto shown = book + ": " + sheet->name();
            if (sheet->too_large())
                problems.add({Severity::error,
                              shown,
                              0,
                              "",
                              "",
                              "import.sheet_too_large",
                              {{"rows", std::to_string(most_rows)}, {"columns", std::to_string(most_columns)}}});
            tables.emplace(lower_ascii(one_line(sheet->name())), sheet->table(shown, strings_, settings_));
        }
        return tables;
    }

private:
    Settings settings_;
    SharedStrings strings_;
    Addresses addresses_;
    std::vector<std::unique_ptr<Sheet>> sheets_;
};

// Old .xls files and encrypted workbooks are compound files, not archives.
bool is_compound_file(const std::filesystem::path& file) {
    std::array<char, 4> begin{};
    std::ifstream(file, std::ios::binary).read(begin.data(), begin.size());
    return std::string_view(begin.data(), begin.size()) == "\xD0\xCF\x11\xE0";
}

} // namespace

std::optional<std::map<std::string, RawTable>> read_workbook(const std::filesystem::path& file, ProblemList& problems) {
    const auto shown = file.filename().string();
    if (is_compound_file(file)) {
        problems.add({Severity::error, shown, 0, "", "", "import.workbook_old_or_encrypted", {}});
        return std::nullopt;
    }
    ArchiveLimits limits;
    limits.unpacked = 512ULL * 1024 * 1024;
    limits.entries = 2'000;
    if (!check_archive(file, limits, problems)) return std::nullopt;
    Workbook workbook;
    try {
        orcus::orcus_xlsx reader(&workbook);
        reader.read_file(file.string());
        if (workbook.get_sheet(0) != nullptr) return workbook.tables(shown, problems);
    } catch (const std::exception&) {
        // liborcus reports every kind of damage by throwing, from several hierarchies; it ends up below.
    }
    problems.add({Severity::error, shown, 0, "", "", "import.workbook_damaged", {}});
    return std::nullopt;
}

} // namespace ocop
