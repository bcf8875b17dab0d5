#include "sync/hub/cli/admin_commands.h"

#include "pos/cli/import_command.h"
#include "pos/text/format.h"
#include "sync/protocol/carry_folder.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::string number(const json& object, const char* name) {
    return std::to_string(object.value(name, std::int64_t{0}));
}

bool is_carry_folder(const fs::path& source) {
    std::error_code ignored;
    for (const auto& item : fs::directory_iterator(source, ignored))
        if (!CarryFolder::till_of_journal(item.path()).empty()) return true;
    return false;
}

void print_till(const HubContext& context, const json& till) {
    const auto& language = *context.language;
    const auto total = format_money(Dong{till.value("total", std::int64_t{0})}, language);
    const auto line = [&](const char* key) {
        return language.format(key, {{"till", till.value("code", "")},
                                     {"entries", number(till, "entries")},
                                     {"sales", number(till, "sales")},
                                     {"total", total}});
    };
    context.print(line(till.value("revoked", false) ? "hub.till_revoked" : "hub.till"), till);
}

int take_stick(const HubContext& context, const fs::path& folder) {
    const auto answer = ask_hub(context, {{"do", "carry"}, {"folder", fs::absolute(folder).string()}});
    if (!answer) return context.report(answer.error());
    int status = 0;
    for (const auto& file : answer->at("files")) {
        context.print(context.language->format("hub.carried", {{"file", file.value("file", std::string())},
                                                               {"entries", number(file, "new_entries")}}),
                      file);
        if (!file.contains("error")) continue;
        Error error{ErrorKind::refused, file.value("error", std::string()), {}, file.value("file", std::string())};
        for (const auto& [name, value] : file.at("values").items())
            error.values.emplace_back(name, value.get<std::string>());
        status = context.report(error);
    }
    return status;
}

// What is published now, read from the hub's file beside whoever writes it.
Result<std::optional<CatalogueInForce>> published_catalogue(const HubContext& context) {
    std::string manifest_sha256;
    std::error_code ignored;
    if (!fs::exists(context.database, ignored)) return std::optional<CatalogueInForce>();
    try {
        const auto database = Database::open_reader(context.database);
        auto find = database.prepare("SELECT manifest_sha256 FROM release ORDER BY number DESC LIMIT 1");
        if (find.step()) manifest_sha256 = find.text(0);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.hub_storage", {{"file", context.database.string()}}, failure.what());
    }
    return read_catalogue_in_force(context.hub.files, manifest_sha256);
}

} // namespace

int run_admin_code(const HubContext& context) {
    const auto answer = ask_hub(context, {{"do", "code"}});
    if (!answer) return context.report(answer.error());
    context.print(context.language->format("hub.code", {{"code", answer->value("code", std::string())},
                                                        {"minutes", number(*answer, "minutes")}}),
                  *answer);
    return 0;
}

int run_admin_tills(const HubContext& context) {
    const auto answer = ask_hub(context, {{"do", "tills"}});
    if (!answer) return context.report(answer.error());
    if (context.json) {
        context.print({}, *answer);
        return 0;
    }
    if (answer->at("tills").empty()) context.print(context.language->format("hub.no_tills", {}), {});
    for (const auto& till : answer->at("tills"))
        print_till(context, till);
    for (const auto& fork : answer->at("forks"))
        context.print(context.language->format(
                          "hub.fork", {{"till", fork.value("till", std::string())}, {"seq", number(fork, "seq")}}),
                      fork);
    if (const auto held = answer->at("quarantine").size(); held != 0)
        context.print(context.language->format("hub.quarantine", {{"count", std::to_string(held)}}), {});
    return 0;
}

int run_revoke(const HubContext& context, const std::string& till) {
    const auto answer = ask_hub(context, {{"do", "revoke"}, {"till", till}});
    if (!answer) return context.report(answer.error());
    context.print(context.language->format("hub.revoked", {{"till", till}}), *answer);
    return 0;
}

int run_hub_import(const HubContext& context, const fs::path& source) {
    if (is_carry_folder(source)) return take_stick(context, source);
    if (const auto created = context.hub.files.create(); !created) return context.report(created.error());
    const auto published = published_catalogue(context);
    if (!published) return context.report(published.error());
    return run_import_into(context, source, false, *published,
                           [&](const ImportedPackage& package) -> Result<StoredRelease> {
                               OCOP_TRY_ASSIGN(auto stored, store_package(context.hub.files, package, *published));
                               OCOP_TRY(ask_hub(context, {{"do", "publish"},
                                                          {"release", stored.manifest.release.text()},
                                                          {"manifest_sha256", stored.manifest_sha256}}));
                               return stored;
                           });
}

} // namespace ocop
