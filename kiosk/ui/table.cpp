#include "kiosk/ui/table.h"

#include <algorithm>

namespace ocop::kiosk {

namespace {

std::vector<Rect> cells_of(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns) {
    std::vector<float> weights;
    for (const TableColumn& column : columns)
        weights.push_back(column.weight);
    return weighted_columns(inset(rect, ui.px(24), 0), weights, ui.px(16));
}

void draw_cells(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns, const std::vector<TableCell>& cells,
                bool bold) {
    const Palette& c = ui.colours();
    Canvas& canvas = ui.canvas();
    const auto places = cells_of(ui, rect, columns);
    for (std::size_t i = 0; i < std::min(places.size(), cells.size()); ++i) {
        const TableCell& cell = cells[i];
        Rect place = places[i];
        const Colour ink = cell.colour.a == 0 ? c.ink : cell.colour;
        if (cell.icon != Icon::none) {
            const float size = ui.px(28);
            canvas.icon(cell.icon, centre(cut_left(place, size, ui.px(12)), size, size), ink);
        }
        const TextRole role = bold ? TextRole::B3 : columns[i].text;
        if (cell.small.empty()) {
            canvas.text(role, place, cell.words, ink, columns[i].align, Fit::ellipsis);
            continue;
        }
        const float line = canvas.line_height(role);
        const float second = canvas.line_height(TextRole::T4);
        const float top = place.centre_y() - (line + second) / 2;
        canvas.text(role, {place.x, top, place.w, line}, cell.words, ink, columns[i].align, Fit::ellipsis);
        canvas.text(TextRole::T4, {place.x, top + line, place.w, second}, cell.small, c.ink_2, columns[i].align,
                    Fit::ellipsis);
    }
}

} // namespace

float table_header_height(const Ui& ui) {
    return ui.px(52);
}
float table_row_height(const Ui& ui) {
    return ui.target_size(76, TargetRole::row);
}

void table_header(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns) {
    ui.canvas().fill(rect, ui.colours().sunken, ui.px(radius::tag));
    const auto places = cells_of(ui, rect, columns);
    for (std::size_t i = 0; i < columns.size(); ++i)
        ui.canvas().text(TextRole::M5, places[i], columns[i].title, ui.colours().ink_2, columns[i].align,
                         Fit::ellipsis);
}

bool table_row(Ui& ui, std::string_view name, const Rect& rect, const std::vector<TableColumn>& columns,
               const std::vector<TableCell>& cells, bool selected) {
    const Tap tap = ui.tap_target(name, TargetRole::row, rect, cells.empty() ? name : std::string_view(cells[0].words));
    const Palette& c = ui.colours();
    const Colour chosen = ui.accent_soft();
    if (selected || tap.pressed > 0)
        ui.canvas().fill(rect, mix(selected ? chosen : c.surface, chosen, selected ? 1 : tap.pressed),
                         ui.px(radius::tag));
    if (selected && ui.high_contrast()) ui.canvas().stroke(rect, c.ink, ui.px(4), ui.px(radius::tag));
    ui.canvas().fill({rect.x, rect.bottom() - 1, rect.w, 1}, c.line);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::tag));
    draw_cells(ui, rect, columns, cells, false);
    return tap.tapped;
}

void table_total(Ui& ui, const Rect& rect, const std::vector<TableColumn>& columns,
                 const std::vector<TableCell>& cells) {
    ui.canvas().fill({rect.x, rect.y, rect.w, ui.px(2)}, ui.colours().ink);
    draw_cells(ui, rect, columns, cells, true);
}

} // namespace ocop::kiosk
