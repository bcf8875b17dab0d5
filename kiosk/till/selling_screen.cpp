#include "kiosk/till/screens.h"

#include "kiosk/till/basket_notes.h"
#include "kiosk/till/order_dialogs.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/view_model.h"
#include "pos/selling/quantity_prefix.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

struct GroupChoice {
    GroupCode code;
    std::string label;
    Icon icon = Icon::none;
};

Icon icon_of(std::string_view group) {
    if (group == "food") return Icon::bowl;
    if (group == "drink") return Icon::cup;
    if (group == "herbal") return Icon::herb;
    if (group == "craft") return Icon::weave;
    if (group == "ornamental") return Icon::flower;
    return Icon::house;
}

std::vector<GroupChoice> group_choices(const Ui& ui) {
    std::vector<GroupChoice> choices{{GroupCode(), ui.text("till.selling.all"), Icon::grid}};
    for (const auto code : group_codes)
        choices.push_back({GroupCode(std::string(code)), ui.text("till.group." + std::string(code)), icon_of(code)});
    return choices;
}

// Chips in as many lines as they need; returns the height used.
float draw_groups(Ui& ui, const Rect& area, const StaffSession& session, StaffIntents& intents) {
    const auto choices = group_choices(ui);
    std::vector<float> widths;
    widths.reserve(choices.size());
    for (const auto& each : choices)
        widths.push_back(chip_width(ui, each.label, each.code == session.group, each.icon));
    const float gap = ui.px(space::s);
    const auto places = flow(area, widths, chip_height(ui), gap);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto& each = choices[i];
        const auto name = "group." + (each.code.empty() ? std::string("all") : each.code.text());
        if (chip(ui, name, places[i], each.label, each.code == session.group, each.icon))
            intents.emplace_back(ChooseGroup{each.code});
    }
    return flow_height(area.w, widths, chip_height(ui), gap);
}

void draw_tile(Ui& ui, const Rect& cell, const StaffContext& context, const StaffSession& session,
               const SellableProduct& each, StaffIntents& intents) {
    const auto& product = *each.product;
    ProductCard tile;
    tile.name = "tile." + product.sku.text();
    tile.title = product.name.in(ui.language().code());
    tile.price = format_money(*product.price, ui.language());
    tile.group = product.group;
    tile.id = product.sku.text();
    tile.picture = context.pictures.request(product.media, cell.w, cell.h * 0.55f);
    tile.picture.focus_x = static_cast<float>(product.focus_x);
    tile.picture.focus_y = static_cast<float>(product.focus_y);
    tile.dimmed = each.sold_out();
    if (each.sold_out())
        tile.stock = ui.text("till.selling.sold_out");
    else if (each.counted)
        tile.stock = ui.format("till.selling.left", {{"count", quantity_words(ui.language(), product, each.stock)}});
    if (const auto kept = kept_back_words(ui, context, product); !kept.empty())
        tile.stock += (tile.stock.empty() ? "" : " · ") + kept;
    std::string count;
    for (const auto& line : session.cart.lines)
        if (line.sku == product.sku) count = "×" + quantity_words(ui.language(), product, line.quantity);
    if (product_tile(ui, cell, tile, count)) intents.emplace_back(AddProduct{product.sku});
}

// What the catalogue does not know is sold all the same.
void draw_other_tile(Ui& ui, const Rect& cell, StaffIntents& intents) {
    const auto& colours = ui.colours();
    const auto& label = ui.text("till.other.name");
    const Tap tap = ui.tap_target("tile.other", TargetRole::card, cell, label);
    if (tap.pressed > 0) ui.canvas().fill(cell, colours.pine_1.with_alpha(tap.pressed), ui.px(radius::card));
    ui.canvas().stroke(cell, colours.line_strong, ui.px(2), ui.px(radius::card));
    Rect middle = centre(cell, cell.w - ui.px(space::xl), ui.px(100));
    ui.canvas().icon(Icon::pencil, cut_top(middle, ui.px(48), ui.px(space::s)), colours.ink_2);
    ui.canvas().text(TextRole::M3, middle, label, colours.ink_2, Align::centre);
    if (tap) intents.emplace_back(CartsIntent{OpenCartSheet{CartsDesk::Sheet::other}});
}

void draw_goods(Ui& ui, Rect area, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const auto& colours = ui.colours();
    Rect top = cut_top(area, std::max(ui.px(72), ui.target_size(64, TargetRole::field)), ui.px(space::m));
    const auto& many = ui.text("till.quantity.open");
    ButtonSpec times{ButtonLook::tertiary, Icon::cross};
    times.text = TextRole::B3;
    if (button(ui, "selling.quantity", cut_right(top, button_width(ui, many, times), ui.px(space::m)), many, times))
        intents.emplace_back(CartsIntent{OpenCartSheet{CartsDesk::Sheet::quantity}});
    const auto& placeholder = ui.text("till.selling.search");
    FieldSpec field;
    field.value = session.search;
    field.placeholder = placeholder;
    field.icon = Icon::search;
    field.active = !session.search.empty();
    if (text_field(ui, "selling.search", top, field)) intents.emplace_back(ClearSearch{});
    if (!session.asks()) {
        if (!ui.typed().empty()) intents.emplace_back(TypeSearch{ui.typed(), false});
        if (ui.key(Key::backspace)) intents.emplace_back(TypeSearch{{}, true});
        if (ui.key(Key::escape)) intents.emplace_back(ClearSearch{});
    }
    cut_top(area, draw_groups(ui, area, session, intents), ui.px(space::l));

    draw_typed_basket(ui, area, context, session, intents);
    const auto prefix = read_quantity_prefix(session.search);
    if (prefix) {
        const Rect strip = cut_top(area, ui.px(56), ui.px(space::m));
        notice_strip(ui, strip, Icon::barcode,
                     ui.format("till.quantity.next", {{"count", format_quantity(prefix->quantity, "", ui.language())}}),
                     TagLook::pine);
    }
    const auto found = context.view.list(session.group, prefix ? prefix->rest : session.search);
    if (found.empty()) {
        if (session.baskets.found || session.baskets.not_found) return; // the digits meant a basket
        ui.canvas().paragraph(TextRole::T2, area, ui.text("till.selling.none"), colours.ink_2);
        return;
    }
    const float gap = ui.px(space::m);
    const int across = std::max(2, static_cast<int>((area.w + gap) / (ui.px(256) + gap)));
    const int tile_rows = (static_cast<int>(found.size()) + across) / across; // the last tile is for other goods
    // The frame of a tile in the cart stands out by a few pixels.
    const Rect viewport = grow(area, ui.px(4));
    scroll_area(ui, "selling.tiles", viewport, session.tiles,
                static_cast<float>(tile_rows) * (ui.px(248) + gap) + ui.px(8), [&](const Rect& content) {
                    const Rect inner = inset(content, ui.px(4));
                    const auto columns_of = columns({inner.x, inner.y, inner.w, ui.px(248)}, across, gap);
                    for (std::size_t i = 0; i <= found.size(); ++i) {
                        const std::size_t row = i / static_cast<std::size_t>(across);
                        const Rect cell = moved(columns_of[i % static_cast<std::size_t>(across)], 0,
                                                static_cast<float>(row) * (ui.px(248) + gap));
                        if (!overlap(cell, viewport)) continue;
                        if (i < found.size())
                            draw_tile(ui, cell, context, session, *found[i], intents);
                        else
                            draw_other_tile(ui, cell, intents);
                    }
                });
}

} // namespace

void draw_selling(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = till_frame(ui, context, session, ui.text("till.selling.title"), intents);
    const Rect order = ui.scale().portrait() ? cut_bottom(room, room.h * 0.46f)
                                             : cut_right(room, std::min(ui.px(602), room.w * 0.42f));
    draw_goods(ui, inset(room, ui.px(space::till_margin), ui.px(space::xl)), context, session, intents);
    draw_order(ui, order, context, session, intents);
    draw_basket_question(ui, context, session, intents);
    draw_prices(ui, context, session, intents);
    draw_cart_sheet(ui, context, session, intents);
}

} // namespace ocop::kiosk
