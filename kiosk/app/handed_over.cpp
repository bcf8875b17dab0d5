#include "kiosk/app/handed_over.h"

#include "pos/store/holder_socket.h"
#include "sync/till/carry.h"
#include "sync/till/hub_settings.h"

#include <nlohmann/json.hpp>

namespace ocop::kiosk {
namespace {

using nlohmann::json;

Result<json> adopt(OwnTill& own, const json& request) {
    const ReleaseId release(request.at("release").get<std::string>());
    OCOP_TRY(own.adopt_release(release, request.at("manifest").get<std::string>()));
    return json{{"release", release.text()}};
}

Result<json> bring_in(Till& till, OwnTill& own, const json& request) {
    OCOP_TRY_ASSIGN(const auto hub, load_hub_settings(till.journal().directory()));
    if (!hub) return fail(ErrorKind::refused, "error.not_enrolled");
    OCOP_TRY_ASSIGN(const auto carried, carry_in(till, own, *hub, {request.at("folder").get<std::string>()}));
    return json{{"acknowledged", carried.acknowledged}, {"unsent", carried.unsent}, {"release", carried.release}};
}

Result<json> erase(Till& till, const json& request) {
    OCOP_TRY_ASSIGN(const auto erased, till.erase_lead(request.at("lead").get<std::string>(),
                                                       StaffId(request.at("staff").get<std::string>())));
    return json{{"erased_now", erased.now}, {"file_clean", erased.file_clean}};
}

Result<json> erase_overdue(Till& till, const json& request) {
    OCOP_TRY_ASSIGN(const auto count, till.erase_overdue_leads(StaffId(request.at("staff").get<std::string>())));
    return json{{"erased", count}};
}

Result<json> carry_out_request(Till& till, OwnTill& own, const std::string& line) {
    try {
        const auto request = json::parse(line);
        const auto deed = request.at("do").get<std::string>();
        if (deed == "adopt") return adopt(own, request);
        if (deed == "carry_in") return bring_in(till, own, request);
        if (deed == "erase_lead") return erase(till, request);
        if (deed == "erase_overdue") return erase_overdue(till, request);
        return fail(ErrorKind::usage, "error.holder_answer", {}, "unknown request: " + deed);
    } catch (const json::exception& problem) { // text from another program
        return fail(ErrorKind::usage, "error.holder_answer", {}, problem.what());
    }
}

} // namespace

HandedOver handed_over(const std::string& line) {
    return {[line](Till& till, OwnTill& own) {
        const auto answer = carry_out_request(till, own, line);
        return answer ? answer->dump() : error_line(answer.error());
    }};
}

bool changes_catalogue(const std::string& line) {
    const auto request = json::parse(line, nullptr, false);
    const auto deed = request.is_object() ? request.find("do") : request.end();
    return deed == request.end() || (*deed != "erase_lead" && *deed != "erase_overdue");
}

} // namespace ocop::kiosk
