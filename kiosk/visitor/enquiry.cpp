#include "kiosk/visitor/enquiry.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/enquiry_fields.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ocop::kiosk {

namespace {

// Of the words beside the boxes: a new wording is a new version.
constexpr const char* wording_version = "2026-11";

bool is_typed_into(const Session& session) {
    return session.enquiry.active && session.enquiry.state == EnquiryForm::State::writing;
}

// Numbers and addresses are typed as they are: no key makes a mark there.
KeyboardState keyboard_of(const Session& session) {
    KeyboardState keys = session.enquiry_keyboard;
    if (session.enquiry.active == EnquiryField::phone || session.enquiry.active == EnquiryField::email)
        keys.mode = KeyboardMode::plain;
    return keys;
}

void draw_keyboard(Ui& ui, Session& session, const Rect& rect) {
    EnquiryForm& form = session.enquiry;
    const EnquiryField field = *form.active;
    KeyboardState keys = keyboard_of(session);
    const KeyboardMode shown_mode = keys.mode;
    const bool last = !field_after(field);
    const KeyboardSpec spec{.action = ui.text(last ? "visitor.enquiry.done" : "visitor.enquiry.next"),
                            .action_icon = last ? Icon::check : Icon::forward,
                            .most = longest(field)};
    const KeyboardPress press = keyboard(ui, rect, keys, form.typed, spec);
    if (keys.mode == shown_mode) keys.mode = session.enquiry_keyboard.mode;
    session.enquiry_keyboard = keys;
    if (press.changed) take_typed(form);
    if (press.action || ui.key(Key::tab)) {
        move_to(form, field_after(field));
        ui.request_frames_until({ui.now().milliseconds + 1});
    }
}

std::string maker_name(const Ui& ui, const ProductView& product) {
    return product.producer->name.in(ui.language().code());
}

// Picture, seal, name and price of what is asked for.
struct ProductSide {
    float padding, picture, seal, text_w, words, line;
    float height() const { return picture + 2 * padding + std::max(seal, words) + line; }
};

ProductSide measure(const Ui& ui, const ProductView& product, float width) {
    const Canvas& canvas = ui.canvas();
    ProductSide side{};
    side.padding = ui.px(28);
    side.picture = ui.px(ui.scale().compact() ? 170 : 230);
    side.seal = product.stars ? ui.px(ui.text_size() == TextSize::normal ? 96 : 84) : 0; // small, its words do not grow
    side.text_w = width - 2 * side.padding - (side.seal > 0 ? side.seal + ui.px(space::xl) : 0);
    side.words = canvas.paragraph_height(TextRole::S2, side.text_w, product.product->name.in(ui.language().code())) +
                 canvas.paragraph_height(TextRole::T3, side.text_w, maker_and_place(ui.language(), product));
    side.line = ui.px(space::l) + ui.px(2) + ui.px(space::m) + canvas.line_height(TextRole::B3);
    return side;
}

float product_side_height(const Ui& ui, const ProductView& product, float width) {
    return measure(ui, product, width).height();
}

void price_line(Ui& ui, const Product& product, const Rect& row) {
    Canvas& canvas = ui.canvas();
    std::string price = price_text(ui, product);
    const std::string pack = pack_text(ui.language(), product);
    if (product.price && !pack.empty()) price += " / " + pack;
    const std::string& label = ui.text("visitor.enquiry.retail");
    const float label_width = canvas.text_width(TextRole::T3, label) + ui.px(space::m);
    canvas.text(TextRole::T3, row, label, ui.colours().ink_2);
    canvas.text(TextRole::B3, {row.x + label_width, row.y, row.w - label_width, row.h}, price, ui.colours().ink,
                Align::right, Fit::ellipsis);
}

// Draws from the top of `rect` and returns the height used.
float product_side(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const ProductSide side = measure(ui, product, rect.w);
    card(ui, {rect.x, rect.y, rect.w, side.height()});
    product_picture(ui, context, product, {rect.x, rect.y, rect.w, side.picture},
                    {.radius = ui.px(radius::card), .corners = Corners::top()});
    const float left = rect.x + side.padding;
    float y = rect.y + side.picture + side.padding;
    if (product.stars) star_seal(ui, {left, y, side.seal, side.seal}, *product.stars);
    const float text_x = rect.right() - side.padding - side.text_w;
    float text_y = y + std::max(0.0f, (side.seal - side.words) / 2);
    text_y += canvas.paragraph(TextRole::S2, {text_x, text_y, side.text_w, 0},
                               product.product->name.in(ui.language().code()), colours.ink);
    canvas.paragraph(TextRole::T3, {text_x, text_y, side.text_w, 0}, maker_and_place(ui.language(), product),
                     colours.ink_2);
    y += std::max(side.seal, side.words) + ui.px(space::l);
    canvas.fill({left, y, rect.w - 2 * side.padding, ui.px(2)}, colours.line);
    y += ui.px(2) + ui.px(space::m);
    price_line(ui, *product.product, {left, y, rect.w - 2 * side.padding, canvas.line_height(TextRole::B3)});
    return side.height();
}

// What keeps the form from being sent, in one sentence.
const std::string& next_step(const Ui& ui, const EnquiryForm& form) {
    const auto gaps = gaps_in(enquiry_of(form, {wording_version, "shown", "shown"}, ui.language().code()));
    if (gaps.empty()) return ui.text("visitor.enquiry.offline");
    switch (gaps.front()) {
    case EnquiryGap::name:
        return ui.text("visitor.enquiry.still_name");
    case EnquiryGap::phone:
        return ui.text("visitor.enquiry.still_phone");
    case EnquiryGap::email:
        return ui.text("visitor.enquiry.email_wrong");
    case EnquiryGap::consent:
        break;
    }
    return ui.text("visitor.enquiry.still_consent");
}

float send_part_height(const Ui& ui, const EnquiryForm& form, float width) {
    const Canvas& canvas = ui.canvas();
    float height = button_height(ui, TargetRole::commit) + ui.px(space::m) +
                   std::max(ui.px(30), canvas.paragraph_height(TextRole::T3, width - ui.px(44), next_step(ui, form)));
    if (form.refused)
        height += canvas.paragraph_height(TextRole::T3, width - ui.px(40), ui.language().sentence(*form.refused)) +
                  ui.px(32) + ui.px(space::m);
    return height;
}

// The button and what is to be known before it is pressed. Returns the height used.
float send_part(Ui& ui, const EnquiryForm& form, const Rect& rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    if (form.refused) {
        const std::string sentence = ui.language().sentence(*form.refused);
        const float height = canvas.paragraph_height(TextRole::T3, rect.w - ui.px(40), sentence) + ui.px(32);
        const Rect strip{rect.x, y, rect.w, height};
        canvas.fill(strip, colours.hoe_1, ui.px(radius::key));
        canvas.paragraph(TextRole::T3, {strip.x + ui.px(20), strip.y + ui.px(16), strip.w - ui.px(40), 0}, sentence,
                         colours.ink);
        y += height + ui.px(space::m);
    }
    const bool sending = form.state == EnquiryForm::State::sending;
    const ButtonSpec spec{.look = ButtonLook::primary,
                          .icon = Icon::mail,
                          .enabled = can_be_sent(form),
                          .guarded = true,
                          .role = TargetRole::commit};
    const float height = button_height(ui, TargetRole::commit);
    if (button(ui, "enquiry.send", {rect.x, y, rect.w, height},
               ui.text(sending ? "visitor.enquiry.sending" : "visitor.enquiry.send"), spec))
        intents.emplace_back(SendEnquiry{});
    y += height + ui.px(space::m);
    const bool ready = can_be_sent(form) || sending;
    const float icon = ui.px(30);
    canvas.icon(ready ? Icon::offline : Icon::info, {rect.x, y, icon, icon}, colours.ink_2);
    const float text_x = rect.x + icon + ui.px(14);
    y += std::max(icon, canvas.paragraph(TextRole::T3, {text_x, y, rect.right() - text_x, 0}, next_step(ui, form),
                                         colours.ink_2));
    return y - rect.y;
}

// Scrolls what `draw` draws; it says how high that was and where the active field stands, which is kept in view.
// Around the form there is room for the ring of the active field and, at the right, for the scroll bar.
template <class Draw>
void scrolled_form(Ui& ui, const Rect& area, Session& session, Draw draw) {
    Scrolled& state = session.enquiry_scroll;
    const float ring = ui.px(8);
    const float bar = ui.px(28);
    Rect viewport = inset(area, -ring, -ring, -bar, 0);
    const Rect gutter = cut_scroll_gutter(ui, viewport, state.scroll);
    const float right = gutter.empty() ? bar : ring;
    scroll_area(ui, "enquiry.form", viewport, state.scroll, state.height, [&](const Rect& content) {
        DrawnForm drawn = draw(inset(content, ring, ring, right, 0));
        drawn.height += ring;
        if (session.enquiry.active != session.enquiry_in_view) {
            session.enquiry_in_view = session.enquiry.active;
            if (session.enquiry.active) {
                scroll_into_view(state.scroll, drawn.active_top, drawn.active_bottom);
                ui.request_frames_until({ui.now().milliseconds + 1});
            }
        }
        if (std::abs(drawn.height - state.height) < 0.5f) return;
        state.height = drawn.height;
        ui.request_frames_until({ui.now().milliseconds + 1});
    });
    scroll_buttons(ui, "enquiry.form", gutter, state.scroll);
}

void draw_landscape(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product, Rect area,
                    Intents& intents) {
    Rect side = cut_right(area, std::round(ui.screen().w * 616 / 1920), ui.px(56));
    const float above = product_side_height(ui, product, side.w);
    // Over the keyboard there is room for the button alone.
    if (above + ui.px(space::xxl) + send_part_height(ui, session.enquiry, side.w) <= side.h) {
        product_side(ui, context, product, side);
        cut_top(side, above, ui.px(space::xxl));
    }
    send_part(ui, session.enquiry, side, intents);
    scrolled_form(ui, area, session,
                  [&](const Rect& content) { return enquiry_fields(ui, session, product, content, intents); });
}

void draw_portrait(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product,
                   const Rect& area, Intents& intents) {
    scrolled_form(ui, area, session, [&](const Rect& content) {
        const float above = product_side(ui, context, product, content) + ui.px(space::xl);
        DrawnForm drawn = enquiry_fields(ui, session, product, {content.x, content.y + above, content.w, 0}, intents);
        drawn.active_top += above;
        drawn.active_bottom += above;
        drawn.height += above + ui.px(space::m);
        drawn.height += send_part(ui, session.enquiry, {content.x, content.y + drawn.height, content.w, 0}, intents) +
                        ui.px(space::xl);
        return drawn;
    });
}

void draw_sent(Ui& ui, const ProductView& product, const Rect& area, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float width = std::min(area.w, ui.px(980));
    const std::string sentence = ui.format("visitor.enquiry.sent_next", {{"maker", maker_name(ui, product)}});
    // The sign gives way to the words where the screen is lowered.
    const float disc = area.h < ui.px(640) ? ui.px(36) : ui.px(72);
    float y = area.y + (area.h < ui.px(640) ? 0 : area.h * 0.16f);
    canvas.disc({area.centre_x(), y + disc}, disc, ui.accent());
    canvas.icon(Icon::check, centre({area.centre_x() - disc, y, 2 * disc, 2 * disc}, disc, disc), colours.white, 2.6f);
    y += 2 * disc + ui.px(space::xxl);
    const float left = area.centre_x() - width / 2;
    y += canvas.paragraph(TextRole::S1, {left, y, width, 0}, ui.text("visitor.enquiry.sent"), colours.ink,
                          {0, Align::centre}) +
         ui.px(space::m);
    y += canvas.paragraph(TextRole::T2, {left, y, width, 0}, sentence, colours.ink_2, {0, Align::centre}) +
         ui.px(space::xxl);
    const std::string& label = ui.text("visitor.enquiry.go_on");
    const float button_w = button_width(ui, label);
    if (button(ui, "enquiry.go_on", {std::round(area.centre_x() - button_w / 2), y, button_w, button_height(ui)},
               label))
        intents.emplace_back(GoBack{});
}

} // namespace

ConsentWords consent_words(const Ui& ui, const ProductView& product) {
    const std::string maker = maker_name(ui, product);
    return {wording_version, ui.format("visitor.enquiry.agree", {{"maker", maker}}),
            ui.format("visitor.enquiry.agree_news", {{"maker", maker}})};
}

void draw_consent_text(Ui& ui, const VisitorContext& context, Session& session, Rect room) {
    const ProductView* product = context.view.find(session.enquiry.product);
    if (product == nullptr) return;
    const std::string organiser = context.event_line.empty() ? context.shop_name : context.event_line;
    const std::string paragraphs[]{
        ui.format("visitor.enquiry.full.who", {{"shop", context.shop_name}, {"organiser", organiser}}),
        ui.format("visitor.enquiry.full.what", {{"maker", maker_name(ui, *product)}}),
        ui.text("visitor.enquiry.full.news"),
        ui.format("visitor.enquiry.full.until", {{"months", std::to_string(months_kept)}}),
        ui.text("visitor.enquiry.full.back"),
        ui.text("visitor.enquiry.full.sealed"),
    };
    Scrolled& state = session.sheet_scroll;
    scroll_button_row(ui, "enquiry.full", room, state.scroll);
    scroll_area(ui, "enquiry.full", room, state.scroll, state.height, [&](const Rect& content) {
        float y = content.y;
        for (const std::string& paragraph : paragraphs)
            y += ui.canvas().paragraph(TextRole::T2, {content.x, y, content.w, 0}, paragraph, ui.colours().ink) +
                 ui.px(space::l);
        if (std::abs(y - content.y - state.height) < 0.5f) return;
        state.height = y - content.y;
        ui.request_frames_until({ui.now().milliseconds + 1});
    });
}

void draw_enquiry(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.paper);
    const ProductView* product = context.view.find(session.enquiry.product);
    if (product == nullptr) { // a new release no longer has it
        intents.emplace_back(GoHome{});
        return;
    }
    const float margin = ui.scale().margin();
    const float bar_top = ui.screen().h - bottom_bar_height(ui);
    const float keys = is_typed_into(session) ? keyboard_height(ui, keyboard_of(session)) : 0;
    // The strip gives its room to the form while the keyboard is there, unless the screen is high.
    const bool strip = keys == 0 || ui.scale().portrait();
    const float top = strip ? top_strip(ui, context, intents) + ui.px(space::m) : ui.px(space::l);
    Rect area{margin, top, ui.screen().w - 2 * margin, bar_top - keys - top};

    const std::string& back = ui.text("visitor.back");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::back, .text = TextRole::B3};
    Rect head = cut_top(area, std::max(button_height(ui), canvas.line_height(TextRole::D3)), ui.px(space::l));
    const float back_width = button_width(ui, back, spec);
    const Rect back_rect = centre(cut_left(head, back_width, ui.px(52)), back_width, button_height(ui));
    const bool escaped = ui.key(Key::escape) && session.sheet == VisitorSheet::none;
    if (button(ui, "enquiry.back", back_rect, back, spec) || escaped) intents.emplace_back(GoBack{});
    const std::string& title =
        ui.text(session.enquiry.reason == LeadReason::bulk ? "visitor.enquiry.title" : "visitor.enquiry.title_back");
    canvas.text(canvas.text_width(TextRole::D3, title) <= head.w ? TextRole::D3 : TextRole::S1, head, title,
                colours.ink);

    if (session.enquiry.state == EnquiryForm::State::sent)
        draw_sent(ui, *product, area, intents);
    else if (ui.scale().portrait())
        draw_portrait(ui, context, session, *product, area, intents);
    else
        draw_landscape(ui, context, session, *product, area, intents);
    if (is_typed_into(session)) draw_keyboard(ui, session, {0, bar_top - keys, ui.screen().w, keys});
}

} // namespace ocop::kiosk
