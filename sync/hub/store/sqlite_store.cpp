#include "sync/hub/store/sqlite_store.h"

#include "sync/hub/store/batch_storing.h"
#include "sync/hub/store/enrolment_storing.h"
#include "sync/hub/store/hub_schema.h"
#include "sync/hub/store/stored_hash.h"

namespace ocop {
namespace {

constexpr std::int64_t largest_wal = 32 * 1024 * 1024; // bytes; then it is written back between two batches

std::string hub_value(Database& database, const char* name) {
    auto& find = database.cached("SELECT value FROM hub WHERE name = ?");
    find.bind_all(name);
    if (!find.step()) throw StorageFailure(0, std::string("the hub's file holds no ") + name);
    auto value = find.text(0);
    find.reset();
    return value;
}

HubIdentity read_identity(Database& database) {
    return {hub_value(database, "hub_id"), hub_value(database, "epoch")};
}

} // namespace

template <class Work>
auto SqliteStore::with_database(Work work) {
    const std::lock_guard lock(mutex_);
    try {
        if (!database_) database_ = Database::open_writer(file_, vfs_);
        return work(*database_);
    } catch (const StorageFailure&) {
        database_.reset();
        throw;
    }
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(std::filesystem::path file, Randomness& randomness,
                                                       std::string vfs) {
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(file), randomness, std::move(vfs)));
    try {
        OCOP_TRY(store->with_database([&](Database& database) { return prepare_hub_schema(database, randomness); }));
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.hub_storage", {{"file", store->file_.string()}}, failure.what());
    }
    return store;
}

SqliteStore::~SqliteStore() {
    try {
        if (database_) database_->checkpoint();
    } catch (const StorageFailure&) {
        // Everything stays in the WAL, where it is as durable; the next start reads it from there.
    }
}

HubIdentity SqliteStore::identity() {
    return with_database(read_identity);
}

void SqliteStore::add_code(const EnrolmentCode& code) {
    with_database([&](Database& database) {
        Transaction transaction(database);
        store_code(database, code);
        transaction.commit();
    });
}

Result<EnrolmentAnswer> SqliteStore::enrol(const std::string& finder, const Hash& secret_hash,
                                           const EnrolmentRequest& request, Instant now) {
    return with_database([&](Database& database) {
        Transaction transaction(database);
        auto answer = spend_code(database, finder, secret_hash, request, now, *randomness_);
        if (answer) {
            const auto identity = read_identity(database);
            answer->hub_id = identity.hub_id;
            answer->epoch = identity.epoch;
        }
        transaction.commit(); // a try that was used up stays used up
        return answer;
    });
}

std::optional<EnrolledTill> SqliteStore::till_of_credential(const std::string& credential) {
    return with_database([&](Database& database) { return find_till_of_credential(database, credential); });
}

std::optional<EnrolledTill> SqliteStore::till(const std::string& id) {
    return with_database([&](Database& database) { return find_till(database, id); });
}

int SqliteStore::revoke(const std::string& till) {
    return with_database([&](Database& database) {
        Transaction transaction(database);
        const int count = revoke_tills(database, till);
        transaction.commit();
        return count;
    });
}

BatchAnswer SqliteStore::store_batch(const JournalBatch& batch, const EnrolledTill& sender, Instant now) {
    return with_database([&](Database& database) {
        Transaction transaction(database);
        auto answer = lay_batch(database, batch, sender, now);
        const auto identity = read_identity(database);
        transaction.commit();
        answer.hub_id = identity.hub_id;
        answer.epoch = identity.epoch;
        // A checkpoint that fails leaves everything where it is: in the WAL.
        if (database.wal_bytes() > largest_wal) database.checkpoint();
        return answer;
    });
}

std::vector<StoredHead> SqliteStore::heads(const std::string& till_id) {
    return with_database([&](Database& database) {
        std::vector<StoredHead> heads;
        auto& find = database.cached("SELECT lineage, branch, last_seq, last_hash FROM chain_sender JOIN chain "
                                     "USING (lineage, branch) WHERE till = ? AND last_seq > 0 ORDER BY 1, 2");
        find.bind_all(till_id);
        while (find.step())
            heads.push_back({find.text(0), find.text(1), find.integer(2), from_column(find.bytes(3))});
        find.reset();
        return heads;
    });
}

StoredHead SqliteStore::main_head(const std::string& lineage) {
    return with_database([&](Database& database) { return find_chain(database, lineage, {}); });
}

std::optional<Hash> SqliteStore::hash_at(const std::string& lineage, std::int64_t seq) {
    return with_database([&](Database& database) { return find_hash(database, lineage, {}, seq); });
}

void SqliteStore::publish(const PublishedRelease& release, Instant now) {
    with_database([&](Database& database) {
        Transaction transaction(database);
        database.cached("INSERT INTO release (release, manifest_sha256, published_at) VALUES (?, ?, ?)")
            .bind_all(release.release.text(), release.manifest_sha256, now.milliseconds)
            .run();
        transaction.commit();
    });
}

std::optional<PublishedRelease> SqliteStore::current_release() {
    return with_database([](Database& database) -> std::optional<PublishedRelease> {
        auto& find = database.cached("SELECT release, manifest_sha256 FROM release ORDER BY number DESC LIMIT 1");
        if (!find.step()) return std::nullopt;
        PublishedRelease release{ReleaseId(find.text(0)), find.text(1)};
        find.reset();
        return release;
    });
}

std::vector<TillOverview> SqliteStore::tills() {
    return with_database([](Database& database) {
        auto overviews = read_tills(database);
        for (auto& overview : overviews) {
            auto& entries = database.cached("SELECT count(*) FROM entry WHERE till = ?");
            entries.bind_all(overview.till.id).step();
            overview.entries = entries.integer(0);
            entries.reset();
            auto& sales =
                database.cached("SELECT count(*), coalesce(sum(total), 0) FROM sale WHERE till = ? AND NOT training");
            sales.bind_all(overview.till.id).step();
            overview.sales = sales.integer(0);
            overview.total = Dong{sales.integer(1)};
            sales.reset();
        }
        return overviews;
    });
}

std::vector<QuarantinedEntry> SqliteStore::quarantine() {
    return with_database([](Database& database) {
        std::vector<QuarantinedEntry> entries;
        auto& find = database.cached("SELECT lineage, branch, seq, reason FROM quarantine ORDER BY 1, 2, 3");
        while (find.step())
            entries.push_back({find.text(0), find.text(1), find.integer(2), find.text(3)});
        find.reset();
        return entries;
    });
}

std::vector<ForkNotice> SqliteStore::forks() {
    return with_database([](Database& database) {
        std::vector<ForkNotice> notices;
        auto& find = database.cached("SELECT till, lineage, seq, seen_at FROM fork ORDER BY seen_at, 2, 3");
        while (find.step())
            notices.push_back({find.text(0), find.text(1), find.integer(2), Instant{find.integer(3)}});
        find.reset();
        return notices;
    });
}

} // namespace ocop
