#include "kiosk/visitor/feedback.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>
#include <array>
#include <string>

namespace ocop::kiosk {

namespace {

struct FaceWords {
    Face face;
    Icon icon;
    const char* target;
    const char* label;
};
constexpr std::array<FaceWords, 3> faces{{{Face::good, Icon::face_good, "feedback/good", "visitor.feedback.good"},
                                          {Face::fair, Icon::face_fair, "feedback/fair", "visitor.feedback.fair"},
                                          {Face::poor, Icon::face_poor, "feedback/poor", "visitor.feedback.poor"}}};

} // namespace

float feedback(Ui& ui, const Session& session, const ProductView& product, const Rect& rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = std::max(ui.px(72), ui.target_size(64));
    const float gap = std::max(ui.px(space::m), ui.scale().mm(2));
    const bool given = session.faces_given.count(product.product->sku) != 0;
    const std::string& words = ui.text(given ? "visitor.feedback.thanks" : "visitor.feedback.question");
    const float buttons = 3 * side + 2 * gap;
    const float room = rect.w - buttons - ui.px(space::l);
    const float text = canvas.paragraph_height(TextRole::M3, room, words);
    const float height = std::max(side, text);
    canvas.paragraph(TextRole::M3, {rect.x, rect.y + (height - text) / 2, room, 0}, words, colours.ink_2);
    if (given) {
        const float icon = ui.px(48);
        canvas.icon(Icon::check, {rect.right() - icon, rect.y + (height - icon) / 2, icon, icon}, ui.accent());
        return height;
    }
    float x = rect.right() - buttons;
    for (const auto& [face, icon, target, label] : faces) {
        if (icon_button(ui, target, {x, rect.y + (height - side) / 2, side, side}, icon, ui.text(label)))
            intents.emplace_back(GiveFace{product.product->sku, face});
        x += side + gap;
    }
    return height;
}

} // namespace ocop::kiosk
