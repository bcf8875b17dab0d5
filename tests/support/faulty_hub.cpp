#include "tests/support/faulty_hub.h"

#include <algorithm>

namespace ocop::testing {
namespace {

// Another first hash in the answer, still a hash.
void lie_about_hash(std::string& body) {
    const auto at = body.find("hash\":\"");
    if (at != std::string::npos) body[at + 7] = body[at + 7] == '0' ? '1' : '0';
}

} // namespace

HttpResponse json_answer(int status, std::string body) {
    HttpResponse response;
    response.status = status;
    response.content_type = media_type::json;
    response.body = std::move(body);
    return response;
}

std::size_t FaultyHub::count_asked(const std::string& beginning) const {
    return static_cast<std::size_t>(std::count_if(asked.begin(), asked.end(), [&](const std::string& path) {
        return path.compare(0, beginning.size(), beginning) == 0;
    }));
}

Result<HttpResponse> FaultyHub::exchange(const HttpRequest& request) {
    asked.push_back(request.path);
    auto fault = fault_of(request);
    if (!faults.empty()) {
        fault = faults.front();
        faults.pop_front();
    }
    const auto offline = [] { return fail(ErrorKind::offline, "error.hub_unreachable", {{"hub", "fake"}}); };
    HttpResponse response;
    switch (fault) {
    case HubFault::refuse:
        return offline();
    case HubFault::portal:
        response.status = 200;
        response.content_type = "text/html";
        response.body = "<html>Đăng nhập Wi-Fi</html>";
        return response;
    case HubFault::failing:
        return json_answer(500, "{}");
    case HubFault::overloaded:
        response.status = 503;
        response.retry_after = 400;
        return response;
    case HubFault::revoked:
        return json_answer(403, "{}");
    case HubFault::twice:
        answer(request);
        break;
    default:
        break;
    }
    response = answer(request);
    if (fault == HubFault::lose_answer) return offline();
    if (fault == HubFault::cut_answer) {
        response.body.resize(response.body.size() / 2);
        response.complete = false;
    }
    if (fault == HubFault::lie) lie_about_hash(response.body);
    if (fault == HubFault::other_hub)
        if (const auto at = response.body.find(id()); at != std::string::npos)
            response.body.replace(at, id().size(), std::string(id().size(), '9'));
    return response;
}

} // namespace ocop::testing
