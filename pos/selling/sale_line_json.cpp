// The line of a sale, and of a refund.
#include "pos/selling/sale.h"

#include <nlohmann/json.hpp>

namespace ocop {

using nlohmann::json;

json sale_line_to_json(const SaleLine& line) {
    json result{{"sku", line.sku.text()},
                {"name", line.name},
                {"producer", line.producer.text()},
                {"producer_name", line.producer_name},
                {"group", line.group.text()},
                {"place", line.place},
                {"province", line.province},
                {"stars", line.stars},
                {"ocop", line.ocop},
                {"unit", line.unit},
                {"quantity", line.quantity.thousandths},
                {"unit_price", line.unit_price.amount},
                {"discount", line.discount.amount},
                {"total", line.total.amount},
                {"tax_rate", line.tax_rate.basis_points},
                {"tax", line.tax.amount},
                {"commission_rate", line.commission_rate.basis_points},
                {"commission", line.commission.amount}};
    if (line.price_is_sample) result["price_is_sample"] = true;
    if (line.listed_price) result["listed_price"] = line.listed_price->amount;
    if (line.cart_discount != Dong{}) result["cart_discount"] = line.cart_discount.amount;
    if (!line.lot.empty()) result["lot"] = line.lot;
    if (line.other) result["other"] = true;
    return result;
}

SaleLine sale_line_from_json(const json& body) {
    SaleLine line;
    const auto text = [&](const char* name) { return body.value(name, std::string()); };
    const auto number = [&](const char* name) { return body.at(name).get<std::int64_t>(); };
    line.sku = Sku(body.at("sku").get<std::string>());
    line.name = text("name");
    line.producer = ProducerId(text("producer"));
    line.producer_name = text("producer_name");
    line.group = GroupCode(text("group"));
    line.place = text("place");
    line.province = text("province");
    line.stars = body.value("stars", 0);
    line.ocop = body.value("ocop", false);
    line.unit = text("unit");
    line.quantity = Quantity{number("quantity")};
    line.unit_price = Dong{number("unit_price")};
    line.price_is_sample = body.value("price_is_sample", false);
    if (body.contains("listed_price")) line.listed_price = Dong{number("listed_price")};
    line.discount = Dong{number("discount")};
    line.cart_discount = Dong{body.value("cart_discount", std::int64_t{0})};
    line.total = Dong{number("total")};
    line.tax_rate = Rate{body.value("tax_rate", std::int32_t{0})};
    line.tax = Dong{body.value("tax", std::int64_t{0})};
    line.commission_rate = Rate{body.value("commission_rate", std::int32_t{0})};
    line.commission = Dong{body.value("commission", std::int64_t{0})};
    line.lot = text("lot");
    line.other = body.value("other", false);
    return line;
}

} // namespace ocop
