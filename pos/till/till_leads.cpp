// Enquiries and their erasure, and who may read them.
#include "pos/leads/lead_projection.h"
#include "pos/text/nfc.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

using nlohmann::json;

// A disk that fails while reading has changed nothing.
Result<Lead> find_lead(Database& database, const std::string& id) {
    try {
        return read_lead(database, id);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Person composed(const Person& person) {
    return {to_nfc(person.name), to_nfc(person.company), to_nfc(person.phone), to_nfc(person.email),
            to_nfc(person.message)};
}

Result<std::vector<OverdueLead>> find_overdue(Database& database, Day today) {
    try {
        return read_overdue_leads(database, today);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

std::string collector_of(const BoothSettings& booth) {
    if (booth.fair_name.empty()) return booth.shop_name;
    return booth.shop_name.empty() ? booth.fair_name : booth.shop_name + " · " + booth.fair_name;
}

} // namespace

// Keys that cannot be read leave the till without readers: no enquiries, but selling goes on.
void Till::load_readers() {
    readers_.reset();
    auto row = journal_.database().prepare("SELECT value FROM till_state WHERE name = 'readers'");
    if (!row.step()) return;
    if (auto readers = readers_from_json(json::parse(row.text(0), nullptr, false))) readers_ = *readers;
}

Result<> Till::set_readers(const Readers& readers) {
    OCOP_TRY(append(kind::readers_set, readers_to_json(readers)));
    readers_ = readers;
    return {};
}

Result<Lead> Till::record_lead(const Enquiry& enquiry) {
    OCOP_TRY(still_sound());
    if (auto stored = find_lead(journal_.database(), enquiry.id); stored || stored.error().kind != ErrorKind::not_found)
        return stored;
    OCOP_TRY(check_enquiry(enquiry));
    if (!readers_) return fail(ErrorKind::refused, "error.no_readers");
    Lead lead;
    lead.id = enquiry.id;
    lead.reason = enquiry.reason;
    for (const auto& sku : enquiry.products) {
        const auto* product = catalogue_->find(sku);
        if (product == nullptr) return fail(ErrorKind::not_found, "error.unknown_product", {{"sku", sku.text()}});
        lead.products.push_back({sku, product->name.in("vi")});
    }
    lead.volume = enquiry.volume;
    lead.needed = enquiry.needed;
    lead.language = enquiry.language;
    lead.consents = enquiry.consents;
    for (auto& consent : lead.consents)
        consent.text = to_nfc(consent.text);
    lead.collector = to_nfc(collector_of(booth_));
    lead.keep_until = add_months(business_date(), months_kept);
    const auto sealed =
        seal_person(lead.id, person_to_json(composed(enquiry.person)), readers_->all(), *clock_, *randomness_);
    lead.person = sealed.row.id;
    lead.commitment = sealed.commitment;
    // Visitors are real whatever staff are learning.
    const EntryDraft draft{kind::lead, lead.id, business_date(), false, {}};
    OCOP_TRY_ASSIGN(const auto entry, journal_.append(draft, lead_to_json(lead),
                                                      [&](Database& database) { store_person(database, sealed.row); }));
    lead.recorded_at = entry.header.recorded_at;
    return lead;
}

Result<> Till::require_active(const StaffId& member) const {
    const auto active = std::any_of(staff_.begin(), staff_.end(),
                                    [&](const StaffMember& known) { return known.id == member && known.active; });
    if (!active) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", member.text()}});
    return {};
}

Result<Erased> Till::erase_lead(const std::string& lead_id, const StaffId& by) {
    OCOP_TRY(still_sound());
    OCOP_TRY(require_active(by));
    OCOP_TRY_ASSIGN(const auto lead, find_lead(journal_.database(), lead_id));
    Erased erased{!lead.erased, false};
    if (erased.now) OCOP_TRY(append_erasure({{"lead", lead.id}, {"person", lead.person}, {"staff", by.text()}}));
    // The log still holds the pages as they were: only the checkpoint ends them.
    OCOP_TRY(journal_.checkpoint());
    erased.file_clean = journal_.database().wal_bytes() == 0;
    return erased;
}

Result<std::size_t> Till::erase_overdue_leads(const std::optional<StaffId>& by) {
    OCOP_TRY(still_sound());
    if (by) OCOP_TRY(require_active(*by));
    OCOP_TRY_ASSIGN(const auto overdue, find_overdue(journal_.database(), day_of(clock_->now())));
    for (const auto& [lead, person] : overdue) {
        json body{{"lead", lead}, {"person", person}, {"reason", "overdue"}};
        if (by) body["staff"] = by->text();
        OCOP_TRY(append_erasure(body));
    }
    if (!overdue.empty()) OCOP_TRY(journal_.checkpoint());
    return overdue.size();
}

Result<> Till::append_erasure(const json& body) {
    const EntryDraft draft{kind::erasure, make_uuid_v7(clock_->now(), *randomness_), business_date(), false, {}};
    OCOP_TRY(journal_.append(
        draft, body, [&](Database& database) { erase_person(database, body.at("person").get<std::string>()); }));
    return {};
}

} // namespace ocop
