#include "sync/cli/network_commands.h"

#include "pos/cli/holder_request.h"
#include "pos/till/till.h"
#include "sync/till/carry.h"
#include "sync/till/enrol.h"
#include "sync/till/http_connection.h"
#include "sync/till/own_till.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <ctime>
#include <filesystem>
#include <optional>

namespace ocop {
namespace {

constexpr const char* program = "ocop 1.0";
constexpr int tries_of_once = 4; // failed steps, over about ten seconds

Result<> require_data(const CommandContext& context) {
    if (context.directory.exists()) return {};
    return fail(ErrorKind::not_found, "error.no_data", {{"folder", context.directory.root.string()}});
}

Result<HubSettings> require_hub(const CommandContext& context) {
    OCOP_TRY(require_data(context));
    OCOP_TRY_ASSIGN(auto settings, load_hub_settings(context.directory));
    if (!settings) return fail(ErrorKind::refused, "error.not_enrolled");
    return std::move(*settings);
}

// Waiting that a signal ends.
class StopSignals {
public:
    StopSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    ~StopSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    // True: asked to stop within this time.
    bool wait(std::int64_t milliseconds) {
        const timespec time{milliseconds / 1000, milliseconds % 1000 * 1'000'000};
        return sigtimedwait(&set_, nullptr, &time) > 0;
    }

private:
    sigset_t set_{};
    sigset_t before_{};
};

Result<HubSettings> enrol_here(const CommandContext& context, const std::string& address, const std::string& code) {
    OCOP_TRY(require_data(context));
    OCOP_TRY_ASSIGN(auto till, Till::open(context.directory, "ocop enrol", *context.clock, *context.randomness));
    OCOP_TRY_ASSIGN(const auto known, load_hub_settings(context.directory));
    OCOP_TRY_ASSIGN(const auto key, TillKey::load_or_create(context.directory.key()));
    OCOP_TRY_ASSIGN(auto settings,
                    enrol({address, code, till.journal().head().till, key.public_key(), program}, over_http()));
    const auto unsent = count_unsent(till.journal());
    if (known && known->hub_id != settings.hub_id && unsent > 0)
        return fail(ErrorKind::refused, "error.enrol_unsent", {{"count", std::to_string(unsent)}});
    OCOP_TRY(save_hub_settings(context.directory, settings));
    return settings;
}

// Here, or by the kiosk that holds the data directory, once nobody is at its screen.
Result<CarriedIn> carry_in_here_or_there(const CommandContext& context, const HubSettings& hub,
                                         const std::filesystem::path& folder) {
    auto till = Till::open(context.directory, "ocop carry in", *context.clock, *context.randomness);
    if (till) {
        OwnTill own(*till, *context.clock, *context.randomness);
        return carry_in(*till, own, hub, {folder});
    }
    if (till.error().kind == ErrorKind::busy) OCOP_TRY(store_carried_release(context.directory, {folder}));
    OCOP_TRY_ASSIGN(const auto answer,
                    ask_if_busy(context, till.error(),
                                {{"do", "carry_in"}, {"folder", std::filesystem::absolute(folder).string()}}));
    return CarriedIn{answer.value("acknowledged", std::int64_t{0}), answer.value("unsent", std::int64_t{0}),
                     answer.value("release", std::string())};
}

nlohmann::json to_json(const SyncStatus& status) {
    nlohmann::json object{{"settled", status.settled}, {"unsent", status.unsent}, {"reached", status.reached}};
    if (status.problem) object["problem"] = status.problem->key;
    return object;
}

// The problem that ended a run, or nothing when it is settled or was asked to stop.
std::optional<Error> run_engine(SyncEngine& engine, const Clock& clock, bool once, StopSignals& stop) {
    int failures = 0;
    for (;;) {
        const auto next = engine.step();
        const auto& status = engine.status();
        if (once && status.settled) return std::nullopt;
        if (status.problem && once && (++failures >= tries_of_once || status.problem->kind == ErrorKind::refused))
            return status.problem;
        const auto pause = std::max<std::int64_t>(0, next.milliseconds - clock.monotonic().milliseconds);
        if (stop.wait(pause)) return std::nullopt;
    }
}

} // namespace

int run_enrol(const CommandContext& context, const std::string& address, const std::string& code) {
    const auto settings = enrol_here(context, address, code);
    if (!settings) return context.report(settings.error());
    context.print(context.language->format("cli.enrolled", {{"hub", settings->url}}),
                  {{"hub", settings->url}, {"hub_id", settings->hub_id}, {"till_id", settings->till_id}});
    return 0;
}

int run_sync(const CommandContext& context, bool once) {
    StopSignals stop;
    const auto hub = require_hub(context);
    if (!hub) return context.report(hub.error());
    auto till = Till::open(context.directory, "ocop sync", *context.clock, *context.randomness);
    if (!till) return context.report(till.error());
    const auto key = TillKey::load_or_create(context.directory.key());
    if (!key) return context.report(key.error());
    HttpOptions options;
    options.url = hub->url;
    options.ca_pem = hub->ca_pem;
    options.credential = hub->credential;
    HttpConnection connection(options);
    OwnTill own(*till, *context.clock, *context.randomness);
    SyncEngine engine(
        {context.directory, *hub, *key, &connection, &own, own.events(), context.clock, context.randomness});
    const auto problem = run_engine(engine, *context.clock, once, stop);
    if (problem) {
        if (context.json) context.print({}, to_json(engine.status()));
        return context.report(*problem);
    }
    context.print(context.language->format("cli.synced", {{"count", std::to_string(engine.status().unsent)}}),
                  to_json(engine.status()));
    return 0;
}

int run_carry_out(const CommandContext& context, const std::filesystem::path& folder) {
    const auto hub = require_hub(context);
    if (!hub) return context.report(hub.error());
    const auto key = TillKey::load_or_create(context.directory.key());
    if (!key) return context.report(key.error());
    const auto carried = carry_out(context.directory, *hub, *key, {folder});
    if (!carried) return context.report(carried.error());
    context.print(carried->entries == 0
                      ? context.language->format("cli.carried_nothing", {})
                      : context.language->format("cli.carried_out", {{"count", std::to_string(carried->entries)},
                                                                     {"file", carried->file.string()}}),
                  {{"entries", carried->entries}, {"file", carried->file.string()}});
    return 0;
}

int run_carry_in(const CommandContext& context, const std::filesystem::path& folder) {
    const auto hub = require_hub(context);
    if (!hub) return context.report(hub.error());
    const auto carried = carry_in_here_or_there(context, *hub, folder);
    if (!carried) return context.report(carried.error());
    const nlohmann::json object{
        {"acknowledged", carried->acknowledged}, {"unsent", carried->unsent}, {"release", carried->release}};
    context.print(context.language->format("cli.carried_in", {{"count", std::to_string(carried->acknowledged)},
                                                              {"unsent", std::to_string(carried->unsent)}}),
                  object);
    if (!carried->release.empty() && !context.json)
        context.print(context.language->format("cli.carried_release", {{"release", carried->release}}), object);
    return 0;
}

} // namespace ocop
