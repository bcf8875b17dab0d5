#include "kiosk/visitor/story.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/swipe.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/certificate_panel.h"
#include "kiosk/visitor/feedback.h"
#include "kiosk/visitor/maker_card.h"
#include "kiosk/visitor/offer_panel.h"
#include "kiosk/visitor/page_parts.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/related_panel.h"
#include "kiosk/visitor/story_column.h"

#include <algorithm>
#include <cmath>

namespace ocop::kiosk {

namespace {

// A stroke over the telling turns to the chapter beside it; the chips do the same.
void turn_chapter(Ui& ui, const Rect& area, std::size_t sections, int open, Intents& intents) {
    const int turned = open + swipe(ui, "story.chapters", area);
    if (turned != open && turned >= 0 && turned < static_cast<int>(sections)) intents.emplace_back(OpenChapter{turned});
}

struct Telling {
    std::vector<StorySection> sections; // without a title: the one sentence that says there is no story yet
    int open = 0;
    const StorySection& section() const { return sections[static_cast<std::size_t>(open)]; }
};

Telling telling_of(const Ui& ui, const ProductView& product, int chapter) {
    Telling telling{story_sections(ui.language(), product), 0};
    if (telling.sections.empty())
        telling.sections.push_back({{}, {{StoryLine::Kind::body, ui.text("visitor.story.none")}}});
    telling.open = std::clamp(chapter, 0, static_cast<int>(telling.sections.size()) - 1);
    return telling;
}

float story_panel(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product, const Rect& area,
                  Intents& intents) {
    float y = area.y;
    const auto certificate = [&] { return certificate_panel(ui, context, product, {area.x, y, area.w, 0}); };
    const auto price = [&] { return offer(ui, context, session, product, {area.x, y, area.w, 0}, intents); };
    // What can be done comes first where the certificate would push it below the edge.
    const bool offer_first = ui.low_reach() || ui.text_size() != TextSize::normal;
    y += (offer_first ? price() : certificate()) + ui.px(space::l);
    ui.canvas().fill({area.x, y, area.w, ui.px(2)}, ui.colours().line);
    y += ui.px(space::xl);
    y += (offer_first ? certificate() : price()) + ui.px(space::xl);
    if (const float height = warnings(ui, product, {area.x, y, area.w, 0}); height > 0) y += height + ui.px(space::xl);
    if (const float height = pack_choices(ui, context, product, {area.x, y, area.w, 0}, intents); height > 0)
        y += height + ui.px(space::xl);
    if (const float codes = phone_codes(ui, session, product, {area.x, y, area.w, 0}); codes > 0)
        y += codes + ui.px(space::xl);
    if (const float height = related_products(ui, context, product, {area.x, y, area.w, 0}, 1, intents); height > 0)
        y += height + ui.px(space::xl);
    y += feedback(ui, session, product, {area.x, y, area.w, 0}, intents);
    return y + ui.px(space::xl) - area.y;
}

// Picture, name, chapters, text and maker one below the other, as wide as `column`, from the top of `content`; returns
// where the last of them ends.
float telling_column(Ui& ui, const VisitorContext& context, const ProductView& product, const Telling& telling,
                     const Rect& content, const Rect& column, float picture, Intents& intents) {
    float y = content.y;
    const auto at = [&] { return Rect{column.x, y, column.w, 0}; };
    product_picture(ui, context, product, {content.x, y, content.w, picture});
    y += picture + ui.px(space::xxl);
    y += story_heading(ui, product, at()) + ui.px(space::m);
    if (const float chips = chapter_chips(ui, telling.sections, telling.open, at(), intents); chips > 0)
        y += chips + ui.px(space::l);
    float text = 0;
    for (const StorySection& section : telling.sections)
        text = std::max(text, section_text_height(ui, section, column.w));
    section_text(ui, telling.section(), at());
    y += text + ui.px(space::xl);
    const float maker = maker_card_height(ui, product, column.w);
    maker_card(ui, product, {column.x, y, column.w, maker}, intents);
    return y + maker + ui.px(space::l);
}

// The telling half where all of it has room: only the text scrolls, with the maker beside it or under it.
struct OpenLayout {
    float heading = 0;
    float chips = 0;
    float picture = 0;
    bool beside = false; // the maker beside the text
    bool fits = false;   // at least a third of a screen is left for the text
};

OpenLayout open_layout(Ui& ui, const ProductView& product, const Telling& telling, const Rect& left,
                       const Rect& column) {
    OpenLayout layout;
    layout.heading = story_heading_height(ui, product, column.w);
    layout.chips = chapter_chips_height(ui, telling.sections, column.w);
    const float gap = ui.px(space::l);
    const float fixed =
        ui.px(28) + layout.heading + ui.px(space::m) + (layout.chips > 0 ? layout.chips + gap : 0) + ui.px(space::l);
    const float least_picture = std::min(left.h * 0.34f, ui.px(510));
    const float room = left.h - fixed - least_picture;
    const float maker = maker_card_height(ui, product, ui.px(364)) + ui.px(space::s);
    layout.beside = ui.text_size() == TextSize::normal && maker <= room;
    const float text_width = layout.beside ? column.w - ui.px(364 + space::h) : column.w;
    float text = 0;
    for (const StorySection& section : telling.sections)
        text = std::max(text, section_text_height(ui, section, text_width) + ui.px(space::l));
    text = layout.beside ? std::max(text, maker) : text + maker_card_height(ui, product, column.w) + ui.px(space::xl);
    // The picture gives way to the text, down to a third of the screen.
    layout.picture = std::clamp(left.h - fixed - text, least_picture, ui.px(510));
    layout.fits = room >= std::max(ui.px(220), 2 * ui.target_size(64) + ui.px(space::s));
    return layout;
}

void draw_open(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product,
               const Telling& telling, const OpenLayout& layout, const Rect& left, const Rect& column,
               Intents& intents) {
    const float maker_width = layout.beside ? ui.px(364) : column.w;
    const float maker = maker_card_height(ui, product, maker_width);
    Rect rest = left;
    product_picture(ui, context, product, cut_top(rest, layout.picture));
    rest = {column.x, rest.y + ui.px(28), column.w, rest.h - ui.px(28)};
    story_heading(ui, product, cut_top(rest, layout.heading, ui.px(space::m)));
    if (layout.chips > 0)
        chapter_chips(ui, telling.sections, telling.open, cut_top(rest, layout.chips, ui.px(space::l)), intents);
    if (layout.beside) {
        Rect card = cut_right(rest, maker_width, ui.px(space::h));
        card.h = maker;
        maker_card(ui, product, card, intents);
    }
    const Rect gutter = cut_scroll_gutter(ui, rest, session.story_scroll.scroll);
    scrolled(ui, "story.text", rest, session.story_scroll, [&](const Rect& content) {
        float height = section_text(ui, telling.section(), content) + ui.px(space::l);
        if (!layout.beside) {
            maker_card(ui, product, {content.x, content.y + height, content.w - ui.px(space::xs), maker}, intents);
            height += maker + ui.px(space::xl);
        }
        return height;
    });
    scroll_buttons(ui, "story.text", gutter, session.story_scroll.scroll);
}

void draw_landscape(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product,
                    const Telling& telling, float bottom, Intents& intents) {
    Rect screen = ui.screen();
    screen.h = bottom;
    const Rect left = cut_left(screen, std::round(ui.screen().w * 1180 / 1920));
    const Rect right = screen;
    const Rect column = inset(left, ui.scale().margin(), 0, ui.px(space::hh), 0);
    turn_chapter(ui, left, telling.sections.size(), telling.open, intents);
    const OpenLayout layout = open_layout(ui, product, telling, left, column);
    if (layout.fits) {
        draw_open(ui, context, session, product, telling, layout, left, column, intents);
    } else {
        Rect room = column;
        const Rect gutter = cut_scroll_gutter(ui, room, session.story_scroll.scroll, ui.px(space::hh));
        const float picture = std::round(left.h * 0.5f);
        scrolled(ui, "story.text", left, session.story_scroll, [&](const Rect& content) {
            return telling_column(ui, context, product, telling, content, room, picture, intents) - content.y;
        });
        back_strip(ui, "story.strip", left.w, picture, session.story_scroll.scroll);
        scroll_buttons(ui, "story.text", gutter, session.story_scroll.scroll);
    }

    ui.canvas().fill(right, ui.colours().surface);
    const float side = ui.px(ui.scale().compact() ? 32 : 40);
    Rect panel = right;
    Rect beside_panel = inset(panel, side, 0, side, ui.px(space::s));
    scroll_button_row(ui, "story.panel", beside_panel, session.panel_scroll.scroll);
    panel.h = beside_panel.bottom() - panel.y;
    scrolled(ui, "story.panel", panel, session.panel_scroll, [&](const Rect& content) {
        const Rect area = inset(content, side, ui.px(space::xxl));
        return story_panel(ui, context, session, product, area, intents) + ui.px(space::xxl);
    });
}

void draw_portrait(Ui& ui, const VisitorContext& context, Session& session, const ProductView& product,
                   const Telling& telling, float bottom, Intents& intents) {
    Rect screen = ui.screen();
    screen.h = bottom;
    const Rect dock = cut_bottom(screen, offer_dock_height(ui, product));
    const float margin = ui.scale().margin();
    Rect column = inset(screen, margin, 0);
    const Rect gutter = cut_scroll_gutter(ui, column, session.story_scroll.scroll, margin);
    turn_chapter(ui, screen, telling.sections.size(), telling.open, intents);
    const float picture = std::min(ui.px(620), std::round(screen.h * 0.5f));
    scrolled(ui, "story.text", screen, session.story_scroll, [&](const Rect& content) {
        float y = telling_column(ui, context, product, telling, content, column, picture, intents);
        const auto at = [&] { return Rect{column.x, y, column.w, 0}; };
        // The card is drawn under what it holds, with the height that had the last time.
        const float padding = ui.px(28);
        Rect certificate{column.x, y, column.w, session.panel_scroll.height};
        if (certificate.h > 0) card(ui, certificate);
        const float used = certificate_panel(ui, context, product, inset(certificate, padding)) + 2 * padding;
        if (std::abs(used - session.panel_scroll.height) >= 0.5f) {
            session.panel_scroll.height = used;
            ui.request_frames_until({ui.now().milliseconds + 1});
        }
        y += used + ui.px(space::l);
        if (const float height = warnings(ui, product, at()); height > 0) y += height + ui.px(space::l);
        if (const float height = pack_choices(ui, context, product, at(), intents); height > 0)
            y += height + ui.px(space::l);
        if (const float height = phone_codes(ui, session, product, at()); height > 0) y += height + ui.px(space::l);
        if (const float height = related_products(ui, context, product, at(), 2, intents); height > 0)
            y += height + ui.px(space::l);
        if (context.takes_enquiries) {
            ask(ui, product, {column.x, y, column.w, button_height(ui)}, intents);
            y += button_height(ui) + ui.px(space::l);
        }
        y += feedback(ui, session, product, at(), intents) + ui.px(space::l);
        return y + ui.px(space::s) - content.y;
    });
    back_strip(ui, "story.strip", screen.w, picture, session.story_scroll.scroll);
    scroll_buttons(ui, "story.text", gutter, session.story_scroll.scroll);
    offer_dock(ui, context, session, product, dock, intents);
}

} // namespace

void draw_story(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    const ProductView* product = context.view.find(session.open_product);
    if (product == nullptr) { // a new release no longer has it
        intents.emplace_back(GoHome{});
        return;
    }
    const Telling telling = telling_of(ui, *product, session.chapter);
    const float bottom = ui.screen().h - bottom_bar_height(ui);
    if (ui.scale().portrait())
        draw_portrait(ui, context, session, *product, telling, bottom, intents);
    else
        draw_landscape(ui, context, session, *product, telling, bottom, intents);
    back_button(ui, session, "story.back", intents);
}

} // namespace ocop::kiosk
