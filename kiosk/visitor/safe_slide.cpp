#include "kiosk/visitor/safe_slide.h"

#include "kiosk/ui/stars.h"
#include "kiosk/visitor/identity_strip.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

bool draw_safe_slide(Ui& ui, const VisitorContext& context) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.pine_9);
    const float margin = ui.scale().margin();
    Rect inner = inset(ui.screen(), margin, ui.px(56));
    Intents intents;
    identity(ui, context, cut_top(inner, ui.px(64)), true, intents);

    const float mark = ui.px(160);
    const std::string& kicker = ui.text("visitor.attract.kicker");
    const std::string& sentence = ui.text("visitor.safe.sentence");
    const float width = std::min(inner.w, ui.px(1300));
    const float kicker_height = canvas.paragraph_height(TextRole::D2, width, kicker);
    const float sentence_height = canvas.paragraph_height(TextRole::T1, width, sentence);
    const float gap = ui.px(space::xl);
    Rect block = centre(inner, width, mark + kicker_height + sentence_height + 2 * gap);
    Rect top = cut_top(block, mark, gap);
    brand_mark(ui, cut_left(top, mark));
    canvas.paragraph(TextRole::D2, cut_top(block, kicker_height, gap), kicker, colours.white);
    canvas.paragraph(TextRole::T1, block, sentence, colours.on_pine);
    return std::any_of(intents.begin(), intents.end(),
                       [](const Intent& intent) { return std::holds_alternative<OpenStaff>(intent); });
}

} // namespace ocop::kiosk
