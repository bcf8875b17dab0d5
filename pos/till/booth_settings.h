// Shop, fair and booth as printed on receipts and named in reports; changed by a booth_set entry.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ocop {

struct BoothSettings {
    std::string shop_name;
    std::string shop_address;
    std::string shop_phone;
    FairId fair;
    std::string fair_name;
    BoothId booth;
    std::string booth_name;
    std::string bank_bin; // six digits, empty: no transfers
    std::string bank_account;
    std::string bank_holder;
    int kiosk = 1; // 1..9, first digit of the pick-up codes given here: another one on each kiosk of a booth
    bool operator==(const BoothSettings&) const = default;
};

nlohmann::json booth_to_json(const BoothSettings& settings);
Result<BoothSettings> booth_from_json(const nlohmann::json& body);

} // namespace ocop
