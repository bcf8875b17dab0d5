#include "pos/selling/discount.h"

#include "pos/money/rounding.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

using nlohmann::json;

void add_approval(json& body, const Approval& approval) {
    body["by"] = approval.by.text();
    if (!approval.allowed_by.empty()) body["allowed_by"] = approval.allowed_by.text();
}

Approval approval_from(const json& body) {
    return {StaffId(body.value("by", std::string())), StaffId(body.value("allowed_by", std::string()))};
}

} // namespace

Dong taken_off(const Discount& discount, Dong gross) {
    const Dong wanted = discount.rate == Rate{} ? discount.amount : share_of(gross, discount.rate);
    return std::min(wanted, gross);
}

bool decides(Role role) {
    return role == Role::manager || role == Role::organiser;
}

bool is_decided(const Approval& approval, const std::vector<StaffMember>& staff) {
    return std::any_of(staff.begin(), staff.end(), [&](const StaffMember& member) {
        return member.active && decides(member.role) && (member.id == approval.by || member.id == approval.allowed_by);
    });
}

json discount_to_json(const Discount& discount) {
    json body{{"amount", discount.amount.amount}, {"rate", discount.rate.basis_points}, {"reason", discount.reason}};
    add_approval(body, discount.approval);
    return body;
}

Discount discount_from_json(const json& body) {
    Discount discount;
    if (body.is_number_integer()) {
        discount.amount = Dong{body.get<std::int64_t>()};
        return discount;
    }
    discount.amount = Dong{body.at("amount").get<std::int64_t>()};
    discount.rate = Rate{body.at("rate").get<std::int32_t>()};
    discount.reason = body.at("reason").get<std::string>();
    discount.approval = approval_from(body);
    return discount;
}

json price_change_to_json(const PriceChange& change) {
    json body{{"listed", change.listed.amount}, {"reason", change.reason}};
    add_approval(body, change.approval);
    return body;
}

PriceChange price_change_from_json(const json& body) {
    return {Dong{body.at("listed").get<std::int64_t>()}, body.at("reason").get<std::string>(), approval_from(body)};
}

} // namespace ocop
