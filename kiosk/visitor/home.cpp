#include "kiosk/visitor/home.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/choice_rows.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

void draw_groups(Ui& ui, const VisitorContext& context, const Rect& rect, int column_count, Intents& intents) {
    const int row_count = static_cast<int>(group_codes.size()) / column_count;
    const auto cells = grid(rect, column_count, row_count, ui.px(18), ui.px(space::m));
    for (std::size_t i = 0; i < group_codes.size(); ++i) {
        const GroupCode group{std::string(group_codes[i])};
        const int count = context.view.group_count(group_codes[i]);
        if (group_tile(ui, "group/" + group.text(), cells[i], group, group_name(ui.language(), group),
                       std::to_string(count), count > 0)) {
            Filters filters;
            filters.group = group;
            intents.emplace_back(OpenList{filters});
        }
    }
}

// Six beside each other, or three where a word is too long for that.
int group_columns(const Ui& ui, float width) {
    const float room = columns({0, 0, width, 0}, 6, ui.px(18)).front().w - 2 * ui.px(22);
    for (const auto code : group_codes)
        if (ui.canvas().wrap(TextRole::B2, room, group_name(ui.language(), GroupCode(std::string(code)))).broke_word)
            return 3;
    return 6;
}

// High enough for the longest name in a tile of so many beside each other.
float group_height(const Ui& ui, float width, int across) {
    const float room = columns({0, 0, width, 0}, across, ui.px(18)).front().w - 2 * ui.px(22);
    float name = 0;
    for (const auto code : group_codes)
        name = std::max(name, ui.canvas().paragraph_height(TextRole::B2, room,
                                                           group_name(ui.language(), GroupCode(std::string(code))), 2));
    const float designed = ui.px(ui.scale().portrait() ? 136 : ui.scale().compact() ? 124 : 148);
    return std::max(designed, ui.px(16 + (ui.scale().compact() ? 36 : 48) + 4 + 16) + name);
}

// The big card: picture, seal, whose story, and the one primary button of this screen.
void draw_story_of_the_day(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                           Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string target = "today/" + product.product->sku.text();
    const std::string& name = product.product->name.in("vi");
    const Tap tap = ui.tap_target(target, TargetRole::card, rect, name);
    card(ui, rect);

    const std::string& verb = ui.text("visitor.today.read");
    const ButtonSpec spec{.icon = Icon::forward, .icon_after = true, .text = TextRole::B3};
    const float verb_width = button_width(ui, verb, spec);
    const float padding = ui.px(28);
    const float seal = product.stars ? ui.px(112) : 0;
    const float words_width =
        rect.w - 2 * padding - (product.stars ? seal + ui.px(space::xl) : 0) - verb_width - ui.px(space::xl);
    const std::string maker = maker_and_place(ui.language(), product);
    const float kicker_height = canvas.line_height(TextRole::M5);
    const float maker_height = canvas.line_height(TextRole::T3);
    TextRole role = TextRole::S1;
    if (canvas.wrap(role, words_width, name).lines.size() > 1) role = TextRole::S2;
    const float name_height = canvas.paragraph_height(role, words_width, name, 2);
    const float words_height = kicker_height + name_height + maker_height;
    const float text_height = std::max(words_height, seal) + ui.px(40);

    Rect body = rect;
    const Rect picture = cut_top(body, std::max(rect.h * 0.3f, rect.h - text_height));
    product_picture(ui, context, product, picture, {.radius = ui.px(radius::card), .corners = Corners::top()});
    if (tap.pressed > 0)
        canvas.fill(picture, colours.ink.with_alpha(0.15f * tap.pressed), ui.px(radius::card), Corners::top());

    body = inset(body, padding, 0);
    if (product.stars) {
        const Rect place = cut_left(body, seal, ui.px(space::xl));
        star_seal(ui, centre(place, seal, seal), *product.stars);
    }
    const Rect verb_place = cut_right(body, verb_width, ui.px(space::xl));
    const bool read = button(ui, "today.read", centre(verb_place, verb_width, button_height(ui)), verb, spec);
    float y = body.centre_y() - words_height / 2;
    canvas.text(TextRole::M5, {body.x, y, body.w, kicker_height}, ui.text("visitor.today.kicker"), colours.son_7);
    y += kicker_height;
    canvas.paragraph(role, {body.x, y, body.w, 0}, name, colours.ink, {2});
    y += name_height;
    canvas.text(TextRole::T3, {body.x, y, body.w, maker_height}, maker, colours.ink_2, Align::left, Fit::ellipsis);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::card));
    if (tap || read) intents.emplace_back(OpenStory{product.product->sku});
}

void draw_picks_wide(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents) {
    const auto& picks = context.view.picks();
    if (picks.empty()) return;
    // Four where two rows have room for names of two lines; otherwise the first two.
    const float needed = wide_card_height(ui);
    const float gap = ui.px(space::m);
    const int row_count = (rect.h - gap) / 2 >= needed ? 2 : 1;
    const int across = ui.scale().compact() && ui.text_size() != TextSize::normal ? 1 : 2;
    const auto cells = grid(rect, across, row_count, ui.px(space::s), gap);
    for (std::size_t i = 0; i < std::min(cells.size(), picks.size()); ++i) {
        const ProductView& product = *picks[i];
        if (product_card_wide(ui, cells[i], card_of(ui, context, product, ui.px(172), cells[i].h)))
            intents.emplace_back(OpenStory{product.product->sku});
    }
}

// Landscape: groups on top, the story left, four cards right, choices below. Returns the height it needs.
float draw_landscape(Ui& ui, const VisitorContext& context, const Rect& content, float viewport, Intents& intents) {
    const int across = group_columns(ui, content.w);
    const float tile = group_height(ui, content.w, across);
    const float groups = across == 6 ? tile : 2 * tile + ui.px(space::m);
    const float choices = choice_rows_height(ui, context, content.w);
    const float places = place_strip_height(ui);
    const bool compact = ui.scale().compact();
    const float gap_groups = ui.px(compact ? 16 : 32);
    const float gap = ui.px(compact ? 12 : 22);
    const float gap_places = ui.px(compact ? 12 : space::l);
    const float fixed = groups + gap_groups + gap + choices + gap_places + places + gap_places;
    const float main = std::max(viewport - fixed, ui.px(340));

    Rect rest = content;
    rest.h = fixed + main;
    draw_groups(ui, context, cut_top(rest, groups, gap_groups), across, intents);
    Rect block = cut_top(rest, main, gap);
    if (const ProductView* today = context.view.story_of_the_day()) {
        const Rect left = cut_left(block, (block.w - ui.px(space::xl)) * 0.4915f, ui.px(space::xl));
        draw_story_of_the_day(ui, context, *today, left, intents);
    }
    draw_picks_wide(ui, context, block, intents);
    choice_rows(ui, context, cut_top(rest, choices, gap_places), intents);
    place_strip(ui, context, cut_top(rest, places), intents);
    return fixed + main;
}

float draw_portrait(Ui& ui, const VisitorContext& context, const Rect& content, float viewport, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& picks = context.view.picks();
    const float choices = choice_rows_height(ui, context, content.w);
    const float places = place_strip_height(ui);
    const float heading = std::max(ui.px(72), ui.target_size(64));
    const float groups = 2 * group_height(ui, content.w, 3) + ui.px(space::m);
    const float group_heading = canvas.line_height(TextRole::S1) + ui.px(space::m);
    const float cards = ui.px(380) + (canvas.line_height(TextRole::T4) - ui.px(25)) * 3;
    const float fixed = ui.px(space::xl) + heading + cards + ui.px(space::xl) + group_heading + groups + ui.px(28) +
                        choices + ui.px(space::xl) + places + ui.px(space::l);
    const float story = std::max(viewport - fixed, ui.px(440));

    Rect rest = content;
    rest.h = fixed + story;
    if (const ProductView* today = context.view.story_of_the_day())
        draw_story_of_the_day(ui, context, *today, cut_top(rest, story, ui.px(space::xl)), intents);

    Rect title = cut_top(rest, heading);
    const bool seasonal = context.view.picks_are_in_season();
    const std::string& all = ui.text("visitor.see_all");
    Filters filters;
    filters.in_season = seasonal;
    if (text_link(ui, "picks/all", cut_right(title, canvas.text_width(TextRole::B3, all) + ui.px(48), ui.px(space::m)),
                  all, Icon::forward, true, Align::right))
        intents.emplace_back(OpenList{filters});
    canvas.text(TextRole::S2, title, ui.text(seasonal ? "visitor.season.now" : "visitor.picks"), ui.colours().ink);
    const auto cells = columns(cut_top(rest, cards, ui.px(space::xl)), 2, ui.px(space::xl));
    for (std::size_t i = 0; i < std::min(cells.size(), picks.size()); ++i)
        if (product_card(ui, cells[i], card_of(ui, context, *picks[i], cells[i].w, ui.px(180))))
            intents.emplace_back(OpenStory{picks[i]->product->sku});

    canvas.text(TextRole::S2, cut_top(rest, group_heading), ui.text("visitor.groups"), ui.colours().ink);
    draw_groups(ui, context, cut_top(rest, groups, ui.px(28)), 3, intents);
    choice_rows(ui, context, cut_top(rest, choices, ui.px(space::xl)), intents);
    place_strip(ui, context, cut_top(rest, places), intents);
    return fixed + story;
}

} // namespace

void draw_home(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    const float top = top_strip(ui, context, intents) + ui.px(ui.scale().portrait()  ? 30
                                                              : ui.scale().compact() ? 20
                                                                                     : 28);
    const float bottom = ui.screen().h - bottom_bar_height(ui);
    const float margin = ui.scale().margin();
    // The full width scrolls, so that shadows at the margin are not cut.
    const Rect viewport{0, top, ui.screen().w, bottom - top};
    if (session.home_scroll.height < viewport.h) session.home_scroll.height = viewport.h;
    Rect room = inset(viewport, margin, 0);
    const Rect gutter = cut_scroll_gutter(ui, room, session.home_scroll.scroll, margin);
    scroll_area(ui, "home", viewport, session.home_scroll.scroll, session.home_scroll.height, [&](const Rect& content) {
        const Rect inner = inset(content, margin, 0, gutter.empty() ? margin : ui.screen().w - room.right(), 0);
        const float needed = ui.scale().portrait() ? draw_portrait(ui, context, inner, viewport.h, intents)
                                                   : draw_landscape(ui, context, inner, viewport.h, intents);
        if (needed != session.home_scroll.height) {
            session.home_scroll.height = needed;
            ui.request_frames_until({ui.now().milliseconds + 1});
        }
    });
    scroll_buttons(ui, "home", gutter, session.home_scroll.scroll);
}

} // namespace ocop::kiosk
