#include "sync/hub/cli/hub_context.h"

#include "sync/hub/api/admin.h"
#include "sync/till/http_connection.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

// An error that a hub told in its answer.
tl::unexpected<Error> told(const nlohmann::json& answer) {
    Error error;
    error.key = answer.value("error", std::string());
    error.detail = answer.value("detail", std::string());
    const auto values = answer.value("values", nlohmann::json::object());
    for (const auto& [name, value] : values.items())
        if (value.is_string()) error.values.emplace_back(name, value.get<std::string>());
    const int status = answer.value("kind", 1);
    for (const auto kind : {ErrorKind::usage, ErrorKind::storage, ErrorKind::refused})
        if (exit_status(kind) == status) error.kind = kind;
    return fail(std::move(error));
}

Result<std::string> ask_running_hub(const HubContext& context, const nlohmann::json& request) {
    HttpOptions options;
    options.url = "http://localhost";
    options.socket = context.hub.admin_socket().string();
    HttpConnection connection(options);
    HttpRequest call;
    call.path = admin_call;
    call.content_type = media_type::json;
    call.body = request.dump();
    call.largest_answer = 16 * 1024 * 1024;
    OCOP_TRY_ASSIGN(auto answer, connection.exchange(call));
    if (answer.status != 200 || !answer.complete)
        return fail(ErrorKind::offline, "error.hub_status", {{"status", std::to_string(answer.status)}});
    return std::move(answer.body);
}

} // namespace

Result<OpenHub> open_hub(const HubContext& context, const char* program) {
    OCOP_TRY(context.hub.files.create());
    OCOP_TRY_ASSIGN(auto lock, WriterLock::acquire(context.hub.files, program));
    OCOP_TRY_ASSIGN(auto store, SqliteStore::open(context.database, *context.randomness));
    HubParts parts{context.hub, store.get(), context.clock, context.randomness, {}};
    return OpenHub{std::move(lock), std::move(store), std::move(parts)};
}

Result<nlohmann::json> ask_hub(const HubContext& context, const nlohmann::json& request) {
    auto opened = open_hub(context, "ocop-hub admin");
    if (!opened && opened.error().kind != ErrorKind::busy) return fail(std::move(opened.error()));
    auto text =
        opened ? Result<std::string>(run_admin(opened->parts, request.dump())) : ask_running_hub(context, request);
    if (!text && text.error().kind == ErrorKind::offline) return fail(std::move(opened.error())); // busy, by whom
    if (!text) return fail(std::move(text.error()));
    auto answer = nlohmann::json::parse(*text, nullptr, false);
    if (!answer.is_object() || answer.contains("error"))
        return told(answer.is_object() ? answer : nlohmann::json::object());
    return answer;
}

} // namespace ocop
