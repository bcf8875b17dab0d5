// The body of a refund's entry.
#include "pos/selling/refund.h"

#include <nlohmann/json.hpp>

namespace ocop {

using nlohmann::json;

json refund_to_json(const Refund& refund) {
    auto lines = json::array();
    for (const auto& line : refund.lines) {
        auto body = sale_line_to_json(line.part);
        body["sale_line"] = line.line;
        lines.push_back(std::move(body));
    }
    json body{{"receipt", refund.receipt},    {"sale", refund.sale_id},          {"sale_receipt", refund.sale_receipt},
              {"staff", refund.staff.text()}, {"staff_name", refund.staff_name}, {"shift", refund.shift.text()},
              {"fair", refund.fair.text()},   {"booth", refund.booth.text()},    {"release", refund.release.text()},
              {"reason", refund.reason},      {"goods", to_text(refund.goods)},  {"method", to_text(refund.method)},
              {"lines", std::move(lines)},    {"total", refund.total.amount}};
    if (!refund.allowed_by.empty()) {
        body["allowed_by"] = refund.allowed_by.text();
        body["allowed_by_name"] = refund.allowed_by_name;
    }
    return body;
}

Result<Refund> refund_from_json(const json& body) {
    try {
        Refund refund;
        const auto text = [&](const char* name) { return body.value(name, std::string()); };
        refund.receipt = body.at("receipt").get<std::string>();
        refund.sale_id = body.at("sale").get<std::string>();
        refund.sale_receipt = text("sale_receipt");
        refund.staff = StaffId(text("staff"));
        refund.staff_name = text("staff_name");
        refund.allowed_by = StaffId(text("allowed_by"));
        refund.allowed_by_name = text("allowed_by_name");
        refund.shift = ShiftId(text("shift"));
        refund.fair = FairId(text("fair"));
        refund.booth = BoothId(text("booth"));
        refund.release = ReleaseId(text("release"));
        refund.reason = text("reason");
        refund.goods = text("goods") == to_text(GoodsTo::producer) ? GoodsTo::producer : GoodsTo::shelf;
        OCOP_TRY_ASSIGN(refund.method, payment_method_from(body.at("method").get<std::string>()));
        for (const auto& line : body.at("lines"))
            refund.lines.push_back({line.at("sale_line").get<int>(), sale_line_from_json(line)});
        refund.total = Dong{body.at("total").get<std::int64_t>()};
        return refund;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.refund_broken", {}, failure.what());
    }
}

} // namespace ocop
