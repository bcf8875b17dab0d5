#include "pos/selling/parked_cart.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {

using nlohmann::json;

int free_number(const std::vector<ParkedCart>& parked, int counter) {
    int number = 1;
    const auto taken = [&](const ParkedCart& each) { return each.number == number; };
    while (number == counter || std::any_of(parked.begin(), parked.end(), taken))
        ++number;
    return number;
}

json parked_to_json(const std::vector<ParkedCart>& parked) {
    auto list = json::array();
    for (const auto& each : parked)
        list.push_back({{"number", each.number},
                        {"since", each.since.milliseconds},
                        {"note", each.note},
                        {"cart", cart_to_json(each.cart)}});
    return list;
}

Result<std::vector<ParkedCart>> parked_from_json(const json& list) {
    try {
        std::vector<ParkedCart> parked;
        for (const auto& body : list) {
            OCOP_TRY_ASSIGN(auto cart, cart_from_json(body.at("cart")));
            parked.push_back({body.at("number").get<int>(), Instant{body.at("since").get<std::int64_t>()},
                              body.value("note", std::string()), std::move(cart)});
        }
        return parked;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.draft_broken", {}, failure.what());
    }
}

} // namespace ocop
