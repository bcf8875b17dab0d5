#include "sync/hub/cli/hub_command_line.h"

#include "pos/base/asset_root.h"
#include "sync/hub/cli/admin_commands.h"
#include "sync/hub/cli/serve_command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>

namespace ocop {
namespace {

constexpr int usage_status = 2;

struct Options {
    std::string data;
    std::string language = "vi";
    bool json = false;
    ServeRequest serve;
    std::string path;
    std::string till;
};

using Command = std::function<int(const HubContext&)>;

CLI::App* add(CLI::App& app, const std::string& name, const std::string& about, Command& chosen, Command command) {
    auto* sub = app.add_subcommand(name, about);
    sub->callback([&chosen, command = std::move(command)] { chosen = command; });
    return sub;
}

void add_commands(CLI::App& app, Options& options, Command& chosen) {
    auto* serve = add(app, "serve", "receive journals and publish the catalogue", chosen,
                      [&](const HubContext& context) { return run_serve(context, options.serve); });
    serve->add_option("--listen", options.serve.listen,
                      "numeric ADDRESS:PORT (HTTPS), or http://127.0.0.1:PORT for this machine alone");
    serve->add_option("--name", options.serve.names, "further host name or address that tills use");
    auto* admin = app.add_subcommand("admin", "ask the hub, running or not");
    admin->require_subcommand(1);
    add(*admin, "code", "one-time code that enrols a till", chosen, run_admin_code);
    add(*admin, "tills", "tills, what arrived of them, and what is odd", chosen, run_admin_tills);
    auto* import = add(app, "import", "publish a catalogue, or take in the journals of a USB stick", chosen,
                       [&](const HubContext& context) { return run_hub_import(context, options.path); });
    import->add_option("source", options.path, "catalogue (folder, .zip, .xlsx) or folder of ocop carry")->required();
    auto* revoke = add(app, "revoke", "take a till's credential back", chosen,
                       [&](const HubContext& context) { return run_revoke(context, options.till); });
    revoke->add_option("till", options.till, "till id or till code")->required();
    for (const char* name : {"backup", "restore", "promote"})
        add(app, name, "comes with a later version", chosen, [name](const HubContext& context) {
            return context.report({ErrorKind::usage, "error.comes_later", {{"what", name}}, {}});
        })->allow_extras();
}

// "sqlite:PATH" names the file of the store; the empty text is hub.db of the data directory.
Result<std::filesystem::path> store_file(const std::string& store) {
    constexpr std::string_view scheme = "sqlite:";
    if (store.empty()) return std::filesystem::path();
    if (store.compare(0, scheme.size(), scheme) == 0) return std::filesystem::path(store.substr(scheme.size()));
    if (store.compare(0, 11, "postgresql:") == 0)
        return fail(ErrorKind::usage, "error.comes_later", {{"what", "--store postgresql"}});
    return fail(ErrorKind::usage, "error.option", {{"option", "--store"}, {"value", store}});
}

} // namespace

int run_hub_command_line(const std::vector<std::string>& arguments, Clock& clock, Randomness& randomness,
                         std::ostream& out, std::ostream& err) {
    Options options;
    Command chosen;
    std::string store;
    CLI::App app("OCOP hub: journals in, catalogue out", "ocop-hub");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--data", options.data, "data directory");
    app.add_option("--store", store, "sqlite:PATH");
    app.add_option("--lang", options.language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
    app.add_flag("--json", options.json, "machine-readable output");
    add_commands(app, options, chosen);
    try {
        auto reversed = arguments;
        std::reverse(reversed.begin(), reversed.end()); // CLI11 takes its arguments last first
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, out, err) == 0 ? 0 : usage_status;
    }
    const auto assets = find_asset_root();
    const auto language = assets ? Language::load(*assets, options.language) : Result<Language>(fail(assets.error()));
    if (!language) {
        err << "ocop-hub: " << language.error().key << " " << language.error().detail << std::endl;
        return exit_status(language.error().kind);
    }
    const auto directory = HubDirectory::choose(options.data);
    HubContext context{
        {directory.files, *assets, &*language, &clock, &randomness, &out, &err, options.json, "ocop-hub"},
        directory,
        {}};
    const auto file = store_file(store);
    if (!file) return context.report(file.error());
    context.database = file->empty() ? directory.database() : *file;
    try {
        return chosen(context);
    } catch (const std::exception& broken) { // a broken invariant: nothing more is done with this directory
        return context.report({ErrorKind::storage, "error.invariant", {}, broken.what()});
    }
}

} // namespace ocop
