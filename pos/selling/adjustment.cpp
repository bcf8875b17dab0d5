#include "pos/selling/adjustment.h"

#include <nlohmann/json.hpp>

namespace ocop {

using Kind = Adjustment::Kind;

std::string to_text(Kind kind) {
    switch (kind) {
    case Kind::line_discount:
        return "line_discount";
    case Kind::cart_discount:
        return "cart_discount";
    case Kind::price:
        return "price";
    case Kind::other_goods:
        return "other_goods";
    case Kind::refund:
        return "refund";
    }
    return "line_discount";
}

nlohmann::json adjustment_to_json(const Adjustment& adjustment) {
    nlohmann::json body{{"kind", to_text(adjustment.kind)},   {"line", adjustment.line},
                        {"amount", adjustment.amount.amount}, {"reason", adjustment.reason},
                        {"staff", adjustment.staff.text()},   {"staff_name", adjustment.staff_name}};
    if (adjustment.rate != Rate{}) body["rate"] = adjustment.rate.basis_points;
    if (!adjustment.allowed_by.empty()) {
        body["allowed_by"] = adjustment.allowed_by.text();
        body["allowed_by_name"] = adjustment.allowed_by_name;
    }
    return body;
}

Adjustment adjustment_from_json(const nlohmann::json& body) {
    Adjustment adjustment;
    const auto text = [&](const char* name) { return body.value(name, std::string()); };
    const auto kind_text = body.at("kind").get<std::string>();
    for (const auto kind : {Kind::line_discount, Kind::cart_discount, Kind::price, Kind::other_goods, Kind::refund})
        if (kind_text == to_text(kind)) adjustment.kind = kind;
    adjustment.line = body.at("line").get<int>();
    adjustment.amount = Dong{body.at("amount").get<std::int64_t>()};
    adjustment.rate = Rate{body.value("rate", std::int32_t{0})};
    adjustment.reason = text("reason");
    adjustment.staff = StaffId(text("staff"));
    adjustment.staff_name = text("staff_name");
    adjustment.allowed_by = StaffId(text("allowed_by"));
    adjustment.allowed_by_name = text("allowed_by_name");
    return adjustment;
}

} // namespace ocop
