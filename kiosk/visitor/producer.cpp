#include "kiosk/visitor/producer.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/page_parts.h"
#include "kiosk/visitor/producer_contact.h"
#include "kiosk/visitor/producer_facts.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/story_column.h"
#include "kiosk/visitor/story_text.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace ocop::kiosk {

namespace {

struct Shown {
    const Producer& producer;
    std::vector<const ProductView*> products;
};

// Kind of producer and where: as printed, and today's name when it is another one.
float draw_tags(Ui& ui, const Shown& shown, const Rect& rect) {
    struct Each {
        std::string label;
        TagLook look;
        Icon icon;
    };
    std::vector<Each> tags{{maker_type_name(ui.language(), shown.producer.type), TagLook::indigo, Icon::store}};
    const Place& place = *shown.products.front()->place;
    if (!place.printed.empty()) tags.push_back({place.printed, TagLook::grey, Icon::pin});
    if (!place.commune.empty())
        tags.push_back({ui.format("visitor.places.today", {{"place", place.commune + ", " + place.province}}),
                        TagLook::grey, Icon::pin});
    std::vector<float> widths;
    for (const Each& each : tags)
        widths.push_back(tag_width(ui, each.label, each.icon));
    const auto placed = flow(rect, widths, tag_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < tags.size(); ++i)
        tag(ui, {placed[i].x, placed[i].y}, tags[i].label, tags[i].look, tags[i].icon);
    return placed.back().bottom() - rect.y;
}

float draw_name(Ui& ui, const Producer& producer, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const std::string& name = producer.name.in("vi");
    float y = rect.y;
    y += canvas.paragraph(title_role(ui, name, rect.w), {rect.x, y, rect.w, 0}, name, ui.colours().ink);
    const std::string& gloss = producer.name.in(ui.language().code());
    if (gloss != name) y += canvas.paragraph(TextRole::T2, {rect.x, y, rect.w, 0}, gloss, ui.colours().ink_2);
    return y - rect.y;
}

float draw_about(Ui& ui, const Producer& producer, const Rect& rect) {
    const std::string& code = ui.language().code();
    const std::string& about = producer.about.in(code);
    if (about.empty()) return 0;
    float y = rect.y;
    if (!producer.about.has(code)) {
        tag(ui, {rect.x, y}, ui.text("visitor.story.in_vietnamese"), TagLook::grey, Icon::globe);
        y += tag_height(ui) + ui.px(space::xs);
    }
    return y + ui.canvas().paragraph(TextRole::T2, {rect.x, y, rect.w, 0}, about, ui.colours().ink_2) - rect.y;
}

// Icon, what, and its value in columns between two lines.
float draw_facts(Ui& ui, const std::vector<ProducerFact>& facts, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float icon = ui.px(36);
    const float indent = icon + ui.px(space::m);
    const int column_count = ui.text_size() == TextSize::normal && !ui.scale().portrait() ? 3 : 2;
    const auto cells = columns(rect, column_count, ui.px(space::m));
    const auto fact_height = [&](const ProducerFact& fact, const Rect& cell) {
        return canvas.paragraph_height(TextRole::T4, cell.w - indent, fact.label) +
               canvas.paragraph_height(TextRole::B3, cell.w - indent, fact.value);
    };
    canvas.fill({rect.x, rect.y, rect.w, ui.px(2)}, colours.line);
    float y = rect.y + ui.px(space::xl);
    for (std::size_t first = 0; first < facts.size(); first += cells.size()) {
        const std::size_t end = std::min(facts.size(), first + cells.size());
        float height = icon;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, fact_height(facts[i], cells[i - first]));
        for (std::size_t i = first; i < end; ++i) {
            const Rect& cell = cells[i - first];
            canvas.icon(facts[i].icon, {cell.x, y + (height - icon) / 2, icon, icon}, colours.pine_7);
            const float x = cell.x + indent;
            float line = y + (height - fact_height(facts[i], cell)) / 2;
            line += canvas.paragraph(TextRole::T4, {x, line, cell.w - indent, 0}, facts[i].label, colours.ink_2);
            canvas.paragraph(TextRole::B3, {x, line, cell.w - indent, 0}, facts[i].value, colours.ink);
        }
        y += height + ui.px(space::l);
    }
    canvas.fill({rect.x, y, rect.w, ui.px(2)}, colours.line);
    return y + ui.px(2) - rect.y;
}

float draw_products(Ui& ui, const VisitorContext& context, const Shown& shown, const Rect& rect, int column_count,
                    Intents& intents) {
    float y = rect.y;
    y += ui.canvas().paragraph(TextRole::S2, {rect.x, y, rect.w, 0},
                               products_heading(ui.language(), shown.producer.type), ui.colours().ink);
    y += ui.px(space::m);
    const float height = wide_card_height(ui);
    const auto cells = columns(rect, column_count, ui.px(space::l));
    for (std::size_t i = 0; i < shown.products.size(); ++i) {
        const std::size_t column = i % cells.size();
        if (i != 0 && column == 0) y += height + ui.px(space::m);
        const ProductView& product = *shown.products[i];
        const Rect cell{cells[column].x, y, cells[column].w, height};
        if (product_card_wide(ui, cell, card_of(ui, context, product, ui.px(172), height)))
            intents.emplace_back(OpenStory{product.product->sku});
    }
    return y + height - rect.y;
}

// What newspapers wrote about their products, each statement with its source.
float draw_published(Ui& ui, const Shown& shown, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const Language& language = ui.language();
    float y = rect.y;
    for (const ProductView* product : shown.products)
        for (const Fact& fact : product->product->facts) {
            if (y == rect.y)
                y += canvas.paragraph(TextRole::S2, {rect.x, y, rect.w, 0}, language.text("visitor.story.facts"),
                                      ui.colours().ink);
            y += ui.px(space::s);
            y +=
                canvas.paragraph(TextRole::T2, {rect.x, y, rect.w, 0}, fact.text.in(language.code()), ui.colours().ink);
            y += canvas.paragraph(TextRole::T4, {rect.x, y, rect.w, 0},
                                  source_text(language, fact.source, fact.source_date, fact.source_read),
                                  ui.colours().ink_2);
        }
    return y - rect.y;
}

float draw_column(Ui& ui, const VisitorContext& context, Session& session, const Shown& shown, const Rect& rect,
                  Intents& intents) {
    const bool beside = !ui.scale().portrait() && !ui.scale().compact() && ui.text_size() == TextSize::normal;
    float y = rect.y;
    y += draw_tags(ui, shown, {rect.x, y, rect.w, 0}) + ui.px(space::s);
    y += draw_name(ui, shown.producer, {rect.x, y, rect.w, 0}) + ui.px(space::s);
    if (const float about = draw_about(ui, shown.producer, {rect.x, y, rect.w, 0}); about > 0)
        y += about + ui.px(space::xl);
    y += draw_facts(ui, producer_facts(ui.language(), shown.products), {rect.x, y, rect.w, 0}) + ui.px(space::xl);

    Rect left{rect.x, y, rect.w, 0};
    if (beside) {
        const Rect right = cut_right(left, ui.px(444), ui.px(space::xxl));
        const float products = draw_products(ui, context, shown, left, 1, intents);
        const float contact = producer_contact(ui, session, shown.producer, right);
        y += std::max(products, contact) + ui.px(space::xxl);
    } else {
        y += draw_products(ui, context, shown, left, ui.scale().portrait() ? 2 : 1, intents) + ui.px(space::xl);
        y += producer_contact(ui, session, shown.producer, {rect.x, y, rect.w, 0}) + ui.px(space::xxl);
    }
    if (const float published = draw_published(ui, shown, {rect.x, y, rect.w, 0}); published > 0)
        y += published + ui.px(space::xxl);
    return y - rect.y;
}

} // namespace

void draw_producer(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    const Producer* producer = context.view.find_producer(session.open_producer);
    if (producer == nullptr) { // a new release no longer has them
        intents.emplace_back(GoHome{});
        return;
    }
    const Shown shown{*producer, context.view.products_of(session.open_producer)};
    Rect screen = ui.screen();
    screen.h -= bottom_bar_height(ui);
    Rect viewport = screen;
    const float side = ui.target_size(64);
    Rect more; // where nothing else can be touched
    if (ui.scale().portrait()) {
        const bool longer = session.producer_scroll.height > viewport.h + 1;
        if (longer) more = centre(cut_bottom(viewport, side + 2 * ui.px(space::s)), side, side);
    } else {
        const Rect picture = cut_left(viewport, std::round(ui.screen().w * 760 / 1920));
        producer_picture(ui, context, *producer, picture);
        more = {picture.right() - side - ui.px(space::l), picture.bottom() - side - ui.px(space::l), side, side};
    }
    const float picture = ui.px(620); // over the words, in portrait
    scrolled(ui, "producer", viewport, session.producer_scroll, [&](const Rect& content) {
        if (ui.scale().portrait()) {
            producer_picture(ui, context, *producer, {content.x, content.y, content.w, picture});
            const Rect column =
                inset(content, ui.scale().margin(), picture + ui.px(space::xxl), ui.scale().margin(), 0);
            return picture + ui.px(space::xxl) + draw_column(ui, context, session, shown, column, intents);
        }
        const Rect column = inset(content, ui.px(60), ui.px(space::hh), ui.scale().margin(), 0);
        return ui.px(space::hh) + draw_column(ui, context, session, shown, column, intents);
    });
    if (ui.scale().portrait()) back_strip(ui, "producer.strip", screen.w, picture, session.producer_scroll.scroll);
    if (!more.empty()) scroll_round_button(ui, "producer.more", more, session.producer_scroll.scroll);
    back_button(ui, session, "producer.back", intents);
}

int producer_words(const Language& language, const VisitorView& view, const ProducerId& id) {
    const Producer* producer = view.find_producer(id);
    if (producer == nullptr) return 0;
    StorySection all{{}, {{StoryLine::Kind::body, producer->about.in(language.code())}}};
    for (const ProductView* product : view.products_of(id))
        for (const Fact& fact : product->product->facts)
            all.lines.push_back({StoryLine::Kind::body, fact.text.in(language.code())});
    return word_count({all});
}

} // namespace ocop::kiosk
