#include "pos/shifts/shift_projection.h"

#include <nlohmann/json.hpp>

namespace ocop {

void project_shift_pulled(Database& database, Position position, const EntryHeader& header,
                          const nlohmann::json& body) {
    database.cached("INSERT INTO shift_pulled VALUES (?, ?, ?, ?) ON CONFLICT(shift) DO NOTHING")
        .bind_all(body.at("shift").get<std::string>(), position, header.recorded_at.milliseconds,
                  body.value("staff", std::string()))
        .run();
}

void project_drawer_event(Database& database, Position position, const EntryHeader& header,
                          const nlohmann::json& body) {
    database.cached("INSERT INTO drawer_event VALUES (?, ?, ?, ?, ?)")
        .bind_all(position, body.value("shift", std::string()), header.recorded_at.milliseconds,
                  body.value("staff", std::string()), body.value("reason", std::string()))
        .run();
}

} // namespace ocop
