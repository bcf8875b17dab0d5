// The cart as a draft.
#include "pos/selling/cart.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

json line_to_json(const CartLine& line) {
    json body{{"sku", line.sku.text()},
              {"quantity", line.quantity.thousandths},
              {"unit_price", line.unit_price.amount},
              {"discount", discount_to_json(line.discount)},
              {"lot", line.lot}};
    if (line.price_change) body["price_change"] = price_change_to_json(*line.price_change);
    if (line.other)
        body["other"] = {{"name", line.other->name}, {"code", line.other->code}, {"reason", line.other->reason}};
    return body;
}

CartLine line_from_json(const json& body) {
    CartLine line;
    line.sku = Sku(body.at("sku").get<std::string>());
    line.quantity = Quantity{body.at("quantity").get<std::int64_t>()};
    line.unit_price = Dong{body.at("unit_price").get<std::int64_t>()};
    line.discount = discount_from_json(body.at("discount"));
    line.lot = body.value("lot", std::string());
    if (body.contains("price_change")) line.price_change = price_change_from_json(body["price_change"]);
    if (body.contains("other")) {
        const auto& other = body["other"];
        line.other = OtherGoods{other.at("name").get<std::string>(), other.at("code").get<std::string>(),
                                other.at("reason").get<std::string>()};
    }
    return line;
}

} // namespace

json cart_to_json(const Cart& cart) {
    auto lines = json::array();
    for (const auto& line : cart.lines)
        lines.push_back(line_to_json(line));
    json body{{"sale_id", cart.sale_id}, {"lines", std::move(lines)}, {"from_basket", cart.from_basket}};
    if (cart.discount) body["discount"] = discount_to_json(cart.discount);
    if (!cart.note.empty()) body["note"] = cart.note;
    if (!cart.removed.empty()) body["removed"] = removed_to_json(cart.removed);
    return body;
}

Result<Cart> cart_from_json(const json& body) {
    try {
        Cart cart;
        cart.sale_id = body.at("sale_id").get<std::string>();
        cart.from_basket = body.value("from_basket", std::string());
        for (const auto& line : body.at("lines"))
            cart.lines.push_back(line_from_json(line));
        if (body.contains("discount")) cart.discount = discount_from_json(body["discount"]);
        cart.note = body.value("note", std::string());
        if (body.contains("removed")) cart.removed = removed_from_json(body["removed"]);
        return cart;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.draft_broken", {}, failure.what());
    }
}

} // namespace ocop
