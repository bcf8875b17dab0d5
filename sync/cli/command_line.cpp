#include "sync/cli/command_line.h"

#include "pos/base/asset_root.h"
#include "pos/cli/adoption.h"
#include "pos/cli/import_command.h"
#include "pos/cli/journal_commands.h"
#include "pos/cli/label_command.h"
#include "pos/cli/lead_commands.h"
#include "pos/cli/report_commands.h"
#include "pos/cli/sell_command.h"
#include "pos/cli/shift_commands.h"
#include "sync/cli/network_commands.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>

namespace ocop {
namespace {

constexpr int usage_status = 2;

// Everything that options may set; each command reads its own part.
struct Options {
    std::string data;
    std::string language = "vi";
    bool json = false;

    std::string till_code = "Q1";
    bool demo = false;
    std::string path;
    bool check = false;
    std::string sale;
    std::string receipt_format = "text";
    std::int64_t shift = 0;
    ExportRequest report;
    LabelRequest labels;
    TransferRequest transfer;
    std::int64_t amount = 0;

    std::string lead;
    std::string staff;
    std::string unlock;

    std::string hub;
    std::string code;
    bool once = false;
};

using Command = std::function<int(const CommandContext&)>;

// Adds a subcommand that becomes the chosen one when it is named.
CLI::App* add(CLI::App& app, const std::string& name, const std::string& about, Command& chosen, Command command) {
    auto* sub = app.add_subcommand(name, about);
    sub->callback([&chosen, command = std::move(command)] { chosen = command; });
    return sub;
}

void add_journal_commands(CLI::App& app, Options& options, Command& chosen) {
    auto* init = add(app, "init", "create the data directory of a till", chosen,
                     [&](const CommandContext& context) { return run_init(context, options.till_code, options.demo); });
    init->add_flag("--demo", options.demo, "with catalogue, staff, fair and stock to play with");
    init->add_option("--till", options.till_code, "code printed on receipts");
    auto* import = add(app, "import", "take in a catalogue: folder, .zip, .xlsx or .csv", chosen,
                       [&](const CommandContext& context) { return run_import(context, options.path, options.check); });
    import->add_option("source", options.path)->required();
    import->add_flag("--check", options.check, "only report what is wrong");
    add(app, "rollback", "put the catalogue before the present one in force again", chosen, run_rollback);
    auto* sell = add(app, "sell", "ring up sales from a script", chosen,
                     [&](const CommandContext& context) { return run_sell(context, options.path); });
    sell->add_option("--script", options.path, "one JSON object a line; - is standard input")->required();
    add(app, "verify", "walk the chain and compare the tables", chosen, run_verify);
    add(app, "rebuild", "drop the tables and compute them again from the journal", chosen, run_rebuild);
    auto* backup = add(app, "backup", "copy the journal and read the copy back", chosen,
                       [&](const CommandContext& context) { return run_backup(context, options.path); });
    backup->add_option("path", options.path)->required();
    auto* folder = add(app, "backup-folder", "where every shift close is copied to; without a folder to a USB stick",
                       chosen, [&](const CommandContext& context) { return run_backup_folder(context, options.path); });
    folder->add_option("folder", options.path);
    auto* restore = add(app, "restore", "put a backup into an empty data directory", chosen,
                        [&](const CommandContext& context) { return run_restore(context, options.path); });
    restore->add_option("path", options.path)->required();
}

void add_report_commands(CLI::App& app, Options& options, Command& chosen) {
    auto* report = add(app, "export", "write sales to a spreadsheet", chosen,
                       [&](const CommandContext& context) { return run_export(context, options.report); });
    report->add_option("--format", options.report.format, "xlsx, csv, pdf or json")
        ->required()
        ->check(CLI::IsMember({"xlsx", "csv", "pdf", "json"}));
    report->add_option("--out", options.report.file)->required();
    report->add_option("--fair", options.report.fair);
    report->add_option("--from", options.report.from, "first business date, 2026-11-23");
    report->add_option("--to", options.report.to, "last business date");
    report->add_option("--producer", options.report.producer);
    auto* receipt = add(app, "receipt", "write the slip of a sale", chosen, [&](const CommandContext& context) {
        return run_receipt(context, options.sale, options.receipt_format, options.path);
    });
    receipt->add_option("sale", options.sale, "id or receipt number")->required();
    receipt->add_option("--format", options.receipt_format)->check(CLI::IsMember({"text", "png", "pdf", "escpos"}));
    receipt->add_option("--out", options.path)->required();
    auto* labels = add(app, "labels", "write price and shelf labels as sheets to print", chosen,
                       [&](const CommandContext& context) { return run_labels(context, options.labels); });
    labels->add_option("--sku", options.labels.products, "products; without it all that have a price");
    labels->add_option("--copies", options.labels.copies, "of each label")->check(CLI::Range(1, 999));
    labels->add_option("--out", options.labels.file, "a PDF of A4 sheets, 24 labels of 70 x 37 mm each")->required();
    auto* x_report =
        add(app, "x-report", "write the open shift's figures as a slip", chosen,
            [&](const CommandContext& context) { return run_x_report(context, options.receipt_format, options.path); });
    auto* z_report =
        add(app, "z-report", "write a closed shift's report as a slip", chosen, [&](const CommandContext& context) {
            return run_z_report(context, options.shift, options.receipt_format, options.path);
        });
    z_report->add_option("shift", options.shift, "number of the shift; without it the last one");
    for (auto* slip : {x_report, z_report}) {
        slip->add_option("--format", options.receipt_format)->check(CLI::IsMember({"text", "png", "pdf", "escpos"}));
        slip->add_option("--out", options.path)->required();
    }
    auto* vietqr =
        add(app, "vietqr", "print the content of a payment code", chosen, [&](const CommandContext& context) {
            if (options.amount != 0) options.transfer.amount = Dong{options.amount};
            return run_vietqr(context, options.transfer);
        });
    vietqr->add_option("--bank", options.transfer.bank_bin, "six digits")->required();
    vietqr->add_option("--account", options.transfer.account)->required();
    vietqr->add_option("--amount", options.amount, "whole đồng");
    vietqr->add_option("--purpose", options.transfer.purpose);
}

void add_lead_commands(CLI::App& app, Options& options, Command& chosen) {
    auto* leads = app.add_subcommand("leads", "wholesale enquiries of visitors");
    leads->require_subcommand(1);
    add(*leads, "list", "all enquiries; who asked only with a code", chosen, [&](const CommandContext& context) {
        return run_leads_list(context, options.unlock);
    })->add_option("--unlock", options.unlock, "unlock code or recovery code");
    auto* erase = add(*leads, "erase", "erase who asked", chosen, [&](const CommandContext& context) {
        return run_leads_erase(context, options.lead, options.staff);
    });
    erase->add_option("lead", options.lead)->required();
    erase->add_option("--staff", options.staff, "who erases")->required();
    add(*leads, "overdue", "erase everybody whose last day of keeping is over", chosen,
        [&](const CommandContext& context) { return run_leads_overdue(context, options.staff); })
        ->add_option("--staff", options.staff, "who erases")
        ->required();
    add(*leads, "keys", "make the keys of a till that has none", chosen, run_leads_keys);
}

void add_network_commands(CLI::App& app, Options& options, Command& chosen) {
    auto* enrol = add(app, "enrol", "join a hub, with the address and the code on its screen", chosen,
                      [&](const CommandContext& context) { return run_enrol(context, options.hub, options.code); });
    enrol->add_option("url", options.hub, "https://host:port#ca=...")->required();
    enrol->add_option("code", options.code)->required();
    auto* sync = add(app, "sync", "send the journal, take the catalogue", chosen,
                     [&](const CommandContext& context) { return run_sync(context, options.once); });
    sync->add_flag("--once", options.once, "end when nothing is left to do");
    auto* carry = app.add_subcommand("carry", "the same by a folder on a USB stick");
    carry->require_subcommand(1);
    add(*carry, "out", "write what the hub has not acknowledged", chosen,
        [&](const CommandContext& context) { return run_carry_out(context, options.path); })
        ->add_option("path", options.path)
        ->required();
    add(*carry, "in", "read the hub's answer and the catalogue", chosen,
        [&](const CommandContext& context) { return run_carry_in(context, options.path); })
        ->add_option("path", options.path)
        ->required();
}

// Part of the contract, served by a later version: status 2, nothing is pretended.
void add_later_commands(CLI::App& app, Command& chosen) {
    add(app, "settle", "comes with a later version", chosen, [](const CommandContext& context) {
        return context.report({ErrorKind::usage, "error.comes_later", {{"what", "settle"}}, {}});
    })->allow_extras();
}

} // namespace

int run_command_line(const std::vector<std::string>& arguments, Clock& clock, Randomness& randomness, std::ostream& out,
                     std::ostream& err) {
    Options options;
    Command chosen;
    CLI::App app("OCOP point of sale: catalogue, journal, exports", "ocop");
    app.require_subcommand(1);
    app.fallthrough(); // --data and --json may stand before or after the command
    app.add_option("--data", options.data, "data directory");
    app.add_option("--lang", options.language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
    app.add_flag("--json", options.json, "machine-readable output");
    add_journal_commands(app, options, chosen);
    add_report_commands(app, options, chosen);
    add_lead_commands(app, options, chosen);
    add_network_commands(app, options, chosen);
    add_later_commands(app, chosen);
    try {
        auto reversed = arguments;
        std::reverse(reversed.begin(), reversed.end()); // CLI11 takes its arguments last first
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, out, err) == 0 ? 0 : usage_status;
    }
    const auto assets = find_asset_root();
    if (!assets) {
        err << "ocop: " << assets.error().key << " " << assets.error().detail << std::endl;
        return exit_status(assets.error().kind);
    }
    const auto language = Language::load(*assets, options.language);
    if (!language) {
        err << "ocop: " << language.error().key << " " << language.error().detail << std::endl;
        return exit_status(language.error().kind);
    }
    CommandContext context{
        DataDirectory::choose(options.data), *assets, &*language, &clock, &randomness, &out, &err, options.json};
    try {
        return chosen(context);
    } catch (const std::exception& broken) { // a broken invariant: nothing more is done with this directory
        return context.report({ErrorKind::storage, "error.invariant", {}, broken.what()});
    }
}

} // namespace ocop
