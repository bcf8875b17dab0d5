#include "pos/till/till.h"

#include "pos/catalogue/release.h"
#include "pos/till/sale_search.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string_view>
#include <utility>

namespace ocop {
namespace {

using nlohmann::json;

std::string state_of(Database& database, const char* name) {
    auto& row = database.cached("SELECT value FROM till_state WHERE name = ?").bind_all(name);
    auto value = row.step() ? row.text(0) : std::string();
    row.reset();
    return value;
}

// What stays true when the training is over.
bool concerns_the_till(std::string_view kind) {
    return kind == kind::staff_set || kind == kind::booth_set || kind == kind::readers_set ||
           kind == kind::release_adopted;
}

// Reads of the owning thread: a disk that fails here has changed nothing.
template <class Read>
auto guarded(Read read) -> decltype(read()) {
    try {
        return read();
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

} // namespace

Till::Till(Journal journal, Clock& clock, Randomness& randomness)
    : journal_(std::move(journal)), clock_(&clock), randomness_(&randomness) {}

Result<Till> Till::open(const DataDirectory& directory, const std::string& program, Clock& clock,
                        Randomness& randomness, JournalOptions options) {
    OCOP_TRY_ASSIGN(auto journal, Journal::open(directory, program, clock, randomness, std::move(options)));
    Till till(std::move(journal), clock, randomness);
    OCOP_TRY(till.load());
    return till;
}

Result<Till> Till::create(const DataDirectory& directory, const std::string& program, const std::string& till_code,
                          Clock& clock, Randomness& randomness, JournalOptions options) {
    OCOP_TRY_ASSIGN(auto journal,
                    Journal::create(directory, program, till_code, clock, randomness, std::move(options)));
    Till till(std::move(journal), clock, randomness);
    OCOP_TRY(till.load());
    return till;
}

Result<> Till::load() {
    return guarded([&]() -> Result<> {
        auto& database = journal_.database();
        staff_.clear();
        auto people = database.prepare("SELECT body FROM staff ORDER BY id");
        while (people.step()) {
            OCOP_TRY_ASSIGN(auto member, staff_from_json(json::parse(people.text(0))));
            staff_.push_back(std::move(member));
        }
        if (const auto booth = state_of(database, "booth"); !booth.empty()) {
            OCOP_TRY_ASSIGN(booth_, booth_from_json(json::parse(booth)));
        }
        load_readers();
        load_usage();
        load_pins();
        OCOP_TRY(load_shifts());
        return load_release();
    });
}

Result<> Till::load_release() {
    const auto manifest_sha256 = state_of(journal_.database(), "release_manifest");
    if (manifest_sha256.empty()) {
        catalogue_ = std::make_shared<const Catalogue>();
        return {};
    }
    OCOP_TRY_ASSIGN(release_, load_manifest(journal_.directory(), manifest_sha256));
    OCOP_TRY_ASSIGN(auto catalogue, load_catalogue(journal_.directory(), release_));
    catalogue_ = std::make_shared<const Catalogue>(std::move(catalogue));
    return {};
}

Day Till::business_date() const {
    return shift_ ? shift_->business_date : day_of(clock_->now());
}

Result<Entry> Till::append(const char* kind, const json& body) {
    EntryDraft draft;
    draft.kind = kind;
    draft.id = make_uuid_v7(clock_->now(), *randomness_);
    draft.business_date = business_date();
    draft.training = shift_ && shift_->training && !concerns_the_till(kind);
    return journal_.append(draft, body);
}

Result<> Till::adopt_release(const ReleaseId& release, const std::string& manifest_sha256) {
    OCOP_TRY_ASSIGN(auto manifest, load_manifest(journal_.directory(), manifest_sha256));
    if (manifest.release != release)
        return fail(ErrorKind::refused, "error.release_broken", {{"release", release.text()}, {"why", "release"}});
    OCOP_TRY_ASSIGN(auto catalogue, load_catalogue(journal_.directory(), manifest));
    OCOP_TRY(append(kind::release_adopted, {{"release", release.text()}, {"manifest_sha256", manifest_sha256}}));
    release_ = std::move(manifest);
    catalogue_ = std::make_shared<const Catalogue>(std::move(catalogue));
    return {};
}

Result<> Till::set_staff(const StaffMember& member) {
    if (member.id.empty() || member.name.empty() || member.pin_hash.empty())
        return fail(ErrorKind::refused, "error.staff_incomplete");
    OCOP_TRY(append(kind::staff_set, staff_to_json(member)));
    for (auto& known : staff_) {
        if (known.id == member.id) {
            known = member;
            return {};
        }
    }
    staff_.push_back(member);
    return {};
}

Result<> Till::set_booth(const BoothSettings& settings) {
    OCOP_TRY(append(kind::booth_set, booth_to_json(settings)));
    booth_ = settings;
    return {};
}

Result<> Till::receive(const std::vector<IntakeLine>& lines, const StaffId& by) {
    json rows = json::array();
    for (const auto& line : lines) {
        const auto* product = catalogue_->find(line.sku);
        if (product == nullptr) return fail(ErrorKind::not_found, "error.unknown_product", {{"sku", line.sku.text()}});
        if (line.quantity.thousandths <= 0)
            return fail(ErrorKind::refused, "error.quantity", {{"product", product->name.in("vi")}});
        rows.push_back({{"sku", line.sku.text()},
                        {"quantity", line.quantity.thousandths},
                        {"lot", line.lot},
                        {"best_before", line.best_before}});
    }
    OCOP_TRY(append(kind::intake, {{"lines", std::move(rows)}, {"staff", by.text()}}));
    return {};
}

// After an outcome that could not be read back there may be no database to read from.
Result<> Till::still_sound() const {
    if (journal_.suspect()) return fail(ErrorKind::unknown_outcome, "error.maybe_saved");
    return {};
}

Result<Sale> Till::complete_sale(const Cart& cart, const std::vector<Tender>& tenders, const StaffId& by,
                                 const Beside& beside) {
    OCOP_TRY(still_sound());
    if (auto stored = guarded([&] { return read_sale(journal_.database(), cart.sale_id); });
        stored || stored.error().kind != ErrorKind::not_found)
        return stored;
    if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
    SaleContext context;
    for (const auto& member : staff_)
        if (member.id == by && member.active) context.staff_name = member.name;
    if (context.staff_name.empty()) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", by.text()}});
    context.staff = by;
    context.shift = shift_->id;
    context.fair = booth_.fair;
    context.booth = booth_.booth;
    context.receipt = next_receipt();
    context.now = clock_->now();
    context.business_date = shift_->business_date;
    context.training = shift_->training;
    context.people = staff_;
    OCOP_TRY_ASSIGN(auto sale, complete(cart, tenders, *catalogue_, context));
    sale.id = cart.sale_id;
    const EntryDraft draft{kind::sale, cart.sale_id, context.business_date, context.training,
                           context.training ? Dong{} : sale.total};
    OCOP_TRY_ASSIGN(const auto entry, journal_.append(draft, sale_to_json(sale), beside));
    sale.sold_at = entry.header.recorded_at;
    return sale;
}

Quantity Till::stock_of(const Sku& sku) {
    auto& row = journal_.database().cached("SELECT quantity FROM stock WHERE sku = ?").bind_all(sku.text());
    const Quantity quantity{row.step() ? row.integer(0) : 0};
    row.reset();
    return quantity;
}

std::string Till::next_receipt() const {
    char counter[24];
    const auto& head = journal_.head();
    std::snprintf(counter, sizeof counter, "-%06lld", static_cast<long long>(head.receipt_counter) + 1);
    return head.till + head.series + counter;
}

Result<Sale> read_sale(Database& database, const std::string& sale_id) {
    OCOP_TRY_ASSIGN(const auto entry, stored_entry(database, kind::sale, sale_id));
    OCOP_TRY_ASSIGN(const auto body, body_of(entry));
    OCOP_TRY_ASSIGN(auto sale, sale_from_json(body));
    sale.id = entry.header.id;
    sale.sold_at = entry.header.recorded_at;
    sale.business_date = entry.header.business_date;
    sale.training = entry.header.training;
    return sale;
}

} // namespace ocop
