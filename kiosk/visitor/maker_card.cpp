#include "kiosk/visitor/maker_card.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/wording.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

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
    if (!product.producer->phone.empty()) lines.push_back({TextRole::M5, product.producer->phone, true});
    if (!product.producer->website.empty()) lines.push_back({TextRole::M5, host_text(product.producer->website), true});
    return lines;
}

float padding(const Ui& ui) {
    return ui.px(20);
}

} // namespace

float maker_card_height(Ui& ui, const ProductView& product, float width) {
    float height = 2 * padding(ui) + ui.px(space::xs) + tag_height(ui);
    for (const Line& line : lines_of(ui, product))
        height += ui.canvas().paragraph_height(line.role, width - 2 * padding(ui), line.text);
    return height;
}

void maker_card(Ui& ui, const ProductView& product, const Rect& rect) {
    card(ui, rect);
    const Rect inner = inset(rect, padding(ui));
    float y = inner.y;
    for (const Line& line : lines_of(ui, product))
        y += ui.canvas().paragraph(line.role, {inner.x, y, inner.w, 0}, line.text,
                                   line.strong ? ui.colours().ink : ui.colours().ink_2);
    tag(ui, {inner.x, y + ui.px(space::xs)}, maker_type_name(ui.language(), product.producer->type), TagLook::indigo,
        Icon::users);
}

} // namespace ocop::kiosk
