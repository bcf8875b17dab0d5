#include "pos/selling/removed_line.h"

#include <nlohmann/json.hpp>

namespace ocop {

using nlohmann::json;

json removed_to_json(const std::vector<RemovedLine>& lines) {
    auto list = json::array();
    for (const auto& line : lines)
        list.push_back({{"sku", line.sku.text()},
                        {"name", line.name},
                        {"quantity", line.quantity.thousandths},
                        {"total", line.total.amount},
                        {"at", line.at.milliseconds},
                        {"staff", line.by.text()},
                        {"reason", line.reason}});
    return list;
}

std::vector<RemovedLine> removed_from_json(const json& list) {
    std::vector<RemovedLine> lines;
    for (const auto& body : list)
        lines.push_back({Sku(body.at("sku").get<std::string>()), body.value("name", std::string()),
                         Quantity{body.at("quantity").get<std::int64_t>()}, Dong{body.at("total").get<std::int64_t>()},
                         Instant{body.at("at").get<std::int64_t>()}, StaffId(body.value("staff", std::string())),
                         body.value("reason", std::string())});
    return lines;
}

} // namespace ocop
