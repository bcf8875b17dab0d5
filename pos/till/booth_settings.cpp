#include "pos/till/booth_settings.h"

#include <nlohmann/json.hpp>

namespace ocop {

nlohmann::json booth_to_json(const BoothSettings& settings) {
    return {{"shop_name", settings.shop_name},
            {"shop_address", settings.shop_address},
            {"shop_phone", settings.shop_phone},
            {"fair", settings.fair.text()},
            {"fair_name", settings.fair_name},
            {"booth", settings.booth.text()},
            {"booth_name", settings.booth_name},
            {"bank_bin", settings.bank_bin},
            {"bank_account", settings.bank_account},
            {"bank_holder", settings.bank_holder},
            {"kiosk", settings.kiosk}};
}

Result<BoothSettings> booth_from_json(const nlohmann::json& body) {
    try {
        const auto text = [&](const char* name) { return body.value(name, std::string()); };
        const auto kiosk = body.value("kiosk", 1);
        return BoothSettings{text("shop_name"),
                             text("shop_address"),
                             text("shop_phone"),
                             FairId(text("fair")),
                             text("fair_name"),
                             BoothId(text("booth")),
                             text("booth_name"),
                             text("bank_bin"),
                             text("bank_account"),
                             text("bank_holder"),
                             kiosk >= 1 && kiosk <= 9 ? kiosk : 1};
    } catch (const nlohmann::json::exception& failure) {
        return fail(ErrorKind::refused, "error.booth_broken", {}, failure.what());
    }
}

} // namespace ocop
