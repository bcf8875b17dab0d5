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

Result<json> carry_out_request(Till& till, OwnTill& own, const std::string& line) {
    try {
        const auto request = json::parse(line);
        const auto deed = request.at("do").get<std::string>();
        if (deed == "adopt") return adopt(own, request);
        if (deed == "carry_in") return bring_in(till, own, request);
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

} // namespace ocop::kiosk
