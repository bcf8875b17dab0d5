#include "kiosk/visitor/product_display.h"

#include "kiosk/ui/patterns.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>

namespace ocop::kiosk {

Picture picture_of(const VisitorContext& context, const ProductView& product, float width, float height) {
    if (product.product->media.empty()) return {};
    Picture picture = context.pictures.request(product.product->media, width, height);
    picture.focus_x = static_cast<float>(product.product->focus_x);
    picture.focus_y = static_cast<float>(product.product->focus_y);
    return picture;
}

void product_picture(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                     const PictureLook& look) {
    const Picture picture = picture_of(context, product, rect.w, rect.h);
    if (picture.ready()) {
        ui.canvas().image(picture, rect, look.radius, look.zoom, look.corners, look.opacity);
        if (ui.high_contrast()) ui.canvas().stroke(rect, ui.colours().ink, ui.px(ui.colours().border), look.radius);
        return;
    }
    const auto fade = ui.canvas().fade(look.opacity);
    const std::string line =
        product.producer->name.in(ui.language().code()) + " · " + group_name(ui.language(), product.product->group);
    PlaceholderPicture instead{product.product->group, product.product->sku.text()};
    if (look.named) {
        instead.name = product.product->name.in("vi");
        instead.line = line;
    }
    placeholder_picture(ui, rect, instead, look.radius, look.corners);
}

void producer_picture(Ui& ui, const VisitorContext& context, const Producer& producer, const Rect& rect) {
    if (!producer.media.empty()) {
        const Picture picture = context.pictures.request(producer.media, rect.w, rect.h);
        if (picture.ready()) {
            ui.canvas().image(picture, rect);
            return;
        }
    }
    const auto& colours = ui.colours();
    const std::string& name = producer.name.in("vi");
    // Community tourism's roofs on indigo are the nearest to a maker's house.
    group_field(ui, rect, GroupCode{"tourism"}, name, 0);
    const float side = std::min(ui.px(280), std::min(rect.w, rect.h) * 0.45f);
    const Rect disc = centre(rect, side, side);
    ui.canvas().fill(disc, colours.cream, side / 2);
    ui.canvas().text(TextRole::D2, disc, initials(name), ui.high_contrast() ? colours.ink : colours.indigo_8,
                     Align::centre);
}

float wide_card_height(const Ui& ui) {
    const Canvas& canvas = ui.canvas();
    return std::max(ui.px(172), 2 * wide_card_padding(ui) + ui.px(4 + 38) + 2 * canvas.line_height(TextRole::S3) +
                                    canvas.line_height(TextRole::T4) + canvas.line_height(TextRole::B3));
}

std::string price_text(const Ui& ui, const Product& product) {
    if (!product.price) return ui.text("visitor.price.none");
    const std::string price = money_text(ui.language(), *product.price);
    if (product.sold_by == SoldBy::weight) return ui.format("visitor.price.per_kilogram", {{"price", price}});
    return price;
}

TagLook stock_look(StockState state) {
    if (state == StockState::none) return TagLook::grey;
    return state == StockState::few ? TagLook::hoe : TagLook::pine;
}

Icon stock_icon(StockState state) {
    if (state == StockState::none) return Icon::cross;
    return state == StockState::few ? Icon::alert : Icon::check;
}

ProductCard card_of(Ui& ui, const VisitorContext& context, const ProductView& product, float picture_width,
                    float picture_height) {
    ProductCard card;
    card.name = "product/" + product.product->sku.text();
    card.title = product.product->name.in("vi");
    card.maker = maker_and_place(ui.language(), product);
    card.stars = product.stars;
    card.price = price_text(ui, *product.product);
    card.stock = stock_word(ui.language(), product);
    card.stock_look = stock_look(product.stock_state);
    card.stock_icon = stock_icon(product.stock_state);
    card.group = product.product->group;
    card.group_name = group_name(ui.language(), product.product->group);
    card.id = product.product->sku.text();
    card.picture = picture_of(context, product, picture_width, picture_height);
    card.dimmed = product.sold_out();
    return card;
}

} // namespace ocop::kiosk
