#include "kiosk/visitor/maker_card.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

constexpr std::size_t lines_that_stay = 2;

struct Line {
    TextRole role;
    std::string text;
    bool strong = false;
};

std::vector<Line> lines_of(const Ui& ui, const ProductView& product) {
    std::vector<Line> lines{{TextRole::T4, ui.text("visitor.maker.heading"), false},
                            {TextRole::S3, product.producer->name.in(ui.language().code()), true}};
    const Place& place = *product.place;
    if (!place.printed.empty()) lines.push_back({TextRole::T4, place.printed, false});
    std::string today = place.commune;
    if (!place.province.empty()) today += (today.empty() ? "" : ", ") + place.province;
    if (!place.commune.empty())
        lines.push_back({TextRole::T4, ui.format("visitor.places.today", {{"place", today}}), false});
    return lines;
}

float padding(const Ui& ui) {
    return ui.px(20);
}

float height_of(Ui& ui, const std::vector<Line>& lines, float width) {
    float height = 2 * padding(ui) + ui.px(space::s) + button_height(ui);
    for (const Line& line : lines)
        height += ui.canvas().paragraph_height(line.role, width - 2 * padding(ui), line.text);
    return height;
}

} // namespace

float maker_card_height(Ui& ui, const ProductView& product, float width) {
    return height_of(ui, lines_of(ui, product), width);
}

void maker_card(Ui& ui, const ProductView& product, const Rect& rect, Intents& intents) {
    card(ui, rect);
    auto lines = lines_of(ui, product);
    while (lines.size() > lines_that_stay && height_of(ui, lines, rect.w) > rect.h + 1)
        lines.pop_back();
    Rect inner = inset(rect, padding(ui));
    const Rect place = cut_bottom(inner, button_height(ui));
    if (button(ui, "story.maker", place, ui.text("visitor.producer.meet"),
               {.look = ButtonLook::tertiary, .icon = Icon::forward, .icon_after = true, .text = TextRole::B3}))
        intents.emplace_back(OpenProducer{product.product->producer});
    float y = inner.y;
    for (const Line& line : lines)
        y += ui.canvas().paragraph(line.role, {inner.x, y, inner.w, 0}, line.text,
                                   line.strong ? ui.colours().ink : ui.colours().ink_2);
}

} // namespace ocop::kiosk
