#include "kiosk/visitor/gift.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/gift_plan.h"
#include "kiosk/visitor/identity_strip.h"
#include "kiosk/visitor/page_parts.h"
#include "kiosk/visitor/product_display.h"
#include "kiosk/visitor/wording.h"
#include "pos/money/rounding.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ocop::kiosk {

namespace {

std::string_view code_of(Occasion occasion) {
    switch (occasion) {
    case Occasion::tet:
        return "tet";
    case Occasion::visiting:
        return "visiting";
    case Occasion::business:
        return "business";
    case Occasion::souvenir:
        return "souvenir";
    }
    return "";
}

std::string occasion_name(const Ui& ui, Occasion occasion) {
    return ui.text("visitor.gift." + std::string(code_of(occasion)));
}

// A heading with chips under it, each drawn by `draw`; returns the height used.
template <class Draw>
float chip_block(Ui& ui, const Rect& area, const std::string& heading, const std::vector<std::string>& labels,
                 std::size_t chosen, Draw draw) {
    const float title = ui.canvas().line_height(TextRole::B2);
    const float gap = ui.px(space::m);
    std::vector<float> widths;
    for (std::size_t i = 0; i < labels.size(); ++i)
        widths.push_back(chip_width(ui, labels[i], i == chosen));
    const Rect chips{area.x, area.y + title + gap, area.w, 0};
    const auto placed = flow(chips, widths, chip_height(ui), gap);
    ui.canvas().text(TextRole::B2, {area.x, area.y, area.w, title}, heading, ui.colours().ink);
    for (std::size_t i = 0; i < labels.size(); ++i)
        draw(i, placed[i]);
    return title + gap + flow_height(area.w, widths, chip_height(ui), gap);
}

// Occasion and budget, from the top of `area`; returns the height used.
float draw_wishes(Ui& ui, const Session& session, const Rect& area, Intents& intents) {
    const GiftPlan& plan = session.gift;
    std::vector<std::string> occasions;
    std::size_t occasion = 0;
    for (std::size_t i = 0; i < gift_occasions.size(); ++i) {
        occasions.push_back(occasion_name(ui, gift_occasions[i]));
        if (gift_occasions[i] == plan.occasion) occasion = i;
    }
    std::vector<std::string> budgets;
    std::size_t budget = gift_budgets.size();
    for (std::size_t i = 0; i < gift_budgets.size(); ++i) {
        budgets.push_back(money_text(ui.language(), gift_budgets[i]));
        if (gift_budgets[i] == plan.budget) budget = i;
    }
    Rect rest = area;
    const float first =
        chip_block(ui, rest, ui.text("visitor.gift.occasion"), occasions, occasion, [&](std::size_t i, const Rect& at) {
            const std::string name = "gift.occasion/" + std::string(code_of(gift_occasions[i]));
            if (chip(ui, name, at, occasions[i], i == occasion))
                intents.emplace_back(PlanGift{gift_occasions[i], plan.budget});
        });
    rest.y += first + ui.px(space::xxl);
    const float second =
        chip_block(ui, rest, ui.text("visitor.gift.budget"), budgets, budget, [&](std::size_t i, const Rect& at) {
            const std::string name = "gift.budget/" + std::to_string(gift_budgets[i].amount);
            if (chip(ui, name, at, budgets[i], i == budget))
                intents.emplace_back(PlanGift{plan.occasion, gift_budgets[i]});
        });
    return rest.y + second - area.y;
}

float controls_height(const Ui& ui) {
    return ui.target_size(64);
}

float gift_row_height(const Ui& ui) {
    const Canvas& canvas = ui.canvas();
    const float words = 2 * canvas.line_height(TextRole::S3) + canvas.line_height(TextRole::T4);
    return words + ui.px(space::s) + controls_height(ui) + 2 * ui.px(space::m);
}

void draw_gift_line(Ui& ui, const VisitorContext& context, const BasketLine& line, const ProductView& product, Rect row,
                    Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string sku = line.sku.text();
    canvas.fill({row.x, row.bottom() - ui.px(2), row.w, ui.px(2)}, colours.line);
    row = inset(row, 0, ui.px(space::m));
    product_picture(ui, context, product, cut_left(row, ui.px(200), ui.px(space::xl)), {.radius = ui.px(radius::key)});

    Rect controls = cut_bottom(row, controls_height(ui), ui.px(space::s));
    const Quantity one = Quantity::of(1);
    const int step = stepper(
        ui, "gift.quantity/" + sku,
        cut_left(controls, std::max(ui.px(202), 2 * ui.target_size(64) + ui.px(64)), ui.px(space::m)),
        quantity_text(ui.language(), line.quantity), true, line.quantity < most_of(product), line.quantity <= one);
    if (step != 0) intents.emplace_back(SetGiftLine{line.sku, step > 0 ? line.quantity + one : line.quantity - one});
    const std::string& swap = ui.text("visitor.gift.swap");
    const ButtonSpec spec{.look = ButtonLook::tertiary, .icon = Icon::refresh, .text = TextRole::B3};
    const float width = std::min(controls.w, button_width(ui, swap, spec));
    if (button(ui, "gift.swap/" + sku, cut_left(controls, width), swap, spec)) intents.emplace_back(SwapGift{line.sku});

    const std::string amount = money_text(ui.language(), price_times(*product.product->price, line.quantity));
    canvas.text(TextRole::B2, cut_right(row, canvas.text_width(TextRole::B2, amount), ui.px(space::m)), amount,
                colours.ink, Align::right);
    const std::string& name = product.product->name.in("vi");
    const float name_height = canvas.paragraph_height(TextRole::S3, row.w, name, 2);
    canvas.paragraph(TextRole::S3, {row.x, row.y, row.w, 0}, name, colours.ink, {2});
    canvas.text(TextRole::T4, {row.x, row.y + name_height, row.w, canvas.line_height(TextRole::T4)},
                product.producer->name.in(ui.language().code()), colours.ink_2, Align::left, Fit::ellipsis);
}

float foot_height(const Ui& ui) {
    const float words = ui.canvas().line_height(TextRole::N2) + ui.canvas().line_height(TextRole::T3);
    const float commit = ui.target_size(88, TargetRole::commit);
    return (ui.scale().portrait() ? words + commit + ui.px(space::m) : std::max(words, commit)) + 2 * ui.px(space::m);
}

// What the set comes to, whether that is within the budget, and into the basket with it.
void draw_foot(Ui& ui, const VisitorContext& context, const GiftPlan& plan, Rect rect, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    rect = inset(rect, 0, ui.px(space::m));
    const std::string& label = ui.text("visitor.gift.take");
    const ButtonSpec spec{.icon = Icon::basket, .text = TextRole::B2, .role = TargetRole::commit};
    const Rect commit = ui.scale().portrait()
                            ? cut_bottom(rect, ui.target_size(88, TargetRole::commit), ui.px(space::m))
                            : cut_right(rect, button_width(ui, label, spec), ui.px(space::xl));
    if (button(ui, "gift.take", commit, label, spec)) intents.emplace_back(TakeGift{});
    const Dong total = gift_total(plan, context.view);
    const bool within = total <= plan.budget;
    const Dong rest = within ? plan.budget - total : total - plan.budget;
    const auto words =
        ui.format(within ? "visitor.gift.left" : "visitor.gift.over", {{"amount", money_text(ui.language(), rest)}});
    const float line = canvas.line_height(TextRole::T3);
    const float sum = canvas.line_height(TextRole::N2);
    const float y = rect.centre_y() - (line + sum) / 2;
    canvas.text(TextRole::N2, {rect.x, y, rect.w, sum}, money_text(ui.language(), total), colours.ink);
    Rect under{rect.x, y + sum, rect.w, line};
    if (!within) canvas.icon(Icon::alert, cut_left(under, ui.px(24), ui.px(space::xs)), colours.hoe_7);
    canvas.text(TextRole::T3, under, words, within ? colours.ink_2 : colours.hoe_7);
}

void draw_set(Ui& ui, const VisitorContext& context, Session& session, Rect area, Intents& intents) {
    const GiftPlan& plan = session.gift;
    std::vector<std::pair<const BasketLine*, const ProductView*>> lines;
    for (const BasketLine& line : plan.lines)
        if (const ProductView* product = context.view.find(line.sku); product != nullptr && product->product->price)
            lines.emplace_back(&line, product);
    if (lines.empty()) {
        empty_state(ui, area, Icon::gift, ui.text("visitor.gift.none"), ui.text("visitor.gift.none_help"),
                    ui.colours().ink_3);
        return;
    }
    draw_foot(ui, context, plan, cut_bottom(area, foot_height(ui)), intents);
    const Rect gutter = cut_scroll_gutter(ui, area, session.gift_scroll.scroll);
    scroll_list(ui, "gift.lines", area, session.gift_scroll.scroll,
                {static_cast<int>(lines.size()), gift_row_height(ui), 0}, [&](int index, const Rect& row) {
                    const auto& [line, product] = lines[static_cast<std::size_t>(index)];
                    draw_gift_line(ui, context, *line, *product, row, intents);
                });
    scroll_buttons(ui, "gift.lines", gutter, session.gift_scroll.scroll);
}

} // namespace

void draw_gift(Ui& ui, const VisitorContext& context, Session& session, Intents& intents) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.paper);
    const float strip = top_strip(ui, context, intents);
    const float margin = ui.scale().margin();
    const bool portrait = ui.scale().portrait();
    Rect area{margin, strip + ui.px(space::l), ui.screen().w - 2 * margin, 0};
    area.h = ui.screen().h - bottom_bar_height(ui) - area.y;

    Rect title = cut_top(area, std::max(canvas.line_height(TextRole::D3), ui.target_size(64)), ui.px(space::m));
    const std::string& back = ui.text("visitor.back");
    const Rect link = cut_right(title, canvas.text_width(TextRole::B3, back) + ui.px(52), ui.px(space::m));
    if (text_link(ui, "gift.back", link, back, Icon::back, false, Align::right)) intents.emplace_back(GoBack{});
    canvas.text(TextRole::D3, title, ui.text("visitor.gift.title"), colours.ink);
    canvas.fill(cut_top(area, ui.px(2), ui.px(space::l)), colours.line);
    if (portrait) {
        const float used = draw_wishes(ui, session, area, intents);
        cut_top(area, used, ui.px(space::xl));
    } else {
        Rect wishes = cut_left(area, std::round(area.w * 0.38f), ui.px(space::section));
        const Rect gutter = cut_scroll_gutter(ui, wishes, session.wishes_scroll.scroll);
        scrolled(ui, "gift.wishes", wishes, session.wishes_scroll, [&](const Rect& content) {
            const float used = draw_wishes(ui, session, content, intents) + ui.px(space::xxl);
            return used + canvas.paragraph(TextRole::T3, {content.x, content.y + used, content.w, 0},
                                           ui.text("visitor.gift.how"), colours.ink_2);
        });
        scroll_buttons(ui, "gift.wishes", gutter, session.wishes_scroll.scroll);
    }
    draw_set(ui, context, session, area, intents);
}

} // namespace ocop::kiosk
