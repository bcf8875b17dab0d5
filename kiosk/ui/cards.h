// Panels, product cards and tiles (design guide 4.2). A whole card is the target.
#pragma once

#include "kiosk/ui/patterns.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/ui.h"
#include "pos/catalogue/catalogue.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop::kiosk {

void panel(Ui& ui, const Rect& rect);                             // surface, 2 px line, no shadow
void card(Ui& ui, const Rect& rect, float corner = radius::card); // surface with a shadow; never inside a panel
void well(Ui& ui, const Rect& rect);                              // sunken strip

struct ProductCard {
    std::string name = {}; // of the target: "product/MAT-ONG"
    std::string title = {};
    std::string maker = {};          // "HTX Hợp Tiến · Bình Liêu"
    std::optional<Stars> stars = {}; // nullopt: no valid certificate, nothing is shown
    std::string price = {};
    std::string stock = {}; // words of the tag; empty: no tag
    TagLook stock_look = TagLook::pine;
    Icon stock_icon = Icon::check;
    GroupCode group;
    std::string group_name = {};
    std::string id = {}; // product, for the placeholder's phase
    Picture picture;
    bool dimmed = false; // sold out
};

// Picture on top, then title, maker, stars with words, price and stock tag. `show_group` puts the group's tag on it.
bool product_card(Ui& ui, const Rect& rect, const ProductCard& product, bool show_group = true);
// Picture at the left (175 px), text right: for shelves of four.
bool product_card_wide(Ui& ui, const Rect& rect, const ProductCard& product);
float wide_card_padding(const Ui& ui); // px over and under its words

// The till's tile: picture, name, price and stock; a count in the corner and a pine frame while it is in the cart.
bool product_tile(Ui& ui, const Rect& rect, const ProductCard& product, std::string_view count);

// Tile of a product group: its field, icon, count and name. An empty group is dimmed.
bool group_tile(Ui& ui, std::string_view name, const Rect& rect, const GroupCode& group, std::string_view label,
                std::string_view count, bool enabled = true);

} // namespace ocop::kiosk
