#include "pos/selling/basket.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace ocop {

bool is_pick_up_code(std::string_view text) {
    return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<> check_basket_lines(const std::vector<BasketLine>& lines) {
    if (lines.empty() || lines.size() > most_basket_lines)
        return fail(ErrorKind::refused, "error.basket_lines", {{"most", std::to_string(most_basket_lines)}});
    std::set<Sku> seen;
    for (const auto& line : lines) {
        const bool counted = line.quantity.is_whole() && line.quantity.thousandths > 0;
        if (line.sku.empty() || !counted || line.quantity > most_basket_quantity || !seen.insert(line.sku).second)
            return fail(ErrorKind::refused, "error.basket_line", {{"sku", line.sku.text()}});
    }
    return {};
}

nlohmann::json basket_to_json(const Basket& basket) {
    auto lines = nlohmann::json::array();
    for (const auto& line : basket.lines)
        lines.push_back({{"sku", line.sku.text()}, {"quantity", line.quantity.thousandths}});
    return {{"code", basket.code}, {"day", basket.day.iso()}, {"lines", std::move(lines)}};
}

Result<Basket> basket_from_json(const nlohmann::json& json) {
    try {
        Basket basket;
        basket.code = json.at("code").get<std::string>();
        const auto day = Day::parse(json.at("day").get<std::string>());
        if (!is_pick_up_code(basket.code) || !day) return fail(ErrorKind::refused, "error.basket_broken");
        basket.day = *day;
        for (const auto& line : json.at("lines"))
            basket.lines.push_back(
                {Sku(line.at("sku").get<std::string>()), Quantity{line.at("quantity").get<std::int64_t>()}});
        OCOP_TRY(check_basket_lines(basket.lines));
        return basket;
    } catch (const nlohmann::json::exception& failure) {
        return fail(ErrorKind::refused, "error.basket_broken", {}, failure.what());
    }
}

} // namespace ocop
