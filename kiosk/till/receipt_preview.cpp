#include "kiosk/till/receipt_preview.h"

#include "kiosk/ui/cards.h"
#include "pos/codes/qr_code.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {
namespace {

using RowKind = ReceiptRow::Kind;

struct RowStyle {
    TextRole text = TextRole::T4;
    Align align = Align::left;
};

RowStyle style_of(RowKind kind) {
    switch (kind) {
    case RowKind::title:
        return {TextRole::S3, Align::centre};
    case RowKind::centred:
        return {TextRole::B4, Align::centre};
    case RowKind::small_centred:
        return {TextRole::T4, Align::centre};
    case RowKind::strong_pair:
        return {TextRole::B3, Align::left};
    case RowKind::item:
        return {TextRole::B4, Align::left};
    default:
        return {};
    }
}

constexpr float code_module = 3.4f; // px at 1080 (design guide 4.12)

float code_side(const Ui& ui, const QrMatrix& code) {
    return std::floor(ui.px(code_module)) * static_cast<float>(code.size);
}

// Draws a row from the top of `rest`, or only measures it; returns its height.
float row_height(Ui& ui, const Rect& rest, const ReceiptRow& row, bool draw) {
    auto& canvas = ui.canvas();
    const auto ink = ui.colours().ink;
    const auto style = style_of(row.kind);
    if (row.kind == RowKind::space) return ui.px(space::s);
    if (row.kind == RowKind::rule) {
        const float step = ui.px(10);
        for (float x = rest.x; draw && x < rest.right(); x += step)
            canvas.fill({x, rest.y + ui.px(9), std::min(ui.px(6), rest.right() - x), std::max(1.0f, ui.px(2))}, ink);
        return ui.px(20);
    }
    if (row.kind == RowKind::qr) {
        const auto code = qr_matrix(row.left);
        if (!code) return 0;
        const float side = code_side(ui, *code);
        const float module = side / static_cast<float>(code->size);
        const Rect place = snapped(centre({rest.x, rest.y, rest.w, side + ui.px(space::m)}, side, side));
        for (int y = 0; draw && y < code->size; ++y)
            for (int x = 0; x < code->size; ++x)
                if (code->at(x, y))
                    canvas.fill({place.x + static_cast<float>(x) * module, place.y + static_cast<float>(y) * module,
                                 module, module},
                                ink);
        return side + ui.px(space::m);
    }
    Rect words = rest;
    float right = 0;
    if (!row.right.empty()) {
        right = canvas.text_width(style.text, row.right);
        words.w = std::max(0.0f, words.w - right - ui.px(space::s));
    }
    if (row.kind == RowKind::detail) words = inset(words, ui.px(space::s), 0, 0, 0);
    const float height = canvas.paragraph_height(style.text, words.w, row.left);
    if (draw) {
        canvas.paragraph(style.text, {words.x, words.y, words.w, 0}, row.left, ink, {0, style.align});
        if (right > 0) canvas.text(style.text, Point{rest.right() - right, rest.y}, row.right, ink);
    }
    return height;
}

} // namespace

void draw_receipt(Ui& ui, const Rect& area, const Receipt& receipt) {
    const float width = std::min(area.w, ui.px(420));
    const float side = ui.px(space::l);
    const Rect measured{0, 0, width - 2 * side, 0};
    float height = 2 * side;
    for (const auto& row : receipt.rows)
        height += row_height(ui, measured, row, false);
    const Rect paper{area.x + (area.w - width) / 2, area.y, width, std::min(height, area.h)};
    ui.canvas().shadow(paper, ShadowKind::dialog);
    ui.canvas().fill(paper, ui.colours().white);
    Rect rest = inset(paper, side);
    rest.h = height;
    const auto edge = ui.canvas().clip(paper);
    for (const auto& row : receipt.rows) {
        const float used = row_height(ui, rest, row, false);
        // A line that would be cut through is left out: the paper goes on below the screen.
        if (rest.y + used > paper.bottom() - ui.px(space::xs)) break;
        row_height(ui, rest, row, true);
        cut_top(rest, used);
    }
}

void draw_receipt_side(Ui& ui, const Rect& area, const Sale& sale, const StaffContext& context) {
    ui.canvas().fill(area, ui.colours().sunken);
    const PrintJob* job = context.paper.find(sale.id);
    const auto receipt =
        make_receipt(sale, context.view.snapshot().booth, ui.language(), job == nullptr ? 0 : job->copy);
    draw_receipt(ui, inset(area, ui.px(space::xxl), ui.px(space::h)), receipt);
}

} // namespace ocop::kiosk
