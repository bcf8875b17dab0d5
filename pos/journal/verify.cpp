#include "pos/journal/verify.h"

#include "pos/journal/head_signatures.h"
#include "pos/journal/high_water.h"
#include "pos/journal/projections.h"
#include "pos/store/database.h"
#include "pos/store/wal_tail.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

struct Walk {
    std::string lineage;
    std::int64_t seq = 0;
    Hash hash{};
    Dong perpetual_total;
    bool begun = false;
};

// The reason an entry does not follow from the one before it, or nothing.
const char* break_of(const Walk& before, const std::string& lineage, std::int64_t seq, const Entry& entry,
                     const nlohmann::json& body, const Bytes& stored_hash) {
    const auto& header = entry.header;
    if (header.lineage != lineage || header.seq != seq) return "verify.columns_differ";
    if (!std::equal(stored_hash.begin(), stored_hash.end(), entry.hash.begin(), entry.hash.end()))
        return "verify.hash_differs";
    const bool first = !before.begun || header.lineage != before.lineage;
    if (header.seq != (first ? 1 : before.seq + 1)) return "verify.gap";
    if (header.prev_hash != (first ? Hash{} : before.hash)) return "verify.not_chained";
    Dong expected = before.perpetual_total;
    if (header.kind == kind::sale && !header.training) expected += Dong{body.value("total", std::int64_t{0})};
    if (before.begun && header.perpetual_total != expected) return "verify.total_differs";
    return nullptr;
}

// Read-only, so a database of an older schema stays without the tables it never had.
bool is_of_a_newer_schema(Database& database, const std::string& table) {
    auto version = database.prepare("PRAGMA user_version");
    version.step();
    auto known = database.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?");
    known.bind_all(table);
    known.step();
    return version.integer(0) < schema_version && known.integer(0) == 0;
}

} // namespace

Result<VerifyReport> verify(Database& database) {
    VerifyReport report;
    try {
        report.database_fault = database.first_fault();
        auto replay = Database::open_memory();
        OCOP_TRY(prepare_schema(replay));
        Walk walk;
        std::int64_t position = 0;
        {
            Transaction transaction(replay);
            auto rows =
                database.prepare("SELECT position, lineage, seq, id, kind, bytes, hash FROM entry ORDER BY position");
            while (rows.step()) {
                const auto seq = rows.integer(2);
                const auto broken = [&](const char* reason) {
                    report.first_bad_seq = seq;
                    report.reason = reason;
                    report.lineage = rows.text(1);
                };
                if (rows.integer(0) != ++position) {
                    broken("verify.gap");
                    break;
                }
                const auto entry = read_entry(rows.text(5));
                const auto body = entry ? body_of(*entry) : tl::unexpected<Error>(entry.error());
                if (!body) {
                    broken("verify.unreadable");
                    break;
                }
                const char* reason = break_of(walk, rows.text(1), seq, *entry, *body, rows.bytes(6));
                if (reason == nullptr && (entry->header.id != rows.text(3) || entry->header.kind != rows.text(4)))
                    reason = "verify.columns_differ";
                if (reason != nullptr) {
                    broken(reason);
                    break;
                }
                try {
                    project(replay, position, entry->header, *body);
                } catch (const nlohmann::json::exception&) { // chained rightly around a body that no program wrote
                    broken("verify.unreadable");
                    break;
                }
                walk = {entry->header.lineage, entry->header.seq, entry->hash, entry->header.perpetual_total, true};
                report.entries += 1;
            }
            transaction.commit();
        }
        if (!report.first_bad_seq) {
            report.lineage = walk.lineage;
            report.head = walk.hash;
            report.head_seq = walk.seq;
            report.perpetual_total = walk.perpetual_total;
            for (const auto& table : projection_tables())
                if (!is_of_a_newer_schema(database, table) &&
                    table_digest(database, table) != table_digest(replay, table))
                    report.different_tables.push_back(table);
            for (const auto& lineage : read_lineages(database)) {
                const auto wrong = first_wrong_signature(database, lineage);
                if (!wrong) continue;
                report.first_bad_seq = *wrong;
                report.lineage = lineage;
                report.reason = "verify.signature_differs";
                break;
            }
        }
    } catch (const StorageFailure& failure) {
        if (report.entries == 0 && !report.database_fault)
            return fail(ErrorKind::storage, "error.storage", {}, failure.what());
        if (!report.database_fault) report.database_fault = failure.what();
    }
    return report;
}

Result<VerifyReport> verify(const DataDirectory& directory) {
    try {
        const bool unreadable = wal_has_unreadable_frames(directory.journal());
        auto database = Database::open_reader(directory.journal());
        OCOP_TRY_ASSIGN(auto report, verify(database));
        if (unreadable && !report.database_fault) report.database_fault = "journal.db-wal";
        const auto high = read_high_water(directory);
        if (report.sound() && high && high->lineage == report.lineage && high->seq > report.head_seq) {
            report.first_bad_seq = report.head_seq + 1;
            report.reason = "verify.tail_missing";
        }
        return report;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

} // namespace ocop
