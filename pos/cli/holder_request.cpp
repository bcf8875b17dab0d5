#include "pos/cli/holder_request.h"

#include "pos/store/holder_socket.h"

#include <nlohmann/json.hpp>

namespace ocop {

using nlohmann::json;

Result<json> ask_if_busy(const CommandContext& context, const Error& opening, const json& request) {
    if (opening.kind != ErrorKind::busy) return tl::unexpected(opening);
    const auto line = ask_holder(context.directory, request.dump());
    if (!line) return tl::unexpected(opening);
    auto answer = json::parse(*line, nullptr, false);
    if (!answer.is_object() || answer.contains("error")) return tl::unexpected(error_of_line(*line));
    return answer;
}

} // namespace ocop
