#include "kiosk/visitor/take_away.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/stars.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>

namespace ocop::kiosk {

namespace {

constexpr std::size_t longest_text = 260; // bytes: a code that a phone still reads from the screen

} // namespace

std::string take_away_text(const Language& language, const ProductView& product) {
    std::string text = product.product->name.in("vi");
    const auto add = [&](const std::string& line) {
        if (!line.empty() && text.size() + 1 + line.size() <= longest_text) text += "\n" + line;
    };
    add(maker_and_place(language, product));
    if (product.stars) {
        const auto& decision = product.certificate->decision;
        add("OCOP " + star_words(language, *product.stars) + (decision.empty() ? "" : " · " + decision));
    }
    add(product.producer->website);
    add(product.producer->phone);
    return text;
}

float take_away(Ui& ui, Session& session, const ProductView& product, const Rect& rect) {
    if (!product.product->trace_url.empty()) return 0;
    const auto text = take_away_text(ui.language(), product);
    const auto [kept, fresh] = session.qr_codes.try_emplace(text);
    if (fresh)
        if (auto matrix = qr_matrix(text)) kept->second = std::move(*matrix);
    const QrMatrix& code = kept->second;
    if (code.size == 0) return 0;
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = std::max(ui.px(180), qr_tile_side(code, qr_module * std::max(1.0f, ui.scale().s)));
    const float padding = ui.px(20);
    const float width = rect.w - side - 2 * padding - ui.px(space::xl);
    const auto& title = ui.text("visitor.take_away.title");
    const auto& help = ui.text("visitor.take_away.help");
    const float words =
        canvas.paragraph_height(TextRole::B2, width, title) + canvas.paragraph_height(TextRole::T3, width, help);
    const Rect box{rect.x, rect.y, rect.w, std::max(side, words) + 2 * padding};
    well(ui, box);
    Rect inner = inset(box, padding);
    qr_panel(ui, centre(cut_left(inner, side, ui.px(space::xl)), side, side), code);
    float y = inner.centre_y() - words / 2;
    y += canvas.paragraph(TextRole::B2, {inner.x, y, inner.w, 0}, title, colours.ink);
    canvas.paragraph(TextRole::T3, {inner.x, y, inner.w, 0}, help, colours.ink_2);
    return box.h;
}

} // namespace ocop::kiosk
