#include "kiosk/ui/keyboard_layout.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr float unit_gap = 9;        // px at 1080 between keys
constexpr float side_share = 0.316f; // of the width: tone keys; beside them 0.032 free
constexpr float side_gap = 0.032f;
constexpr float units = 11.4f; // width of the letters in keys

using Texts = std::array<std::string_view, 10>;
constexpr Texts digit_row{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
constexpr Texts letters_1{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"};
constexpr Texts letters_2{"a", "s", "d", "f", "g", "h", "j", "k", "l", "đ"};
constexpr Texts plain_2{"a", "s", "d", "f", "g", "h", "j", "k", "l", "'"};
constexpr Texts letters_3{"z", "x", "c", "v", "b", "n", "m", "-", ",", "@"};
constexpr Texts symbols_1{"#", "&", "%", "*", "+", "=", "/", "\\", "(", ")"};
constexpr Texts symbols_2{"'", "\"", ":", ";", "!", "?", "_", "[", "]", "~"};
constexpr Texts symbols_3{"<", ">", "|", "^", "$", "₫", "`", "-", ",", "@"};
constexpr std::array<std::string_view, 6> marked{"ă", "â", "ê", "ô", "ơ", "ư"};
constexpr std::array<std::pair<Tone, std::string_view>, 5> tones{
    {{Tone::sac, "sac"}, {Tone::huyen, "huyen"}, {Tone::hoi, "hoi"}, {Tone::nga, "nga"}, {Tone::nang, "nang"}}};

struct Cell {
    KeyKind kind = KeyKind::text;
    std::string_view text;
    float weight = 1;
    Tone tone = Tone::level;
};

// Cells side by side over the width of `row`.
void place(KeyboardLayout& layout, const Rect& row, const std::vector<Cell>& cells, float gap) {
    std::vector<float> weights;
    weights.reserve(cells.size());
    for (const Cell& cell : cells)
        weights.push_back(cell.weight);
    const auto rects = weighted_columns(row, weights, gap);
    for (std::size_t i = 0; i < cells.size(); ++i)
        layout.keys.push_back({cells[i].kind, cells[i].text, cells[i].tone, rects[i]});
}

std::vector<Cell> cells_of(const Texts& texts) {
    std::vector<Cell> cells;
    for (const auto text : texts)
        cells.push_back({text == "đ" ? KeyKind::letter : KeyKind::text, text});
    return cells;
}

std::vector<Cell> tone_cells() {
    std::vector<Cell> cells;
    for (const auto& [tone, name] : tones)
        cells.push_back({KeyKind::tone, name, 1, tone});
    return cells;
}

std::vector<Cell> marked_cells() {
    std::vector<Cell> cells;
    for (const auto text : marked)
        cells.push_back({KeyKind::letter, text});
    return cells;
}

bool has_tones(const KeyboardState& state) {
    return state.mode != KeyboardMode::plain;
}

Rect usable(const Ui& ui, const Rect& rect) {
    const float margin = ui.scale().portrait() ? ui.px(space::m) : ui.scale().margin();
    return inset(rect, margin, ui.px(space::m));
}

void place_letters(const Ui& ui, KeyboardLayout& layout, Rect area, const KeyboardState& state, bool with_enter) {
    const float gap = ui.px(unit_gap);
    const float height = key_height(ui);
    const float unit = (area.w + gap) / units - gap;
    const auto row = [&] { return cut_top(area, height, gap); };
    auto top = cells_of(digit_row);
    top.push_back({KeyKind::backspace, "backspace", 1.4f});
    place(layout, row(), top, gap);
    const float ten = 10 * unit + 9 * gap;
    const auto middle = [&](const Rect& whole) { return centre(whole, ten, whole.h); };
    place(layout, middle(row()), cells_of(state.symbols ? symbols_1 : letters_1), gap);
    place(layout, middle(row()), cells_of(state.symbols ? symbols_2 : has_tones(state) ? letters_2 : plain_2), gap);
    auto third = cells_of(state.symbols ? symbols_3 : letters_3);
    third.insert(third.begin(), {KeyKind::shift, "shift", 1.4f});
    place(layout, row(), third, gap);
    std::vector<Cell> last{{KeyKind::symbols, "symbols", 1.5f},
                           {KeyKind::method, "method", 1.9f},
                           {KeyKind::space, "space", with_enter ? 3.2f : 5.2f},
                           {KeyKind::text, ".", 1},
                           {KeyKind::hide, "hide", with_enter ? 1.2f : 1.5f}};
    if (with_enter) last.push_back({KeyKind::enter, "enter", 2.2f});
    place(layout, row(), last, gap);
}

void place_side(const Ui& ui, KeyboardLayout& layout, Rect area) {
    const float gap = ui.px(unit_gap);
    const float height = key_height(ui);
    const float caption = ui.canvas().line_height(TextRole::M4);
    layout.tones_caption = cut_top(area, caption, ui.px(space::xxs));
    place(layout, cut_top(area, height, ui.px(space::s)), tone_cells(), gap);
    layout.letters_caption = cut_top(area, caption, ui.px(space::xxs));
    place(layout, cut_top(area, height, ui.px(space::m)), marked_cells(), gap);
    const float enter = std::min(area.h, std::max(ui.px(88), height));
    place(layout, cut_top(area, enter), {{KeyKind::enter, "enter"}}, gap);
}

} // namespace

std::string KeyPlace::name() const {
    return "key/" + std::string(text);
}

bool tones_beside(const Ui& ui, const KeyboardState& state) {
    if (ui.scale().portrait() || !has_tones(state)) return false;
    const float width = usable(ui, ui.screen()).w;
    const float gap = ui.px(unit_gap);
    const float letter = (width * (1 - side_share - side_gap) + gap) / units - gap;
    const float marked_letter = (width * side_share + gap) / 6 - gap;
    return std::min(letter, marked_letter) >= ui.target_size(0, TargetRole::key);
}

float key_height(const Ui& ui) {
    return ui.target_size(ui.scale().compact() ? 72 : 76, TargetRole::key);
}

int key_rows(const Ui& ui, const KeyboardState& state) {
    return has_tones(state) && !tones_beside(ui, state) ? 6 : 5;
}

KeyboardLayout keyboard_layout(const Ui& ui, const Rect& rect, const KeyboardState& state) {
    KeyboardLayout layout;
    Rect area = usable(ui, rect);
    const bool beside = tones_beside(ui, state);
    if (beside) {
        const float gap = area.w * side_gap;
        const Rect side = cut_right(area, area.w * side_share, gap);
        place_letters(ui, layout, area, state, false);
        place_side(ui, layout, side);
        return layout;
    }
    area = centre(area, std::min(area.w, ui.px(1500)), area.h);
    if (has_tones(state)) {
        auto cells = tone_cells();
        const auto more = marked_cells();
        cells.insert(cells.end(), more.begin(), more.end());
        place(layout, cut_top(area, key_height(ui), ui.px(unit_gap)), cells, ui.px(unit_gap));
    }
    place_letters(ui, layout, area, state, true);
    return layout;
}

} // namespace ocop::kiosk
