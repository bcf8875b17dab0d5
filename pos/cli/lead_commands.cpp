#include "pos/cli/lead_commands.h"

#include "pos/cli/holder_request.h"
#include "pos/leads/lead_projection.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace ocop {
namespace {

using nlohmann::json;

struct ListedLead {
    Lead lead;
    std::optional<Person> person; // locked or erased: none
};

Result<Readers> readers_of(Database& database) {
    auto row = database.prepare("SELECT value FROM till_state WHERE name = 'readers'");
    if (!row.step()) return fail(ErrorKind::not_found, "error.no_readers");
    return readers_from_json(json::parse(row.text(0), nullptr, false));
}

Result<std::optional<Person>> person_of(Database& database, const Lead& lead, const ReaderKey& key) {
    for (const auto& row : persons_of(database, lead.id)) {
        if (row.id != lead.person) continue;
        OCOP_TRY_ASSIGN(const auto fields, open_committed_person(row, key, lead.commitment));
        return std::optional<Person>(person_from_json(fields));
    }
    return std::optional<Person>();
}

Result<std::vector<ListedLead>> list_leads(const CommandContext& context, const std::string& unlock_code) {
    if (!context.directory.exists())
        return fail(ErrorKind::not_found, "error.no_data", {{"folder", context.directory.root.string()}});
    try {
        auto database = Database::open_reader(context.directory.journal());
        std::optional<ReaderKey> key;
        if (!unlock_code.empty()) {
            OCOP_TRY_ASSIGN(const auto readers, readers_of(database));
            OCOP_TRY_ASSIGN(key, unlock_reader(context.directory.reader_key(), readers, unlock_code));
        }
        std::vector<ListedLead> listed;
        for (auto& lead : read_leads(database)) {
            ListedLead row{std::move(lead), {}};
            if (key) {
                OCOP_TRY_ASSIGN(row.person, person_of(database, row.lead, *key));
            }
            listed.push_back(std::move(row));
        }
        return listed;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

json json_of(const ListedLead& listed) {
    const auto& lead = listed.lead;
    auto object = lead_to_json(lead);
    object.erase("commitment");
    object["id"] = lead.id;
    object["recorded_at"] = iso_time(lead.recorded_at);
    object["erased"] = lead.erased;
    object["person"] = listed.person ? person_to_json(*listed.person) : json();
    return object;
}

std::string products_of(const Lead& lead) {
    std::string names;
    for (const auto& product : lead.products)
        names += (names.empty() ? "" : ", ") + product.name;
    return names;
}

std::string text_of(const ListedLead& listed, const Language& language) {
    const auto& lead = listed.lead;
    const auto said = [&](const std::string& group, const std::string& word) {
        return language.text(word.empty() ? "leads.unsaid" : group + word);
    };
    auto text = language.format("leads.line", {{"id", lead.id},
                                               {"time", iso_time(lead.recorded_at)},
                                               {"products", products_of(lead)},
                                               {"volume", said("leads.volume.", to_text(lead.volume))},
                                               {"needed", said("leads.needed.", to_text(lead.needed))},
                                               {"keep_until", lead.keep_until.iso()}});
    if (lead.erased) return text + "\n  " + language.text("leads.erased");
    if (!listed.person) return text + "\n  " + language.text("leads.locked");
    const auto& person = *listed.person;
    return text + "\n  " +
           language.format("leads.person", {{"name", person.name},
                                            {"company", person.company},
                                            {"phone", person.phone},
                                            {"email", person.email},
                                            {"message", person.message}});
}

Result<Erased> erase(const CommandContext& context, const std::string& lead, const std::string& staff) {
    auto till = Till::open(context.directory, "ocop leads", *context.clock, *context.randomness);
    if (till) return till->erase_lead(lead, StaffId(staff));
    OCOP_TRY_ASSIGN(const auto answer,
                    ask_if_busy(context, till.error(), {{"do", "erase_lead"}, {"lead", lead}, {"staff", staff}}));
    return Erased{answer.value("erased_now", false), answer.value("file_clean", false)};
}

Result<std::size_t> erase_overdue(const CommandContext& context, const std::string& staff) {
    auto till = Till::open(context.directory, "ocop leads", *context.clock, *context.randomness);
    if (till) return till->erase_overdue_leads(StaffId(staff));
    OCOP_TRY_ASSIGN(const auto answer, ask_if_busy(context, till.error(), {{"do", "erase_overdue"}, {"staff", staff}}));
    return answer.value("erased", std::size_t{0});
}

Result<NewReaders> make_keys(const CommandContext& context) {
    OCOP_TRY_ASSIGN(auto till, Till::open(context.directory, "ocop leads", *context.clock, *context.randomness));
    const auto file = context.directory.reader_key();
    if (till.readers()) return fail(ErrorKind::refused, "error.readers_exist", {{"file", file.string()}});
    OCOP_TRY_ASSIGN(auto made, create_readers(file, {}, *context.randomness));
    OCOP_TRY(till.set_readers(made.readers));
    OCOP_TRY(till.journal().checkpoint());
    return made;
}

} // namespace

int run_leads_list(const CommandContext& context, const std::string& unlock_code) {
    const auto leads = list_leads(context, unlock_code);
    if (!leads) return context.report(leads.error());
    auto objects = json::array();
    std::string text;
    for (const auto& lead : *leads) {
        objects.push_back(json_of(lead));
        text += text_of(lead, *context.language) + "\n";
    }
    text += context.language->format("leads.count", {{"count", std::to_string(leads->size())}});
    context.print(text, objects);
    return 0;
}

int run_leads_erase(const CommandContext& context, const std::string& lead, const std::string& staff) {
    const auto erased = erase(context, lead, staff);
    if (!erased) return context.report(erased.error());
    const auto& language = *context.language;
    const auto& said = language.text(erased->now ? "leads.erase_done" : "leads.erased_before");
    context.print(erased->file_clean ? said : said + " " + language.text("leads.file_not_clean"),
                  {{"lead", lead}, {"erased_now", erased->now}, {"file_clean", erased->file_clean}});
    return 0;
}

int run_leads_overdue(const CommandContext& context, const std::string& staff) {
    const auto count = erase_overdue(context, staff);
    if (!count) return context.report(count.error());
    context.print(context.language->format("leads.overdue_done", {{"count", std::to_string(*count)}}),
                  {{"erased", *count}});
    return 0;
}

int run_leads_keys(const CommandContext& context) {
    const auto made = make_keys(context);
    if (!made) return context.report(made.error());
    context.print(
        context.language->format("leads.codes", {{"unlock", made->unlock_code}, {"recovery", made->recovery_code}}),
        {{"unlock_code", made->unlock_code}, {"recovery_code", made->recovery_code}});
    return 0;
}

} // namespace ocop
