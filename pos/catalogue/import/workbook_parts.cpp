#include "pos/catalogue/import/workbook_parts.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/row_reader.h"
#include "pos/catalogue/import/xml_walk.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

namespace ocop {
namespace {

constexpr double first_day_number = 20'000; // 1954; smaller numbers in a column of dates are years
constexpr double last_day_number = 80'000;  // 2119

constexpr std::size_t most_rows_to_header = 60; // the header, which names the columns of dates, is among them
constexpr std::size_t most_merges = 1'000'000;

constexpr std::array<std::string_view, 5> date_columns{"issued", "valid_until", "best_before", "source_date",
                                                       "source_read"};

bool is_true(const std::string& value) {
    return value == "1" || value == "true";
}

class Relations final : public XmlHandler {
public:
    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        const auto& type = attributes["Type"];
        const auto slash = type.rfind('/');
        found[attributes["Id"]] = {slash == std::string::npos ? type : type.substr(slash + 1), attributes["Target"]};
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::map<std::string, Relation> found;
};

class Sheets final : public XmlHandler {
public:
    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") found.sheets.push_back({attributes["name"], attributes["id"]});
        if (name == "workbookPr" && is_true(attributes["date1904"])) found.day_zero = *Day::from_civil(1904, 1, 1);
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    // Day 1 is 1900-01-01, and a 29 February 1900 that never was is counted: true days count from 1899-12-30.
    WorkbookPart found{{}, *Day::from_civil(1899, 12, 30)};
};

// The text of <t> elements, those of a phonetic reading left out.
class TextCollector {
public:
    void open(std::string_view name) {
        if (name == "rPh") reading_ = true;
        if (name == "t") in_text_ = !reading_;
    }
    void close(std::string_view name) {
        if (name == "rPh") reading_ = false;
        if (name == "t") in_text_ = false;
    }
    void add(std::string_view piece) {
        if (in_text_) text_ += piece;
    }
    std::string take() { return std::exchange(text_, {}); }

private:
    std::string text_;
    bool in_text_ = false;
    bool reading_ = false;
};

class SharedTexts final : public XmlHandler {
public:
    void open(std::string_view name, const XmlAttributes&) override { collector_.open(name); }
    void close(std::string_view name) override {
        collector_.close(name);
        if (name == "si") found.push_back(collector_.take());
    }
    void text(std::string_view piece) override { collector_.add(piece); }

    std::vector<std::string> found;

private:
    TextCollector collector_;
};

std::string text_of(double number) {
    std::array<char, 64> text{};
    const bool whole = std::floor(number) == number && std::abs(number) < 9e15;
    std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.15g", number);
    return text.data();
}

// The column of "AB12", counted from 0. Text without letters is `otherwise`.
std::size_t column_of(std::string_view address, std::size_t otherwise) {
    std::size_t column = 0;
    for (const char letter : address) {
        if (letter < 'A' || letter > 'Z' || column > most_sheet_columns) break;
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
}

// The row of "AB12". Text without digits at its end is 0, which is no row.
std::size_t row_of(std::string_view address) {
    const auto digits = address.find_first_of("0123456789");
    if (digits == std::string_view::npos) return 0;
    return static_cast<std::size_t>(digits_value(address.substr(digits)).value_or(0));
}

class Cells final : public XmlHandler {
public:
    Cells(const std::vector<std::string>& shared, Day day_zero) : shared_(shared), day_zero_(day_zero) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            const auto number = digits_value(attributes["r"]);
            row_ = number ? static_cast<std::size_t>(*number) : row_ + 1; // counted from 1
            next_column_ = 0;
        } else if (name == "c") {
            column_ = column_of(attributes["r"], next_column_);
            next_column_ = column_ + 1;
            type_ = attributes["t"];
            value_.clear();
            collector_.take();
        } else if (name == "v") {
            in_value_ = true;
        } else if (name == "mergeCell") {
            add_merge(attributes["ref"]);
        }
        collector_.open(name);
    }

    void close(std::string_view name) override {
        collector_.close(name);
        if (name == "v") in_value_ = false;
        if (name == "c") put(cell_text());
        if (name == "row") end_row();
    }

    void text(std::string_view piece) override {
        if (in_value_) value_ += piece;
        collector_.add(piece);
    }

    SheetPart found;

private:
    std::string cell_text() {
        if (type_ == "inlineStr") return collector_.take();
        if (value_.empty() || type_ == "e") return {}; // an error such as #N/A is no value
        if (type_ == "s") {
            const auto index = digits_value(value_);
            return index && static_cast<std::size_t>(*index) < shared_.size()
                       ? shared_[static_cast<std::size_t>(*index)]
                       : std::string();
        }
        if (type_ == "b") return value_ == "1" ? "yes" : "no";
        if (type_ == "d") return value_.substr(0, value_.find('T')); // an ISO moment
        if (type_ == "str") return value_;
        double number = 0;
        const auto [end, failure] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
        if (failure != std::errc() || end != value_.data() + value_.size()) return value_;
        const bool is_day =
            column_ < is_date_.size() && is_date_[column_] && number >= first_day_number && number <= last_day_number;
        if (!is_day) return text_of(number);
        return Day{day_zero_.number + static_cast<std::int32_t>(std::floor(number))}.iso();
    }

    void put(std::string text) {
        if (text.empty()) return;
        if (row_ == 0 || row_ > most_sheet_rows || column_ >= most_sheet_columns) {
            found.too_large = true;
            return;
        }
        while (found.rows.size() < row_)
            found.rows.push_back({found.rows.size() + 1, {}});
        auto& cells = found.rows[row_ - 1].cells;
        if (cells.size() <= column_) cells.resize(column_ + 1);
        cells[column_] = std::move(text);
    }

    // "A1:F1"
    void add_merge(std::string_view range) {
        const auto colon = std::min(range.find(':'), range.size());
        const auto column = column_of(range, most_sheet_columns);
        const auto first = row_of(range.substr(0, colon));
        const auto last = row_of(range.substr(std::min(colon + 1, range.size())));
        if (first == 0 || last <= first || column >= most_sheet_columns) return;
        if (found.merges.size() < most_merges)
            found.merges.push_back({first, last, column});
        else
            found.too_large = true;
    }

    // Rows that name columns of dates are the header; numbers below it are days.
    void end_row() {
        if (row_ == 0 || row_ > found.rows.size() || row_ > most_rows_to_header) return;
        const auto& cells = found.rows[row_ - 1].cells;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const auto name = lower_ascii(one_line(cells[column]));
            if (std::find(date_columns.begin(), date_columns.end(), name) == date_columns.end()) continue;
            is_date_.resize(std::max(is_date_.size(), column + 1));
            is_date_[column] = true;
        }
    }

    const std::vector<std::string>& shared_;
    Day day_zero_;
    TextCollector collector_;
    std::vector<bool> is_date_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
};

} // namespace

std::map<std::string, Relation> read_relations(std::string_view part) {
    Relations relations;
    walk_xml(part, relations);
    return std::move(relations.found);
}

WorkbookPart read_workbook_part(std::string_view part) {
    Sheets sheets;
    walk_xml(part, sheets);
    return std::move(sheets.found);
}

std::vector<std::string> read_shared_texts(std::string_view part) {
    SharedTexts texts;
    walk_xml(part, texts);
    return std::move(texts.found);
}

SheetPart read_sheet_part(std::string_view part, const std::vector<std::string>& shared, Day day_zero) {
    Cells cells(shared, day_zero);
    walk_xml(part, cells);
    return std::move(cells.found);
}

} // namespace ocop
