// Tables of the till and the organiser (design guide 4.10): numbers right, unit in the header, a tap selects a row.
#pragma once

#include "kiosk/ui/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

struct TableColumn {
    std::string title = {};
    float weight = 1; // share of the width
    Align align = Align::left;
    TextRole text = TextRole::T3;
};

struct TableCell {
    std::string words = {};
    std::string small = {}; // second line, T4
    Icon icon = Icon::none;
    Colour colour{0, 0, 0, 0}; // a = 0: ink
};

float table_header_height(const Ui& ui);
float table_row_height(const Ui& ui);
void table_header(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns);
// Returns whether the row was tapped.
bool table_row(Ui& ui, std::string_view name, const Rect& rect, const std::vector<TableColumn>& columns,
               const std::vector<TableCell>& cells, bool selected = false);
// A row that is only read, such as a total: bold, a line above.
void table_total(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns,
                 const std::vector<TableCell>& cells);

} // namespace ocop::kiosk
