#include "pos/cli/adoption.h"

#include "pos/cli/holder_request.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace ocop {
namespace {

using nlohmann::json;

struct Adopted {
    ReleaseId release;
    std::string manifest_sha256;
};

// What was in force before the present release, by the journal, read beside a program that may be running.
Result<std::optional<Adopted>> previous_release(const DataDirectory& directory) {
    try {
        const auto database = Database::open_reader(directory.journal());
        auto rows = database.prepare("SELECT bytes FROM entry WHERE kind = 'release_adopted' ORDER BY position DESC");
        std::optional<std::string> present;
        while (rows.step()) {
            const auto body = json::parse(rows.text(0)).at("body");
            Adopted adopted{ReleaseId(body.at("release").get<std::string>()),
                            body.at("manifest_sha256").get<std::string>()};
            if (!present) present = adopted.manifest_sha256;
            if (adopted.manifest_sha256 != *present) return std::optional(std::move(adopted));
        }
        return std::optional<Adopted>();
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

} // namespace

Result<> put_in_force(const CommandContext& context, const char* program, const ReleaseId& release,
                      const std::string& manifest_sha256) {
    auto till = Till::open(context.directory, program, *context.clock, *context.randomness);
    if (till) return till->adopt_release(release, manifest_sha256);
    OCOP_TRY(ask_if_busy(context, till.error(),
                         {{"do", "adopt"}, {"release", release.text()}, {"manifest", manifest_sha256}}));
    return {};
}

int run_rollback(const CommandContext& context) {
    if (!context.directory.exists())
        return context.report(
            Error{ErrorKind::not_found, "error.no_data", {{"folder", context.directory.root.string()}}, {}});
    const auto previous = previous_release(context.directory);
    if (!previous) return context.report(previous.error());
    if (!*previous) return context.report(Error{ErrorKind::refused, "error.no_previous_release", {}, {}});
    const auto& [release, manifest_sha256] = **previous;
    if (const auto done = put_in_force(context, "ocop rollback", release, manifest_sha256); !done)
        return context.report(done.error());
    context.print(context.language->format("cli.rolled_back", {{"release", release.text()}}),
                  {{"release", release.text()}});
    return 0;
}

} // namespace ocop
