#include "sync/till/answers.h"

#include <algorithm>

namespace ocop {
namespace {

bool is_portal(const HttpResponse& response) {
    return (response.status >= 300 && response.status < 400 && response.status != 304) || response.status == 511 ||
           (response.status == 200 && response.content_type == "text/html");
}

} // namespace

Result<> require_status(const HttpResponse& response, std::initializer_list<int> statuses) {
    if (is_portal(response))
        return fail(ErrorKind::offline, "error.hub_portal", {}, "status " + std::to_string(response.status));
    if (response.status == 401 || response.status == 403) return fail(ErrorKind::refused, "error.hub_credential");
    if (std::find(statuses.begin(), statuses.end(), response.status) == statuses.end())
        return fail(ErrorKind::offline, "error.hub_status", {{"status", std::to_string(response.status)}});
    return {};
}

Result<> require_answer(const HttpResponse& response, std::initializer_list<int> statuses) {
    OCOP_TRY(require_status(response, statuses));
    if (response.content_type != media_type::json)
        return fail(ErrorKind::offline, "error.hub_portal", {}, "answers " + response.content_type);
    if (!response.complete)
        return fail(ErrorKind::offline, "error.hub_status", {{"status", std::to_string(response.status)}}, "cut short");
    return {};
}

} // namespace ocop
