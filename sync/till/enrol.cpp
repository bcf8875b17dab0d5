#include "sync/till/enrol.h"

#include "pos/journal/entry.h"
#include "sync/protocol/calls.h"
#include "sync/protocol/enrolment.h"
#include "sync/till/answers.h"
#include "sync/till/http_connection.h"

namespace ocop {
namespace {

Result<std::string> fetch_authority(const HubAddress& address, const MakeConnection& connect) {
    if (address.ca_sha256.empty()) return std::string();
    HttpRequest request;
    request.path = calls::authority;
    OCOP_TRY_ASSIGN(const auto answer, connect(address.url, {})->exchange(request));
    if (answer.status != 200 || !answer.complete || to_hex(sha256(answer.body)) != address.ca_sha256)
        return fail(ErrorKind::refused, "error.hub_pin", {{"hub", address.url}},
                    "status " + std::to_string(answer.status));
    return answer.body;
}

} // namespace

MakeConnection over_http() {
    return [](const std::string& url, const std::string& ca_pem) -> std::unique_ptr<HubConnection> {
        HttpOptions options;
        options.url = url;
        options.ca_pem = ca_pem;
        options.unverified = ca_pem.empty();
        return std::make_unique<HttpConnection>(std::move(options));
    };
}

Result<HubSettings> enrol(const EnrolmentDetails& details, const MakeConnection& connect) {
    OCOP_TRY_ASSIGN(const auto address, read_hub_address(details.address));
    OCOP_TRY_ASSIGN(const auto ca_pem, fetch_authority(address, connect));
    HttpRequest request;
    request.path = calls::enrolments;
    request.content_type = media_type::json;
    request.body = write_enrolment_request({details.code, details.till_code, details.public_key, details.program});
    OCOP_TRY_ASSIGN(const auto response, connect(address.url, ca_pem)->exchange(request));
    for (const int refusal : {400, 403, 404, 410, 422})
        if (response.status == refusal)
            return fail(ErrorKind::refused, "error.enrolment_refused", {{"hub", address.url}},
                        "status " + std::to_string(refusal));
    OCOP_TRY(require_answer(response, {200, 201}));
    OCOP_TRY_ASSIGN(const auto answer, read_enrolment_answer(response.body));
    return HubSettings{address.url, answer.hub_id, answer.epoch, answer.till_id, answer.credential, ca_pem};
}

} // namespace ocop
