#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/visitor/offer_panel.h"
#include "kiosk/visitor/qr_codes.h"
#include "kiosk/visitor/take_away.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

float draw_trace(Ui& ui, Session& session, const std::string& url, const Rect& rect) {
    const QrMatrix* code = qr_code_of(session, url);
    if (code == nullptr) return 0;
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = std::max(ui.px(180), qr_side_of(ui, *code));
    const float padding = ui.px(20);
    const float words_width = rect.w - side - 2 * padding - ui.px(space::xl);
    const std::string& title = ui.text("visitor.trace.title");
    const std::string& help = ui.text("visitor.trace.help");
    const float words = canvas.paragraph_height(TextRole::B2, words_width, title) +
                        canvas.paragraph_height(TextRole::T3, words_width, help) + ui.px(space::xs) +
                        canvas.paragraph_height(TextRole::M5, words_width, host_text(url));
    const Rect box{rect.x, rect.y, rect.w, std::max(side, words) + 2 * padding};
    well(ui, box);
    Rect inner = inset(box, padding);
    const Rect tile = cut_left(inner, side, ui.px(space::xl));
    qr_panel(ui, centre(tile, side, side), *code);
    float y = inner.centre_y() - words / 2;
    y += canvas.paragraph(TextRole::B2, {inner.x, y, inner.w, 0}, title, colours.ink);
    y += canvas.paragraph(TextRole::T3, {inner.x, y, inner.w, 0}, help, colours.ink_2) + ui.px(space::xs);
    canvas.paragraph(TextRole::M5, {inner.x, y, inner.w, 0}, host_text(url), colours.ink);
    return box.h;
}

float draw_shops(Ui& ui, Session& session, const ProductView& product, const Rect& rect) {
    struct Shop {
        const BuyLink* link;
        const QrMatrix* code;
    };
    std::vector<Shop> shops;
    float side = ui.px(132);
    for (const BuyLink& link : product.product->buy_links)
        if (const QrMatrix* code = qr_code_of(session, link.url)) {
            shops.push_back({&link, code});
            side = std::max(side, qr_side_of(ui, *code));
        }
    if (shops.empty()) return 0;
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    y += canvas.paragraph(TextRole::B2, {rect.x, y, rect.w, 0}, ui.text("visitor.shops.title"), colours.ink);
    y += canvas.paragraph(TextRole::T3, {rect.x, y, rect.w, 0}, ui.text("visitor.shops.help"), colours.ink_2);
    y += ui.px(space::s);
    const float gap = ui.px(space::l);
    const int per_row = std::max(1, static_cast<int>((rect.w + gap) / (side + gap)));
    const float name_height = canvas.line_height(TextRole::M5);
    const float host_height = canvas.line_height(TextRole::T4);
    for (std::size_t i = 0; i < shops.size(); ++i) {
        const int column = static_cast<int>(i) % per_row;
        if (i != 0 && column == 0) y += side + name_height + host_height + gap;
        const Rect tile{rect.x + static_cast<float>(column) * (side + gap), y, side, side};
        qr_panel(ui, tile, *shops[i].code);
        const Rect name{tile.x - gap / 2, tile.bottom() + ui.px(space::xxs), tile.w + gap, name_height};
        canvas.text(TextRole::M5, name, shops[i].link->name, colours.ink, Align::centre, Fit::ellipsis);
        canvas.text(TextRole::T4, {name.x, name.bottom(), name.w, host_height}, host_text(shops[i].link->url),
                    colours.ink_2, Align::centre, Fit::ellipsis);
    }
    return y + side + ui.px(space::xxs) + name_height + host_height - rect.y;
}

} // namespace

float phone_codes(Ui& ui, Session& session, const ProductView& product, const Rect& rect) {
    float y = rect.y;
    if (!product.product->trace_url.empty()) {
        const float height = draw_trace(ui, session, product.product->trace_url, {rect.x, y, rect.w, 0});
        if (height > 0) y += height + ui.px(space::xl);
    }
    const float story = take_away(ui, session, product, {rect.x, y, rect.w, 0});
    if (story > 0) y += story + ui.px(space::xl);
    const float shops = draw_shops(ui, session, product, {rect.x, y, rect.w, 0});
    const float bottom = shops > 0 ? y + shops : y;
    const Point middle{rect.centre_x(), (rect.y + bottom) / 2};
    if (bottom > rect.y && ui.canvas().clip_rect().contains(middle)) session.code_seen = true;
    if (shops > 0) return y + shops - rect.y;
    return std::max(0.0f, y - rect.y - ui.px(space::xl));
}

} // namespace ocop::kiosk
