#include "pos/cli/journal_commands.h"

#include "pos/cli/demo_data.h"
#include "pos/journal/backup.h"
#include "pos/journal/journal.h"
#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct CreatedTill {
    std::size_t products = 0;
    NewReaders readers;
};

Result<CreatedTill> create_till(const CommandContext& context, const std::string& till_code, bool demo) {
    OCOP_TRY_ASSIGN(auto till,
                    Till::create(context.directory, "ocop init", till_code, *context.clock, *context.randomness));
    OCOP_TRY_ASSIGN(auto readers,
                    create_readers(context.directory.reader_key(), demo ? demo_unlock_code : "", *context.randomness));
    OCOP_TRY(till.set_readers(readers.readers));
    if (demo) OCOP_TRY(fill_with_demo(till, context.asset_root));
    OCOP_TRY(till.journal().checkpoint());
    return CreatedTill{till.catalogue()->products().size(), std::move(readers)};
}

Result<JournalHead> restore_from(const CommandContext& context, const DataDirectory& source) {
    if (context.directory.exists())
        return fail(ErrorKind::refused, "error.data_exists", {{"folder", context.directory.root.string()}});
    if (!source.exists()) return fail(ErrorKind::not_found, "error.no_data", {{"folder", source.root.string()}});
    OCOP_TRY(context.directory.create());
    OCOP_TRY(copy_checked(source, context.directory));
    OCOP_TRY_ASSIGN(auto till, Till::open(context.directory, "ocop restore", *context.clock, *context.randomness));
    OCOP_TRY(till.journal().begin_lineage("restored", *context.randomness));
    return till.journal().head();
}

} // namespace

int run_init(const CommandContext& context, const std::string& till_code, bool demo) {
    const auto created = create_till(context, till_code, demo);
    if (!created) return context.report(created.error());
    const auto& language = *context.language;
    const auto& readers = created->readers;
    context.print(
        language.format("cli.init_done", {{"folder", context.directory.root.string()},
                                          {"products", std::to_string(created->products)}}) +
            "\n" +
            language.format("leads.codes", {{"unlock", readers.unlock_code}, {"recovery", readers.recovery_code}}),
        {{"folder", context.directory.root.string()},
         {"products", created->products},
         {"unlock_code", readers.unlock_code},
         {"recovery_code", readers.recovery_code}});
    return 0;
}

int run_verify(const CommandContext& context) {
    const auto report = verify(context.directory);
    if (!report) return context.report(report.error());
    json object{{"sound", report->sound()},
                {"entries", report->entries},
                {"lineage", report->lineage},
                {"head", to_hex(report->head)},
                {"perpetual_total", report->perpetual_total.amount}};
    std::string text;
    const auto& language = *context.language;
    if (report->sound())
        text = language.format("cli.verify_sound",
                               {{"entries", std::to_string(report->entries)}, {"head", to_hex(report->head)}});
    if (report->first_bad_seq) {
        object["first_bad_seq"] = *report->first_bad_seq;
        object["reason"] = report->reason;
        text += language.format("cli.verify_broken", {{"seq", std::to_string(*report->first_bad_seq)},
                                                      {"reason", language.text(report->reason)}});
    }
    for (const auto& table : report->different_tables) {
        object["different_tables"].push_back(table);
        text += (text.empty() ? "" : "\n") + language.format("cli.verify_table", {{"table", table}});
    }
    if (report->database_fault) {
        object["database_fault"] = *report->database_fault;
        text +=
            (text.empty() ? "" : "\n") + language.format("cli.verify_database", {{"fault", *report->database_fault}});
    }
    context.print(text, object);
    return report->sound() ? 0 : 1;
}

int run_rebuild(const CommandContext& context) {
    const auto rebuilt = [&]() -> Result<std::int64_t> {
        OCOP_TRY_ASSIGN(auto journal,
                        Journal::open(context.directory, "ocop rebuild", *context.clock, *context.randomness));
        try {
            rebuild_projections(journal.database());
        } catch (const StorageFailure& failure) {
            return fail(ErrorKind::storage, "error.storage", {}, failure.what());
        }
        OCOP_TRY(journal.checkpoint());
        return journal.head().position;
    }();
    if (!rebuilt) return context.report(rebuilt.error());
    context.print(context.language->format("cli.rebuilt", {{"entries", std::to_string(*rebuilt)}}),
                  {{"entries", *rebuilt}});
    return 0;
}

int run_backup(const CommandContext& context, const fs::path& target) {
    const auto copied = [&]() -> Result<VerifyReport> {
        if (!context.directory.exists())
            return fail(ErrorKind::not_found, "error.no_data", {{"folder", context.directory.root.string()}});
        const DataDirectory copy{target};
        if (copy.exists()) return fail(ErrorKind::refused, "error.data_exists", {{"folder", target.string()}});
        return copy_checked(context.directory, copy);
    }();
    if (!copied) return context.report(copied.error());
    context.print(context.language->format("cli.backup_done",
                                           {{"entries", std::to_string(copied->entries)}, {"folder", target.string()}}),
                  {{"entries", copied->entries}, {"folder", target.string()}, {"head", to_hex(copied->head)}});
    return 0;
}

int run_backup_folder(const CommandContext& context, const fs::path& folder) {
    const auto kept = [&]() -> Result<> {
        const auto chosen = folder.empty() ? std::string() : fs::absolute(folder).string();
        if (!chosen.empty() && !find_backup_place(chosen, {}))
            return fail(ErrorKind::refused, "error.backup_folder", {{"folder", chosen}});
        OCOP_TRY_ASSIGN(auto journal,
                        Journal::open(context.directory, "ocop backup-folder", *context.clock, *context.randomness));
        return chosen.empty() ? journal.clear_local(backup_folder_name) : journal.set_local(backup_folder_name, chosen);
    }();
    if (!kept) return context.report(kept.error());
    context.print(folder.empty() ? context.language->text("cli.backup_to_stick")
                                 : context.language->format("cli.backup_to_folder", {{"folder", folder.string()}}),
                  {{"folder", folder.string()}});
    return 0;
}

int run_restore(const CommandContext& context, const fs::path& source) {
    const auto head = restore_from(context, DataDirectory{source});
    if (!head) return context.report(head.error());
    context.print(context.language->format("cli.restore_done",
                                           {{"entries", std::to_string(head->position)}, {"series", head->series}}),
                  {{"entries", head->position}, {"series", head->series}});
    return 0;
}

} // namespace ocop
