// The columns of exported sale lines, in one place for every format.
#pragma once

#include "pos/reports/sale_rows.h"

#include <array>
#include <string>
#include <variant>

namespace ocop {

enum class ColumnType { text, integer, decimal, money, day, time };

struct SaleColumn {
    const char* heading; // language key
    ColumnType type;
    double width; // characters, in a spreadsheet
    bool summed;
};

inline constexpr std::array<SaleColumn, 24> sale_columns{{
    {"export.receipt", ColumnType::text, 14, false},
    {"export.date", ColumnType::day, 12, false},
    {"export.time", ColumnType::time, 9, false},
    {"export.staff", ColumnType::text, 10, false},
    {"export.sku", ColumnType::text, 16, false},
    {"export.product", ColumnType::text, 36, false},
    {"export.producer", ColumnType::text, 34, false},
    {"export.group", ColumnType::text, 14, false},
    {"export.stars", ColumnType::text, 14, false},
    {"export.place", ColumnType::text, 34, false},
    {"export.province", ColumnType::text, 18, false},
    {"export.lot", ColumnType::text, 12, false},
    {"export.quantity", ColumnType::decimal, 10, false},
    {"export.unit", ColumnType::text, 8, false},
    {"export.unit_price", ColumnType::money, 14, false},
    {"export.discount", ColumnType::money, 12, true},
    {"export.total", ColumnType::money, 14, true},
    {"export.tax", ColumnType::money, 12, true},
    {"export.commission_rate", ColumnType::decimal, 11, false},
    {"export.commission", ColumnType::money, 12, true},
    {"export.to_producer", ColumnType::money, 14, true},
    {"export.payment", ColumnType::text, 16, false},
    {"export.reasons", ColumnType::text, 24, false},
    {"export.amends", ColumnType::text, 14, false},
}};

// Text; or a whole number (money, thousandths are given as decimal); or a decimal; or a day; or an instant.
using Cell = std::variant<std::string, std::int64_t, double, Day, Instant>;

class Language;
// The cells of a row in the order of sale_columns, words in the given language.
std::array<Cell, sale_columns.size()> cells_of(const SaleRow& row, const Language& language);

// "4 sao", "Tiềm năng 5 sao", "Chưa xếp hạng".
std::string stars_in_words(int stars, const Language& language);

} // namespace ocop
