#include "pos/leads/lead_projection.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

constexpr const char* columns = "SELECT id, recorded_at, body, erased_at_position FROM lead ";

Result<Lead> lead_of(const Statement& row) {
    OCOP_TRY_ASSIGN(auto lead, lead_from_json(json::parse(row.text(2), nullptr, false)));
    lead.id = row.text(0);
    lead.recorded_at = Instant{row.integer(1)};
    lead.erased = !row.is_null(3);
    return lead;
}

} // namespace

void project_lead(Database& database, Position position, const EntryHeader& header, const json& body) {
    database.cached("INSERT INTO lead VALUES (?, ?, ?, ?, ?, ?, ?, NULL)")
        .bind_all(position, header.id, header.recorded_at.milliseconds, header.business_date.iso(), header.training,
                  body.dump(), body.at("keep_until").get<std::string>())
        .run();
}

void project_erasure(Database& database, Position position, const EntryHeader&, const json& body) {
    database.cached("UPDATE lead SET erased_at_position = ? WHERE id = ? AND erased_at_position IS NULL")
        .bind_all(position, body.value("lead", std::string()))
        .run();
}

Result<Lead> read_lead(Database& database, const std::string& id) {
    auto row = database.prepare(std::string(columns) + "WHERE id = ?");
    row.bind_all(id);
    if (!row.step()) return fail(ErrorKind::not_found, "error.no_lead", {{"lead", id}});
    return lead_of(row);
}

std::vector<Lead> read_leads(Database& database) {
    std::vector<Lead> leads;
    auto rows = database.prepare(std::string(columns) + "WHERE training = 0 ORDER BY position");
    while (rows.step()) {
        auto lead = lead_of(rows);
        if (!lead) throw StorageFailure(0, "a stored lead cannot be read: " + lead.error().detail);
        leads.push_back(std::move(*lead));
    }
    return leads;
}

std::vector<OverdueLead> read_overdue_leads(Database& database, Day today) {
    std::vector<OverdueLead> overdue;
    // Nothing but the person is read of the body, so that no lead is too broken to be erased.
    auto rows = database.prepare("SELECT id, json_extract(body, '$.person') FROM lead WHERE keep_until < ? AND "
                                 "erased_at_position IS NULL ORDER BY position");
    rows.bind_all(today.iso());
    while (rows.step())
        overdue.push_back({rows.text(0), rows.text(1)});
    return overdue;
}

} // namespace ocop
