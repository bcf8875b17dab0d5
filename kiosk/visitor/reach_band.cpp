#include "kiosk/visitor/reach_band.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>

namespace ocop::kiosk {

void reach_band(Ui& ui, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Rect band = ui.freed();
    canvas.fill(band, colours.pine_9);
    Rect row = inset(band, ui.scale().margin(), ui.px(space::s));
    const std::string& label = ui.text("visitor.bar.access");
    const ButtonSpec spec{.look = ButtonLook::on_dark, .icon = Icon::accessibility};
    const float width = std::min(button_width(ui, label, spec), row.w / 2);
    const Rect exit = cut_right(row, width, ui.px(space::xl));
    if (button(ui, "reach.access", centre(exit, width, std::max(ui.px(88), button_height(ui))), label, spec))
        intents.emplace_back(OpenSheet{VisitorSheet::access});

    const float icon = ui.px(56);
    const Rect place = cut_left(row, icon, ui.px(space::xl));
    canvas.icon(Icon::lower, centre(place, icon, icon), colours.on_pine_accent);
    const std::string& title = ui.text("visitor.reach.title");
    const std::string& sentence = ui.text("visitor.reach.sentence");
    const float title_height = canvas.paragraph_height(TextRole::S2, row.w, title);
    const float height = title_height + canvas.paragraph_height(TextRole::T2, row.w, sentence);
    const float top = row.centre_y() - height / 2;
    canvas.paragraph(TextRole::S2, {row.x, top, row.w, 0}, title, colours.white);
    canvas.paragraph(TextRole::T2, {row.x, top + title_height, row.w, 0}, sentence, colours.white);
}

} // namespace ocop::kiosk
