// A product as picture, card and shelf card: the same words and marks wherever it appears.
#pragma once

#include "kiosk/ui/cards.h"
#include "kiosk/visitor/visitor_context.h"

#include <string>

namespace ocop::kiosk {

struct PictureLook {
    float zoom = 1;
    float opacity = 1;
    float radius = 0;
    Corners corners = {};
    bool named = false; // the placeholder carries the product's name
};

// Fills `rect` with the picture, its focus point inside; until it is ready, and when there is none, with the
// placeholder of the product's group.
void product_picture(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                     const PictureLook& look = {});

// The producer's portrait, else their initials on indigo (design guide 4.13).
void producer_picture(Ui& ui, const VisitorContext& context, const Producer& producer, const Rect& rect);

// The height a product_card_wide needs for a name of two lines.
float wide_card_height(const Ui& ui);

// The picture as it is now, with the product's focus point; not ready: draw the placeholder.
Picture picture_of(const VisitorContext& context, const ProductView& product, float width, float height);

// What a card of this product says. The target is named "product/<sku>".
ProductCard card_of(Ui& ui, const VisitorContext& context, const ProductView& product, float picture_width,
                    float picture_height);

// "185.000 ₫", or that it is not priced yet.
std::string price_text(const Ui& ui, const Product& product);

TagLook stock_look(StockState state);
Icon stock_icon(StockState state);

} // namespace ocop::kiosk
