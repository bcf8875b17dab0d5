#include "pos/journal/journal.h"

#include "pos/journal/high_water.h"
#include "pos/journal/projections.h"
#include "pos/store/wal_tail.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ocop {
namespace {

Error storage_error(const StorageFailure& failure) {
    return Error{ErrorKind::storage, "error.storage", {}, failure.what()};
}

std::int64_t counter_of(const std::string& receipt) {
    const auto dash = receipt.rfind('-');
    return dash == std::string::npos ? 0 : std::stoll(receipt.substr(dash + 1));
}

Hash hash_column(const Statement& row, int column) {
    const auto bytes = row.bytes(column);
    Hash hash{};
    if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace

std::vector<Entry> read_entries(Database& database, const std::string& lineage, std::int64_t from, std::int64_t limit) {
    std::vector<Entry> entries;
    auto rows = database.prepare("SELECT bytes FROM entry WHERE lineage = ? AND seq >= ? ORDER BY seq LIMIT ?");
    rows.bind_all(lineage, from, limit);
    while (rows.step()) {
        auto entry = read_entry(rows.text(0));
        if (!entry) throw StorageFailure(0, "a stored entry cannot be read: " + entry.error().detail);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

std::vector<std::string> read_lineages(Database& database) {
    std::vector<std::string> lineages;
    auto rows = database.prepare("SELECT lineage FROM entry GROUP BY lineage ORDER BY min(position)");
    while (rows.step())
        lineages.push_back(rows.text(0));
    return lineages;
}

JournalHead read_head(Database& database) {
    JournalHead head;
    auto last = database.prepare("SELECT bytes, hash, position FROM entry ORDER BY position DESC LIMIT 1");
    if (last.step()) {
        const auto entry = read_entry(last.text(0));
        if (!entry) throw StorageFailure(0, "the last entry cannot be read: " + entry.error().detail);
        head.till = entry->header.till;
        head.lineage = entry->header.lineage;
        head.seq = entry->header.seq;
        head.perpetual_total = entry->header.perpetual_total;
        head.recorded_at = entry->header.recorded_at;
        head.hash = hash_column(last, 1);
        head.position = last.integer(2);
    }
    auto state = database.prepare("SELECT name, value FROM till_state WHERE name IN ('series', 'receipt')");
    while (state.step()) {
        if (state.text(0) == "series") head.series = state.text(1);
        if (state.text(0) == "receipt") head.receipt_counter = counter_of(state.text(1));
    }
    return head;
}

Journal::Journal(DataDirectory directory, WriterLock lock, Clock& clock, JournalOptions options)
    : directory_(std::move(directory)), lock_(std::move(lock)), clock_(&clock), options_(std::move(options)) {}

Result<Journal> Journal::open(const DataDirectory& directory, const std::string& program, Clock& clock,
                              Randomness& randomness, JournalOptions options) {
    if (!directory.exists()) return fail(ErrorKind::not_found, "error.no_data", {{"folder", directory.root.string()}});
    OCOP_TRY_ASSIGN(auto lock, WriterLock::acquire(directory, program));
    const bool log_damaged = wal_has_unreadable_frames(directory.journal());
    Journal journal(directory, std::move(lock), clock, std::move(options));
    OCOP_TRY(journal.reopen());
    if (journal.head_.seq == 0)
        return fail(ErrorKind::not_found, "error.no_data", {{"folder", directory.root.string()}}, "no first entry");
    const auto high = read_high_water(directory);
    if (high && high->lineage == journal.head_.lineage && high->seq > journal.head_.seq)
        OCOP_TRY(journal.begin_lineage("older_copy", randomness));
    else if (log_damaged) {
        OCOP_TRY(journal.begin_lineage("damaged_log", randomness));
        OCOP_TRY(journal.checkpoint()); // the damaged log is found once
    }
    return journal;
}

Result<Journal> Journal::create(const DataDirectory& directory, const std::string& program, const std::string& till,
                                Clock& clock, Randomness& randomness, JournalOptions options) {
    OCOP_TRY(directory.create());
    OCOP_TRY_ASSIGN(auto lock, WriterLock::acquire(directory, program));
    Journal journal(directory, std::move(lock), clock, std::move(options));
    OCOP_TRY(journal.reopen());
    if (journal.head_.seq != 0)
        return fail(ErrorKind::refused, "error.data_exists", {{"folder", directory.root.string()}});
    journal.head_.till = till;
    journal.head_.lineage = random_hex(16, randomness);
    const EntryDraft first{kind::till_started, make_uuid_v7(clock.now(), randomness), day_of(clock.now()), false, {}};
    OCOP_TRY(journal.append(first, {{"till", till}, {"series", "A"}}));
    return journal;
}

Result<> Journal::reopen() {
    try {
        database_.reset();
        database_ = Database::open_writer(directory_.journal(), options_.vfs);
        OCOP_TRY(prepare_schema(*database_));
        auto head = read_head(*database_);
        if (head.seq == 0) { // not created yet: keep what create() chose
            head.till = head_.till;
            head.lineage = head_.lineage;
        }
        head_ = std::move(head);
        return {};
    } catch (const StorageFailure& failure) {
        database_.reset();
        return fail(storage_error(failure));
    }
}

Result<Entry> Journal::append(const EntryDraft& draft, const nlohmann::json& body, const Beside& beside) {
    EntryHeader header;
    header.till = head_.till;
    header.lineage = head_.lineage;
    header.seq = head_.seq + 1;
    header.kind = draft.kind;
    header.id = draft.id;
    header.recorded_at = clock_->now();
    header.business_date = draft.business_date;
    header.training = draft.training;
    header.perpetual_total = head_.perpetual_total + draft.adds_to_perpetual;
    header.prev_hash = head_.hash;
    return write(header, body, beside);
}

Result<Entry> Journal::begin_lineage(const std::string& reason, Randomness& randomness) {
    EntryHeader header;
    header.till = head_.till;
    header.lineage = random_hex(16, randomness);
    header.seq = 1;
    header.kind = kind::till_started;
    header.id = make_uuid_v7(clock_->now(), randomness);
    header.recorded_at = clock_->now();
    header.business_date = day_of(clock_->now());
    header.perpetual_total = head_.perpetual_total;
    // A to Z, then AA, AB ...: a series never returns.
    std::string series = head_.series;
    if (series.back() == 'Z')
        series.back() = 'A', series += 'A';
    else
        ++series.back();
    return write(header,
                 {{"till", head_.till},
                  {"series", series},
                  {"reason", reason},
                  {"forked_from", {{"lineage", head_.lineage}, {"seq", head_.seq}, {"hash", to_hex(head_.hash)}}}});
}

Result<Entry> Journal::write(const EntryHeader& header, const nlohmann::json& body, const Beside& beside) {
    if (suspect_) return fail(ErrorKind::unknown_outcome, "error.maybe_saved");
    Entry entry = freeze(header, body);
    if (entry.bytes.size() > largest_entry) return fail(ErrorKind::refused, "error.entry_too_large");
    try {
        auto& known = database_->cached("SELECT bytes FROM entry WHERE id = ?").bind_all(header.id);
        if (known.step()) {
            auto stored = read_entry(known.text(0));
            known.reset();
            if (!stored) return stored;
            const auto stored_body = body_of(*stored);
            if (stored->header.kind == header.kind && stored_body && *stored_body == body) return stored;
            return fail(ErrorKind::conflict, "error.id_reused", {{"id", header.id}});
        }
        Transaction transaction(*database_);
        database_->cached("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind_all(head_.position + 1, header.lineage, header.seq, header.id, header.kind, entry.bytes,
                      Bytes(entry.hash.begin(), entry.hash.end()))
            .run();
        project(*database_, head_.position + 1, header, body);
        if (beside) beside(*database_);
        transaction.commit();
    } catch (const StorageFailure& failure) {
        return settle_failed_write(header.id, failure.what());
    }
    head_.lineage = header.lineage;
    head_.position += 1;
    head_.seq = header.seq;
    head_.hash = entry.hash;
    head_.perpetual_total = header.perpetual_total;
    head_.recorded_at = header.recorded_at;
    if (header.kind == kind::sale || header.kind == kind::refund)
        head_.receipt_counter = counter_of(body.at("receipt").get<std::string>());
    if (header.kind == kind::till_started) head_.series = body.at("series").get<std::string>();
    return entry;
}

// The commit may or may not have reached the disk. Reopen, look the entry up, and force what was found onto the disk
// before anything is said (a checkpoint syncs the log and then the file).
Result<Entry> Journal::settle_failed_write(const std::string& id, const std::string& detail) {
    const auto unknown = [&](const std::string& why) {
        suspect_ = true;
        return fail(ErrorKind::unknown_outcome, "error.maybe_saved", {}, detail + "; " + why);
    };
    if (const auto reopened = reopen(); !reopened) return unknown(reopened.error().detail);
    try {
        if (!database_->checkpoint()) return unknown("a reader kept the log from being written back");
        auto stored = database_->prepare("SELECT bytes FROM entry WHERE id = ?");
        stored.bind_all(id);
        if (stored.step()) return read_entry(stored.text(0));
        return fail(ErrorKind::storage, "error.not_saved", {}, detail);
    } catch (const StorageFailure& failure) {
        return unknown(failure.what());
    }
}

Result<> Journal::write_local(const std::function<void(Database&)>& write) {
    if (suspect_) return fail(ErrorKind::unknown_outcome, "error.maybe_saved");
    try {
        write(*database_);
        return {};
    } catch (const StorageFailure& failure) {
        auto error = storage_error(failure);
        if (!reopen()) suspect_ = true;
        return fail(std::move(error));
    }
}

Result<> Journal::set_local(const std::string& name, const std::string& value) {
    return set_locals({{name, value}});
}

Result<> Journal::set_locals(const std::vector<std::pair<std::string, std::string>>& values) {
    return write_local([&](Database& database) {
        Transaction all(database);
        for (const auto& [name, value] : values)
            database
                .cached("INSERT INTO local_state VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value")
                .bind_all(name, value)
                .run();
        all.commit();
    });
}

Result<> Journal::clear_local(const std::string& name) {
    return write_local(
        [&](Database& database) { database.cached("DELETE FROM local_state WHERE name = ?").bind_all(name).run(); });
}

std::optional<std::string> Journal::local(const std::string& name) {
    auto row = database_->prepare("SELECT value FROM local_state WHERE name = ?");
    row.bind_all(name);
    if (!row.step()) return std::nullopt;
    return row.text(0);
}

Result<> Journal::checkpoint() {
    try {
        database_->checkpoint(); // a reader in the way only delays it to the next idle moment
        return write_high_water(directory_, {head_.lineage, head_.seq});
    } catch (const StorageFailure& failure) {
        return fail(storage_error(failure));
    }
}

} // namespace ocop
