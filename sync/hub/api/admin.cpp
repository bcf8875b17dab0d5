#include "sync/hub/api/admin.h"

#include "pos/catalogue/release.h"
#include "pos/store/database.h"
#include "sync/hub/api/carried_folder.h"
#include "sync/hub/api/enrolment_code.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

Result<json> make_code(const HubParts& parts, const json&) {
    const auto made = make_enrolment_code(parts.clock->now(), *parts.randomness);
    parts.store->add_code(made.code);
    return json{{"code", made.text}, {"minutes", enrolment_minutes}};
}

Result<json> list_tills(const HubParts& parts, const json&) {
    json answer{{"tills", json::array()}, {"quarantine", json::array()}, {"forks", json::array()}};
    for (const auto& overview : parts.store->tills())
        answer["tills"].push_back({{"id", overview.till.id},
                                   {"code", overview.till.code},
                                   {"program", overview.till.program},
                                   {"revoked", overview.till.revoked},
                                   {"entries", overview.entries},
                                   {"sales", overview.sales},
                                   {"total", overview.total.amount}});
    for (const auto& entry : parts.store->quarantine())
        answer["quarantine"].push_back(
            {{"lineage", entry.lineage}, {"branch", entry.branch}, {"seq", entry.seq}, {"reason", entry.reason}});
    for (const auto& fork : parts.store->forks())
        answer["forks"].push_back({{"till", fork.till}, {"lineage", fork.lineage}, {"seq", fork.seq}});
    return answer;
}

Result<json> revoke(const HubParts& parts, const json& request) {
    const auto till = request.value("till", std::string());
    const int revoked = parts.store->revoke(till);
    if (revoked == 0) return fail(ErrorKind::not_found, "error.hub_till", {{"till", till}});
    return json{{"revoked", revoked}};
}

Result<json> publish(const HubParts& parts, const json& request) {
    const PublishedRelease release{ReleaseId(request.value("release", std::string())),
                                   request.value("manifest_sha256", std::string())};
    OCOP_TRY_ASSIGN(const auto manifest, load_manifest(parts.directory.files, release.manifest_sha256));
    if (!(manifest.release == release.release))
        return fail(ErrorKind::refused, "error.hub_call", {}, "the manifest names another release");
    parts.store->publish(release, parts.clock->now());
    return json::object();
}

Result<json> take_carried(const HubParts& parts, const json& request) {
    OCOP_TRY_ASSIGN(const auto files, take_carried_folder(parts, request.value("folder", std::string())));
    json answer{{"files", json::array()}};
    for (const auto& file : files)
        answer["files"].push_back(json::parse(write_carried_file(file)));
    return answer;
}

struct Deed {
    const char* name;
    Result<json> (*run)(const HubParts&, const json&);
};
constexpr Deed deeds[] = {
    {"code", make_code}, {"tills", list_tills}, {"revoke", revoke}, {"publish", publish}, {"carry", take_carried},
};

Result<json> run(const HubParts& parts, std::string_view text) {
    const auto request = json::parse(text, nullptr, false);
    if (!request.is_object()) return fail(ErrorKind::usage, "error.hub_call", {}, "no JSON object");
    for (const auto& deed : deeds)
        if (request.value("do", std::string()) == deed.name) return deed.run(parts, request);
    return fail(ErrorKind::usage, "error.hub_call", {}, "unknown deed");
}

} // namespace

std::string run_admin(const HubParts& parts, std::string_view request) {
    const auto answer = run(parts, request);
    if (answer) return answer->dump();
    json refused{{"error", answer.error().key},
                 {"kind", exit_status(answer.error().kind)},
                 {"detail", answer.error().detail},
                 {"values", json::object()}};
    for (const auto& [name, value] : answer.error().values)
        refused["values"][name] = value;
    return refused.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace ocop
