#include "kiosk/visitor/producer_contact.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/visitor/qr_codes.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

float contact_padding(const Ui& ui) {
    return ui.px(26);
}

// The code of the website and what it is, beside or under one another. Draws only when asked to.
float website(Ui& ui, const QrMatrix& code, const std::string& url, const Rect& rect, bool draw) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float side = std::max(ui.px(132), qr_side_of(ui, code));
    const bool beside = rect.w >= side + ui.px(200);
    const Rect tile{rect.x, rect.y, side, side};
    const float x = beside ? tile.right() + ui.px(space::l) : rect.x;
    const float width = rect.right() - x;
    const std::string& title = ui.text("visitor.producer.website");
    const std::string& help = ui.text("visitor.producer.website_help");
    const std::string host = host_of(url);
    const float words = canvas.paragraph_height(TextRole::B3, width, title) +
                        canvas.paragraph_height(TextRole::T4, width, help) +
                        canvas.paragraph_height(TextRole::M5, width, host);
    if (draw) {
        qr_panel(ui, tile, code);
        float y = beside ? tile.y + std::max(0.0f, (side - words) / 2) : tile.bottom() + ui.px(space::s);
        y += canvas.paragraph(TextRole::B3, {x, y, width, 0}, title, colours.ink);
        y += canvas.paragraph(TextRole::T4, {x, y, width, 0}, help, colours.ink_2);
        canvas.paragraph(TextRole::M5, {x, y, width, 0}, host, colours.ink);
    }
    return beside ? std::max(side, words) : side + ui.px(space::s) + words;
}

float phone(Ui& ui, const std::string& number, const Rect& rect, bool draw) {
    Canvas& canvas = ui.canvas();
    const float icon = ui.px(28);
    const float height = std::max(icon, canvas.line_height(TextRole::B3));
    if (draw) {
        canvas.icon(Icon::phone, {rect.x, rect.y + (height - icon) / 2, icon, icon}, ui.colours().pine_7);
        canvas.text(TextRole::B3, {rect.x + icon + ui.px(space::s), rect.y, rect.w - icon - ui.px(space::s), height},
                    number, ui.colours().ink);
    }
    return height;
}

float content(Ui& ui, Session& session, const Producer& producer, const Rect& rect, bool draw) {
    const QrMatrix* code = producer.website.empty() ? nullptr : qr_code_of(session, producer.website);
    float y = rect.y;
    if (code != nullptr) y += website(ui, *code, producer.website, {rect.x, y, rect.w, 0}, draw);
    if (!producer.phone.empty()) {
        if (code != nullptr) y += ui.px(space::l);
        y += phone(ui, producer.phone, {rect.x, y, rect.w, 0}, draw);
    }
    if (code == nullptr && producer.phone.empty()) {
        const std::string& words = ui.text("visitor.producer.no_contact");
        if (draw) ui.canvas().paragraph(TextRole::T3, {rect.x, y, rect.w, 0}, words, ui.colours().ink_2);
        y += ui.canvas().paragraph_height(TextRole::T3, rect.w, words);
    }
    return y - rect.y;
}

} // namespace

float producer_contact(Ui& ui, Session& session, const Producer& producer, const Rect& rect) {
    float y = rect.y;
    y += ui.canvas().paragraph(TextRole::S2, {rect.x, y, rect.w, 0}, ui.text("visitor.producer.contact"),
                               ui.colours().ink);
    y += ui.px(space::m);
    const Rect inner{rect.x + contact_padding(ui), y + contact_padding(ui), rect.w - 2 * contact_padding(ui), 0};
    const float height = content(ui, session, producer, inner, false) + 2 * contact_padding(ui);
    panel(ui, {rect.x, y, rect.w, height});
    content(ui, session, producer, inner, true);
    return y + height - rect.y;
}

} // namespace ocop::kiosk
