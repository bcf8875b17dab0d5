// An order that waits while another customer is served: numbered as on its tab, with its time and a note.
#pragma once

#include "pos/base/time.h"
#include "pos/selling/cart.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ocop {

struct ParkedCart {
    int number = 1; // of its tab, 1, 2, 3 ...
    Instant since;
    std::string note; // so that staff know whose it is; stays on this machine
    Cart cart;
    bool operator==(const ParkedCart&) const = default;
};

inline constexpr std::size_t most_parked_carts = 20;

// The smallest number that no tab has.
int free_number(const std::vector<ParkedCart>& parked, int counter);

nlohmann::json parked_to_json(const std::vector<ParkedCart>& parked);
Result<std::vector<ParkedCart>> parked_from_json(const nlohmann::json& json);

} // namespace ocop
